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

struct Identity: LaneFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes) -> Lanes { x }
}

/// (p - share)·scale: how far a probability lies above the share that is told of its class.
struct ScaledExcess: LaneFunction {
  let share: Float
  let scale: Float

  @inline(__always)
  func callAsFunction(_ probability: Lanes) -> Lanes { (probability - share) * scale }
}

/// A function of twice sixteen lanes, as of a gradient and the output of the activation that it is taken back through.
protocol LanePairFunction {
  func callAsFunction(_ x: Lanes, _ y: Lanes) -> Lanes
}

struct Sum: LanePairFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes, _ y: Lanes) -> Lanes { x + y }
}

struct Product: LanePairFunction {
  @inline(__always)
  func callAsFunction(_ x: Lanes, _ y: Lanes) -> Lanes { x * y }
}

/// g·(1 - y²).
struct ThroughTanh: LanePairFunction {
  @inline(__always)
  func callAsFunction(_ gradient: Lanes, _ output: Lanes) -> Lanes { gradient.throughTanh(output) }
}

/// g where y is positive, 0 elsewhere.
struct ThroughRectifier: LanePairFunction {
  @inline(__always)
  func callAsFunction(_ gradient: Lanes, _ output: Lanes) -> Lanes { lanes16_where_positive(gradient, output) }
}

/// g·y·(1 - y).
struct ThroughSigmoid: LanePairFunction {
  @inline(__always)
  func callAsFunction(_ gradient: Lanes, _ output: Lanes) -> Lanes { gradient * (output * (1 - output)) }
}

/// p·(g - Σ g·p), with the sum over a row.
struct ThroughSoftmax: LanePairFunction {
  let overlap: Float

  @inline(__always)
  func callAsFunction(_ gradient: Lanes, _ probability: Lanes) -> Lanes { probability * (gradient - overlap) }
}
