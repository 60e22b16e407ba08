import NotebookResults
import SeededRandom

/// Where numbers stand on an axis, before it is brought to any length.
enum ValueScale {
  case linear
  case logarithmic

  init(_ scale: ChartStyle.Scale?) {
    switch scale {
    case .log: self = .logarithmic
    case .linear, nil: self = .linear
    }
  }

  /// Whether a number has a place at all; the very largest have none, nor on a logarithmic axis what is not above 0.
  func canShow(_ value: Double) -> Bool {
    guard value.isFinite, value.magnitude <= 1e300 else { return false }
    return self == .linear || value >= 1e-300
  }

  /// The place of a number that can be shown: itself, or its power of ten.
  func place(of value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: PortableMath.log(value) / PortableMath.log(10)
    }
  }
}
