import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// A row of a comparison, before anything is measured.
struct ComparedRow: Sendable {
  enum Source: Sendable {
    case field(FieldReference)
    case point(FieldReference, x: Int)
  }

  let subject: String
  let source: Source
  let reported: Double?
  let accepted: Comparison.Acceptance?
  /// Why the two cannot be compared; a phrase that follows "because".
  let notComparable: String?

  /// Reads one row, or the rows of a whole series.
  static func read(from options: inout OptionReader) -> [ComparedRow]? {
    let subject = options.required("subject").flatMap { options.text(of: $0, as: "'subject'") }
    let measured = options.required("measured")
    let reason = options.text("not_comparable")
    guard let subject, let measured else {
      ignoreTheRest(&options)
      return nil
    }
    if options.isGiven("every") || options.isGiven("at") {
      return points(subject, measured, reason: reason, &options)
    }
    let reported = options.number("reported", in: -1e300...1e300)
    let accepted = acceptance(&options, hasReported: reported != nil)
    guard let reference = options.field(measured, as: "'measured'") else { return nil }
    checkIsDecidable(accepted != nil || reason != nil, &options)
    let standIn = options.scope.standIn(for: reference.label)
    return [
      ComparedRow(
        subject: subject, source: .field(reference), reported: reported, accepted: accepted,
        notComparable: reason ?? standIn)
    ]
  }

  private static func points(
    _ subject: String, _ measured: YAMLValue, reason: String?, _ options: inout OptionReader
  ) -> [ComparedRow]? {
    let series = options.series(measured, as: "'measured'")
    let tolerance = options.number("tolerance", in: 0...1e300)
    let rangeItems = options.items("ranges")
    let ranges = rangeItems.compactMap { options.range(of: $0, as: "a range") }
    // What the article does not print can still be held against a range.
    let isReported = options.isGiven("reported") || rangeItems.isEmpty
    let figures = isReported ? PrintedFigures.read("reported", from: &options) : nil
    let places = isReported ? figures?.places : PrintedFigures.places(count: rangeItems.count, from: &options)
    guard let places, ranges.count == rangeItems.count, let series else { return nil }
    if places.unit != series.unit {
      options.report(
        .conflictingKeys, at: options.position,
        "'\(series.reference.text)' counts \(series.unit.rawValue)s, not \(places.unit.rawValue)s")
    }
    if tolerance != nil && !ranges.isEmpty {
      options.report(
        .conflictingKeys, at: options.place(of: "tolerance"), "a row has 'ranges' or 'tolerance', not both")
    }
    if !rangeItems.isEmpty, ranges.count != places.positions.count {
      options.report(
        .wrongType, at: options.place(of: "ranges"),
        "'ranges' has one range for each of the \(places.positions.count) figures")
      return nil
    }
    checkIsDecidable(tolerance != nil || !ranges.isEmpty || reason != nil, &options)
    let standIn = options.scope.standIn(for: series.reference.label)
    return places.positions.enumerated().map { index, x in
      ComparedRow(
        subject: "\(subject), \(places.unit.rawValue) \(x)", source: .point(series.reference, x: x),
        reported: figures?.points[index].y,
        accepted: ranges.isEmpty ? tolerance.map { .tolerance($0) } : .range(ranges[index]),
        notComparable: reason ?? standIn)
    }
  }

  private static func acceptance(_ options: inout OptionReader, hasReported: Bool) -> Comparison.Acceptance? {
    let tolerance = options.number("tolerance", in: 0...1e300)
    let range = options.value("range").flatMap { options.range(of: $0, as: "'range'") }
    if options.isGiven("tolerance") && options.isGiven("range") {
      options.report(.conflictingKeys, at: options.place(of: "tolerance"), "a row has 'range' or 'tolerance', not both")
    }
    if tolerance != nil && !hasReported {
      options.report(.missingKey, at: options.place(of: "tolerance"), "a tolerance is around a 'reported' figure")
    }
    return range.map { .range($0) } ?? tolerance.map { .tolerance($0) }
  }

  private static func checkIsDecidable(_ isDecidable: Bool, _ options: inout OptionReader) {
    guard !isDecidable else { return }
    options.reportMissing(
      ["range", "ranges", "tolerance", "not_comparable"], "a row says what it accepts",
      suggestion: "add 'range: 0.94..0.97', 'tolerance: 0.02' or 'not_comparable: why'")
  }

  private static func ignoreTheRest(_ options: inout OptionReader) {
    for key in ["reported", "range", "ranges", "tolerance", "every", "at", "unit"] { _ = options.value(key) }
  }
}
