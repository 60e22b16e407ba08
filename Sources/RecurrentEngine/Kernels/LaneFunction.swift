import CVectorLanes

/// A function of sixteen lanes that is compiled into the loop over them, with its constants in registers.
///
/// A closure of that size would be called for each sixteen values, which takes as long again.
protocol LaneFunction {
  func callAsFunction(_ x: Lanes) -> Lanes
}

struct Tanh: LaneFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { ElementaryFunctions.tanh(x) }
}

/// x where it is positive, 0 elsewhere; NaN stays NaN.
struct Rectifier: LaneFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { lanes16_at_least(x, 0) }
}

struct Quotient: LaneFunction {
  let divisor: Float

  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { x / divisor }
}

struct Sigmoid: LaneFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { ElementaryFunctions.sigmoid(x) }
}

/// The logistic function of x + bias.
struct BiasedSigmoid: LaneFunction {
  let bias: Float

  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { ElementaryFunctions.sigmoid(x + bias) }
}
