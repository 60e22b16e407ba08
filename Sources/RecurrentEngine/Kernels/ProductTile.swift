/// Up to six rows of sums of products, held in registers.
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
    sums = InlineArray { Columns(memory + $0 * PanelMatrix.width, panelStride: panelStride) }
  }

  /// Writes the sums to memory: [panel][height][16].
  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int = 0) {
    for row in 0..<height {
      sums[row].store(memory + row * PanelMatrix.width, panelStride: panelStride)
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
    var left = left
    var right = right
    var remaining = depth
    while remaining > 0 {
      let count = min(remaining, PanelMatrix.width)
      for k in 0..<count {
        let factors = Columns(right + k * PanelMatrix.width, panelStride: rightStride)
        for row in 0..<height {
          sums[row] = sums[row].adding(left[row * PanelMatrix.width + k], times: factors)
        }
      }
      left += leftStride
      right += count * PanelMatrix.width
      remaining -= count
    }
  }

  /// Adds the outer products of `count` rows: `height` adjacent values of `left` [count][16] times a row of `right` [panel][count][16].
  @inline(__always)
  mutating func addOuterProducts(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, rightStride: Int, count: Int
  ) {
    var (left, right) = (left, right)
    var remaining = count
    // Four at once: a loop of a few rounds, whose end the processor foresees.
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
