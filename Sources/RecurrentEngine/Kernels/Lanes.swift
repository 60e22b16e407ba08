import CVectorLanes

/// Sixteen floats: the width of a panel.
package typealias Lanes = SIMD16<Float>

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
