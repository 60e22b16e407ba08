import Foundation
package import RecurrentEngine
import Synchronization

/// Ranks that are threads of this process.
package enum LocalRanks {
  /// Runs work as so many ranks at once, and gives what each comes to.
  package static func run<Result: Sendable>(
    _ size: Int, _ work: @escaping @Sendable (any Communicator) -> Result
  ) -> [Result] {
    let post = Post(size: size)
    let results = Mutex([Result?](repeating: nil, count: size))
    let group = DispatchGroup()
    for rank in 0..<size {
      group.enter()
      let thread = Thread {
        let result = work(LocalCommunicator(rank: rank, post))
        results.withLock { $0[rank] = result }
        group.leave()
      }
      thread.stackSize = 1 << 23
      thread.start()
    }
    group.wait()
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// What ranks have sent and nobody has received.
private final class Post: Sendable {
  /// Those who send and receive.
  struct Way: Hashable {
    let from: Int
    let to: Int
  }

  let size: Int
  private let letters = Mutex<[Way: [[UInt8]]]>([:])
  private let arrivals: [DispatchSemaphore]

  init(size: Int) {
    self.size = size
    arrivals = (0..<size * size).map { _ in DispatchSemaphore(value: 0) }
  }

  func put(_ bytes: [UInt8], on way: Way) {
    letters.withLock { $0[way, default: []].append(bytes) }
    arrivals[way.from * size + way.to].signal()
  }

  func take(from way: Way) -> [UInt8] {
    arrivals[way.from * size + way.to].wait()
    return letters.withLock { $0[way]?.removeFirst() ?? [] }
  }
}

private final class LocalCommunicator: Communicator {
  let rank: Int
  private let post: Post

  var size: Int { post.size }

  init(rank: Int, _ post: Post) {
    self.rank = rank
    self.post = post
  }

  func send(_ bytes: UnsafeRawBufferPointer, to rank: Int) {
    post.put(Array(bytes), on: Post.Way(from: self.rank, to: rank))
  }

  func finishSending() {}

  func receive(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
    let sent = post.take(from: Post.Way(from: rank, to: self.rank))
    precondition(sent.count == bytes.count, "what is received is as long as what was sent")
    bytes.copyBytes(from: sent)
  }

  func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
    guard rank == self.rank else { return receive(bytes, from: rank) }
    for other in 0..<size where other != rank { send(UnsafeRawBufferPointer(bytes), to: other) }
  }
}
