#if canImport(Glibc)
  import Glibc
#endif

/// The memory of a workspace: handed out once, zeroed, and freed all together.
package final class Arena {
  /// The size of a large page, and of the smallest piece of memory that is worth one.
  private static let largePage = 1 << 21

  private var blocks: [UnsafeMutableRawPointer] = []
  /// The bytes handed out.
  private(set) var bytes = 0

  /// Room for `count` floats that starts on a cache line.
  func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    memory(of: 0, count: count)
  }

  /// Room for `count` values that starts on a cache line, filled with `value`.
  func memory<Value: BitwiseCopyable>(of value: Value, count: Int) -> UnsafeMutablePointer<Value> {
    let bytes = max(count, 1) * MemoryLayout<Value>.stride
    let isLarge = bytes >= Arena.largePage
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? Arena.largePage : 64)
    #if canImport(Glibc)
      // A matrix of many steps spans more small pages than the processor remembers the places of.
      if isLarge { madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    blocks.append(memory)
    self.bytes += bytes
    return memory.initializeMemory(as: Value.self, repeating: value, count: count)
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
