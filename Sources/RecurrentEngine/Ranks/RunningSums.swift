/// The sums of a batch's gradient and its loss on their way from rank to rank, each of which adds its own chains of rows in ascending order.
///
/// They go in segments, so that a rank adds to one while the next rank has the one before.
struct RunningSums {
  /// The bytes of a segment: large enough for a network to be at its best, small enough for many to be under way.
  private static let segmentBytes = 1 << 18

  let communicator: any Communicator
  /// The sums of each gradient, as those of a chain lie, and behind them the loss.
  let sums: UnsafeMutablePointer<Float>
  private let count: Int

  /// Makes room for so many sums.
  init(_ communicator: any Communicator, count: Int, arena: Arena) {
    self.communicator = communicator
    self.count = count
    sums = arena.floats(count + MemoryLayout<Double>.size / MemoryLayout<Float>.size)
  }

  /// The loss of all rows so far.
  var loss: Double {
    get { UnsafeRawPointer(sums + count).loadUnaligned(as: Double.self) }
    nonmutating set { UnsafeMutableRawPointer(sums + count).storeBytes(of: newValue, as: Double.self) }
  }

  private var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      start: sums, count: count * MemoryLayout<Float>.stride + MemoryLayout<Double>.size)
  }

  /// Takes the sums of a wave over from the rank before, where there is one, and hands them on to the next.
  ///
  /// - Parameters:
  ///   - wave: Who takes part.
  ///   - isFirst: Whether there are no sums before those of the wave.
  ///   - addLoss: Adds the losses of this rank's rows, in their order.
  ///   - add: Adds this rank's chains to the sums of a range, or writes them in their place.
  func handOn(
    _ wave: RankWave, isFirst: Bool, addLoss: (inout Double) -> Void,
    add: (_ range: Range<Int>, _ isFirst: Bool) -> Void
  ) {
    guard let place = wave.place(of: communicator.rank) else { return }
    let isFirst = isFirst && place == 0
    for start in stride(from: 0, to: bytes.count, by: Self.segmentBytes) {
      let end = min(start + Self.segmentBytes, bytes.count)
      let segment = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])
      if place > 0 { communicator.receive(segment, from: wave.ranks[place - 1]) }
      let stride = MemoryLayout<Float>.stride
      add(min(start / stride, count)..<min(end / stride, count), isFirst)
      if end == bytes.count {
        var sum = isFirst ? 0 : loss
        addLoss(&sum)
        loss = sum
      }
      if place + 1 < wave.ranks.count { communicator.send(UnsafeRawBufferPointer(segment), to: wave.ranks[place + 1]) }
    }
    communicator.finishSending()
  }

  /// Gives all ranks the sums of the one that has the last.
  func share(from wave: RankWave) {
    guard let last = wave.ranks.last else { return }
    communicator.broadcast(bytes, from: last)
  }
}
