/// The colours of lines, which the style sheet gives for light and dark pages.
///
/// They are told apart with any kind of colour blindness; where there are more lines than colours, their shapes still differ.
enum ChartInk {
  static let count = 8

  /// What the style sheet calls the colour of a series, by its place in the chart.
  static func name(of series: Int) -> String { "k\(series % count + 1)" }
}
