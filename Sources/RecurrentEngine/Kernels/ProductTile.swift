/// A few rows of sums of products, held in registers.
///
/// Each of the sums is one chain of fused multiply-adds in the order of the calls, so that the size of the tile shows in no bit.
struct ProductTile<let height: Int, Columns: TileColumns> {
  private var sums: InlineArray<height, Columns>

  /// A tile whose rows all start from the same values.
  @inline(__always)
  init(rowsOf start: Columns) {
    sums = InlineArray(repeating: start)
  }

  /// A tile that goes on from sums in memory: [panel][height][16].
  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int = 0) {
    self.init(rowsOf: Columns(repeating: 0))
    for row in 0..<height {
      sums[row] = Columns(memory + row * PanelMatrix.width, panelStride: panelStride)
    }
  }

  /// Writes the sums to memory: [panel][height][16].
  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int = 0) {
    for row in 0..<height {
      sums[row].store(memory + row * PanelMatrix.width, panelStride: panelStride)
    }
  }

  /// Takes the sums, a gradient of outputs of tanh in memory, back to its arguments: [panel][height][16].
  @inline(__always)
  mutating func takeThroughTanh(_ outputs: UnsafePointer<Float>, panelStride: Int) {
    for row in 0..<height {
      sums[row] = sums[row].throughTanh(Columns(outputs + row * PanelMatrix.width, panelStride: panelStride))
    }
  }

  /// Adds left·right in ascending k, of which there are `depth`.
  ///
  /// - Parameters:
  ///   - left: Rows in panels, [panel][height][16].
  ///   - leftStride: The floats from one panel of `left` to its next.
  ///   - depth: How many columns of `left` there are.
  ///   - right: [panel][depth][16].
  ///   - rightStride: The floats from one panel of `right` to its next.
  @inline(__always)
  mutating func add(
    _ left: UnsafePointer<Float>, leftStride: Int, depth: Int, times right: UnsafePointer<Float>, rightStride: Int
  ) {
    var (left, right) = (left, right)
    var remaining = depth
    while remaining > 0 {
      let count = min(remaining, PanelMatrix.width)
      // Four at once: a loop of a few rounds, whose end the processor foresees.
      for _ in 0..<count / 4 {
        for k in 0..<4 { addProduct(left + k, right + k * PanelMatrix.width, rightStride: rightStride) }
        left += 4
        right += 4 * PanelMatrix.width
      }
      for k in 0..<count % 4 { addProduct(left + k, right + k * PanelMatrix.width, rightStride: rightStride) }
      left += leftStride - count / 4 * 4
      right += count % 4 * PanelMatrix.width
      remaining -= count
    }
  }

  @inline(__always)
  private mutating func addProduct(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, rightStride: Int
  ) {
    let factors = Columns(right, panelStride: rightStride)
    for row in 0..<height {
      sums[row] = sums[row].adding(left[row * PanelMatrix.width], times: factors)
    }
  }

  /// Adds the outer products of `count` rows: `height` adjacent values of `left` [count][16] times a row of `right` [panel][count][16].
  @inline(__always)
  mutating func addOuterProducts(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, rightStride: Int, count: Int
  ) {
    var (left, right) = (left, right)
    var remaining = count
    while remaining >= 4 {
      for k in 0..<4 {
        addOuterProduct(left + k * PanelMatrix.width, right + k * PanelMatrix.width, rightStride: rightStride)
      }
      left += 4 * PanelMatrix.width
      right += 4 * PanelMatrix.width
      remaining -= 4
    }
    for k in 0..<remaining {
      addOuterProduct(left + k * PanelMatrix.width, right + k * PanelMatrix.width, rightStride: rightStride)
    }
  }

  @inline(__always)
  private mutating func addOuterProduct(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, rightStride: Int
  ) {
    let factors = Columns(right, panelStride: rightStride)
    for row in 0..<height {
      sums[row] = sums[row].adding(left[row], times: factors)
    }
  }
}
