/// The memory of a workspace: handed out once, zeroed, and freed all together.
final class Arena {
  private var blocks: [UnsafeMutablePointer<Float>] = []
  /// The bytes handed out.
  private(set) var bytes = 0

  /// Room for `count` floats that starts on a cache line.
  func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    let block = memory.bindMemory(to: Float.self, capacity: count)
    block.initialize(repeating: 0, count: count)
    blocks.append(block)
    self.bytes += bytes
    return block
  }

  /// A matrix of zeros with room for `rows` rows at each step.
  func matrix(steps: Int, columns: Int, gates: Int = 1, rows: Int) -> PanelMatrix {
    let panels = PanelMatrix.panels(columns) * gates
    return PanelMatrix(
      base: floats(steps * panels * rows * PanelMatrix.width), steps: steps, columns: columns, gates: gates, rows: rows)
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
