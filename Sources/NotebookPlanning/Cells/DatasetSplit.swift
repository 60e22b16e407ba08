/// A part of a data set by purpose.
package enum DatasetSplit: String, Sendable, Hashable, CaseIterable {
  case train
  case validation
  case test
}
