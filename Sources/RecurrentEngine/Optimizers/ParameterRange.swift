/// Some adjacent parameters, their gradient, and what the optimizer remembers of them.
package struct ParameterRange {
  /// The most parameters that are updated in one go: fewer are not worth another thread.
  static let size = 1 << 15

  /// Their places in all that follow.
  let places: Range<Int>
  let gradient: UnsafePointer<Float>
  let parameters: UnsafeMutablePointer<Float>
  let moments: [UnsafeMutablePointer<Float>]

  /// Calls `body` with the places, sixteen at a time and the rest of them.
  @inline(__always)
  func forEachLanes(_ body: (Range<Int>) -> Void) {
    for start in stride(from: places.lowerBound, to: places.upperBound, by: PanelMatrix.width) {
      body(start..<min(start + PanelMatrix.width, places.upperBound))
    }
  }
}

extension UnsafePointer<Float> {
  /// The floats of a range of at most sixteen, and zeros after them.
  @inline(__always)
  func lanes(_ range: Range<Int>) -> Lanes {
    if range.count == PanelMatrix.width { return lanes(range.lowerBound) }
    var lanes = Lanes()
    for (lane, index) in range.enumerated() { lanes[lane] = self[index] }
    return lanes
  }
}

extension UnsafeMutablePointer<Float> {
  /// The floats of a range of at most sixteen, and zeros after them.
  @inline(__always)
  func lanes(_ range: Range<Int>) -> Lanes {
    UnsafePointer(self).lanes(range)
  }

  /// Writes the first lanes to a range of at most sixteen floats.
  @inline(__always)
  func setLanes(_ range: Range<Int>, _ lanes: Lanes) {
    if range.count == PanelMatrix.width {
      setLanes(range.lowerBound, lanes)
    } else {
      for (lane, index) in range.enumerated() { self[index] = lanes[lane] }
    }
  }
}
