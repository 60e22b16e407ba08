/// What happens while a data set is fetched, as it happens.
package enum FetchEvent: Sendable, Hashable {
  /// Another process is fetching the same data set.
  case waiting
  case started(file: String, host: String)
  /// How much of the file is there; nil when the mirror does not say how much there is.
  case progress(file: String, bytes: Int, of: Int?)
  /// A try that came to nothing, and why.
  case failed(file: String, host: String, reason: String)
  /// The file is there and has been verified.
  case finished(file: String, bytes: Int)
}
