import CVectorLanes

/// Sixteen floats: the width of a panel.
package typealias Lanes = SIMD16<Float>

extension Lanes {
  /// The sum of all: the upper half is added to the lower one until a single number is left.
  @inline(__always)
  var sumByHalves: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}

extension UnsafePointer<Float> {
  /// The sixteen floats from `index`.
  @inline(__always)
  func lanes(_ index: Int) -> Lanes {
    UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self)
  }
}

extension UnsafeMutablePointer<Float> {
  /// The sixteen floats from `index`.
  @inline(__always)
  func lanes(_ index: Int) -> Lanes {
    UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self)
  }

  /// Writes sixteen floats from `index`.
  @inline(__always)
  func setLanes(_ index: Int, _ value: Lanes) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: Lanes.self)
  }

  /// Writes eight floats.
  @inline(__always)
  func setHalf(_ value: SIMD8<Float>) {
    UnsafeMutableRawPointer(self).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
