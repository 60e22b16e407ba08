/// How a chart shows what it is of.
enum ChartKind: String, Sendable, CaseIterable {
  case lines
  case strips
  case bars
  case heatMap = "heat_map"

  /// Whether it shows series, and not numbers.
  var isOfSeries: Bool { self == .lines || self == .strips }

  /// As messages name them.
  var phrase: String {
    switch self {
    case .lines, .strips, .bars: rawValue
    case .heatMap: "a heat map"
    }
  }
}
