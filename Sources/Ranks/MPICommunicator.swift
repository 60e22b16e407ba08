#if MPI
  private import CMPI
  import RecurrentEngine
  private import Synchronization

  /// The ranks of the job that `mpirun` or another launcher of MPI has started this process in.
  final class MPICommunicator: Communicator {
    let rank: Int
    let size: Int
    /// What is being sent, for MPI to be asked about.
    private let sending = Mutex<[Int]>([])

    /// The most bytes of one message: MPI counts them in 32 bits.
    private static let messageBytes = 1 << 30

    init(rank: Int, size: Int) {
      self.rank = rank
      self.size = size
    }

    func send(_ bytes: UnsafeRawBufferPointer, to rank: Int) {
      Self.forMessages(bytes.count) { message in
        let request = ranks_send(bytes[message].baseAddress, Int32(message.count), Int32(rank))
        sending.withLock { $0.append(Int(bitPattern: request)) }
      }
    }

    func finishSending() {
      let requests = sending.withLock { requests in
        defer { requests = [] }
        return requests
      }
      for request in requests { ranks_finish(UnsafeMutableRawPointer(bitPattern: request)) }
    }

    func receive(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
      Self.forMessages(bytes.count) {
        ranks_receive(bytes[$0].baseAddress, Int32($0.count), Int32(rank))
      }
    }

    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
      Self.forMessages(bytes.count) {
        ranks_share(bytes[$0].baseAddress, Int32($0.count), Int32(rank))
      }
    }

    /// Cuts bytes into messages.
    private static func forMessages(_ bytes: Int, _ body: (Range<Int>) -> Void) {
      for start in stride(from: 0, to: bytes, by: messageBytes) { body(start..<min(start + messageBytes, bytes)) }
    }
  }

  extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddress: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
  }

  extension Slice<UnsafeMutableRawBufferPointer> {
    fileprivate var baseAddress: UnsafeMutableRawPointer? { UnsafeMutableRawBufferPointer(rebasing: self).baseAddress }
  }
#endif
