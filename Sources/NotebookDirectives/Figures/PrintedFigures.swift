import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Figures as an article prints them, with the steps or epochs they belong to.
struct PrintedFigures: Sendable, Hashable {
  let points: [SeriesPoint]
  let unit: RecordedSeries.Unit
  /// Where each figure stands in the notebook.
  let positions: [SourcePosition]

  var places: (positions: [Int], unit: RecordedSeries.Unit) { (points.map(\.x), unit) }

  /// Reads the list under `key`, and `every` (from 0 on) or `at` (a list) for its places.
  static func read(_ key: String, from options: inout OptionReader) -> PrintedFigures? {
    let values = options.required(key) == nil ? [] : options.items(key)
    let numbers = values.compactMap { options.number(of: $0, as: "a figure", in: -1e300...1e300) }
    let places = places(count: values.count, from: &options)
    guard numbers.count == values.count, !numbers.isEmpty, let places else { return nil }
    let points = zip(places.positions, numbers).map { SeriesPoint(x: $0, y: $1) }
    return PrintedFigures(points: points, unit: places.unit, positions: values.map(\.position))
  }

  /// Reads `every` (from 0 on) or `at` (a list) for the places of so many figures.
  static func places(
    count: Int, from options: inout OptionReader
  ) -> (positions: [Int], unit: RecordedSeries.Unit)? {
    let unit = options.choice("unit", as: RecordedSeries.Unit.self)
    let at = options.value("at")
    if let every = options.value("every") {
      guard at == nil, unit == nil else {
        options.report(
          .conflictingKeys, at: every.position, "'every' says where the figures stand; 'at' and 'unit' do it otherwise")
        return nil
      }
      guard let interval = Interval.read(everyPhrase(every), from: &options) else { return nil }
      switch interval {
      case .steps(let stride): return ((0..<count).map { $0 * stride }, .step)
      case .epochs(let stride): return ((0..<count).map { $0 * stride }, .epoch)
      }
    }
    guard at != nil else {
      options.reportMissing(
        ["every", "at"], "\(options.owner) says where its figures stand",
        suggestion: "write 'every: 20 steps' or 'at: [0, 20, 40]'")
      return nil
    }
    let items = options.items("at")
    let positions = items.compactMap { options.integer(of: $0, as: "a place", in: 0...Int(Int32.max)) }
    guard positions.count == items.count else { return nil }
    guard positions.count == count, zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 }) else {
      options.report(
        .wrongType, at: options.place(of: "at"), "'at' has a place for each of the \(count) figures, in ascending order"
      )
      return nil
    }
    return (positions, unit ?? .step)
  }

  /// `20 steps` as the interval it is.
  private static func everyPhrase(_ value: YAMLValue) -> YAMLValue {
    guard case .scalar(let text, let isQuoted) = value.kind, !text.hasPrefix("every ") else { return value }
    return YAMLValue(.scalar("every \(text)", isQuoted: isQuoted), at: value.position)
  }
}

extension RecordedSeries.Unit: CaseIterable {
  static var allCases: [Self] { [.step, .epoch] }
}
