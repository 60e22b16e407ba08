import Ranks
import RecurrentEngine
import Synchronization

/// Times steps that ranks take together.
struct RankTiming {
  private let communicator: TimedCommunicator
  private let seconds: Double
  private let threads: Int

  init(_ job: MPIJob, seconds: Double, threads: Int) {
    communicator = TimedCommunicator(job.communicator)
    self.seconds = seconds
    self.threads = max(1, threads / job.ranksHere)
  }

  /// Prints a line for each model, on the first rank.
  func run(_ models: [TimedModel]) {
    for model in models { run(model) }
  }

  private func run(_ model: TimedModel) {
    let loop = TrainingLoop(model.network, batch: model.batch, threads: threads, communicator: communicator)
    for _ in 0..<2 { loop.step() }
    var times: [(step: Double, handing: Double)] = []
    let end = Timing.now() + seconds
    while isAgreed(times.isEmpty || Timing.now() < end) {
      communicator.spent.withLock { $0 = 0 }
      let start = Timing.now()
      loop.step()
      times.append((Timing.now() - start, communicator.spent.withLock { $0 }))
    }
    guard communicator.rank == 0 else { return }
    let median = times.sorted { $0.step < $1.step }[times.count / 2]
    let handed = times.map(\.handing).sorted()[times.count / 2]
    printLine(
      "\(model.name), \(communicator.size) ranks of \(threads) threads: \(milliseconds(median.step)) ms/step, "
        + "\(milliseconds(handed)) ms of them handing on")
  }

  /// Whether the first rank says so.
  private func isAgreed(_ answer: Bool) -> Bool {
    var answer = answer
    withUnsafeMutableBytes(of: &answer) { communicator.broadcast($0, from: 0) }
    return answer
  }
}

/// Ranks, and how many seconds this one has spent on what the others send or wait for.
private final class TimedCommunicator: Communicator {
  private let communicator: any Communicator
  let spent = Mutex(0.0)

  var rank: Int { communicator.rank }
  var size: Int { communicator.size }

  init(_ communicator: any Communicator) {
    self.communicator = communicator
  }

  func send(_ bytes: UnsafeRawBufferPointer, to rank: Int) {
    timed { communicator.send(bytes, to: rank) }
  }

  func finishSending() {
    timed { communicator.finishSending() }
  }

  func receive(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
    timed { communicator.receive(bytes, from: rank) }
  }

  func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
    timed { communicator.broadcast(bytes, from: rank) }
  }

  private func timed(_ work: () -> Void) {
    let start = Timing.now()
    work()
    spent.withLock { $0 += Timing.now() - start }
  }
}
