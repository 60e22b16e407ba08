/// The Euclidean norm of a gradient.
///
/// Squares are added in double precision, in eight chains over each range of parameters and then range by range: the sum is the same however
/// many threads share the work, and no gradient of finite numbers has an infinite one.
enum GradientNorm {
  static func of(_ gradient: UnsafeBufferPointer<Float>, team: ThreadTeam) -> Double {
    var squares = [Double](repeating: 0, count: ParameterRange.count(for: gradient.count))
    squares.withUnsafeMutableBufferPointer { squares in
      guard let base = squares.baseAddress else { return }
      team.run(.update, parts: squares.count) { part, _ in
        let places = ParameterRange.places(part, of: gradient.count)
        base[part] = sumOfSquares(UnsafeBufferPointer(rebasing: gradient[places]))
      }
    }
    return squares.reduce(0, +).squareRoot()
  }

  private static func sumOfSquares(_ values: UnsafeBufferPointer<Float>) -> Double {
    var sums = SIMD8<Double>()
    let whole = values.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) {
      var lanes = SIMD8<Float>()
      for lane in 0..<8 { lanes[lane] = values[start + lane] }
      let wide = SIMD8<Double>(lanes)
      sums += wide * wide
    }
    for place in whole..<values.count {
      let value = Double(values[place])
      sums[place - whole] += value * value
    }
    return (0..<8).reduce(0) { $0 + sums[$1] }
  }
}
