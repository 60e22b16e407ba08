/// Where a data set may come from that goes by a name and is in no folder.
package enum DatasetSupply: Sendable, Hashable {
  /// From nowhere: what is in no folder cannot be had.
  case folders
  /// From the network, before the run, unless that was tried; then by its name with the reason why it failed.
  case network(failures: [String: String])
}
