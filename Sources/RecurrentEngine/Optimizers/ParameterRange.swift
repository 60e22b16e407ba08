/// Some adjacent parameters, their gradient, and what the optimizer remembers of them.
package struct ParameterRange {
  /// The most parameters that are updated in one go: fewer are not worth another thread.
  static let size = 1 << 15

  /// How many ranges so many parameters are cut into.
  static func count(for parameters: Int) -> Int { (parameters + size - 1) / size }

  /// The places of a range of so many parameters.
  static func places(_ range: Int, of parameters: Int) -> Range<Int> {
    range * size..<min((range + 1) * size, parameters)
  }

  /// Their places in all that follow.
  let places: Range<Int>
  let gradient: UnsafeMutablePointer<Float>
  let parameters: UnsafeMutablePointer<Float>
  let moments: [UnsafeMutablePointer<Float>]

  /// Makes every element of the gradient another one.
  func changeGradient(_ change: (Lanes) -> Lanes) {
    forEachLanes { gradient.setLanes($0, change(gradient.lanes($0))) }
  }

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
