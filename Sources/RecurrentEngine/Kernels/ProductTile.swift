import CVectorLanes

/// Six rows by sixteen columns of sums of products, held in registers.
///
/// Each of the sums is one chain of fused multiply-adds in the order of the calls, so that the size of the tile shows in no bit.
struct ProductTile {
  /// Rows of a tile: with sixteen columns, twelve AVX2 registers of sums.
  static let rows = 6
  private static let width = PanelMatrix.width

  private var sums: InlineArray<6, Lanes>

  /// A tile whose rows all start from the same sixteen values.
  @inline(__always)
  init(rowsOf start: Lanes) {
    sums = InlineArray(repeating: start)
  }

  /// A tile that goes on from sums in memory: [6][16].
  @inline(__always)
  init(_ memory: UnsafePointer<Float>) {
    sums = InlineArray { memory.lanes($0 * ProductTile.width) }
  }

  /// Writes the sums to memory: [6][16].
  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>) {
    for row in 0..<ProductTile.rows {
      memory.setLanes(row * ProductTile.width, sums[row])
    }
  }

  /// The sums of one row.
  @inline(__always)
  subscript(row: Int) -> Lanes { sums[row] }

  /// Adds left·right in ascending k, of which there are `depth`.
  ///
  /// `left` is six rows in panels, [panel][6][16] with `panelStride` floats from panel to panel; `right` is [k][16].
  @inline(__always)
  mutating func add(
    _ left: UnsafePointer<Float>, panelStride: Int, depth: Int, times right: UnsafePointer<Float>
  ) {
    var left = left
    var right = right
    var remaining = depth
    while remaining > 0 {
      let count = min(remaining, ProductTile.width)
      for k in 0..<count {
        let factor = right.lanes(k * ProductTile.width)
        for row in 0..<ProductTile.rows {
          sums[row] = lanes16_fma_scalar(left[row * ProductTile.width + k], factor, sums[row])
        }
      }
      left += panelStride
      right += count * ProductTile.width
      remaining -= count
    }
  }

  /// Adds the outer products of `count` rows, six values of `left` [count][6] times sixteen of `right` [count][16].
  @inline(__always)
  mutating func addOuterProducts(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int
  ) {
    for k in 0..<count {
      let factor = right.lanes(k * ProductTile.width)
      for row in 0..<ProductTile.rows {
        sums[row] = lanes16_fma_scalar(left[k * ProductTile.rows + row], factor, sums[row])
      }
    }
  }
}
