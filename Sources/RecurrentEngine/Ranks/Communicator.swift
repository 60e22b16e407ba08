/// The processes that take the steps of one training together, each of which is a rank.
///
/// All make the same calls in the same order, but for `send` and `receive`, which come in pairs. What is sent arrives byte for byte.
package protocol Communicator: AnyObject, Sendable {
  /// The number of this process, from 0.
  var rank: Int { get }
  /// The number of processes.
  var size: Int { get }

  /// Begins to send bytes, which may not change before `finishSending` returns.
  func send(_ bytes: UnsafeRawBufferPointer, to rank: Int)

  /// Returns when everything that this rank has begun to send may change.
  func finishSending()

  /// Waits for as many bytes as another rank sends; several come in the order in which they were sent.
  func receive(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int)

  /// Gives all ranks the bytes of one.
  func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int)
}
