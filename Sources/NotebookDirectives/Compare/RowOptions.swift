import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// A row of a comparison: about one number, or about several points of a recorded series.
enum RowOptions: NestedOptions {
  static let owner = "a row"
  static let summary = "One number, or several points of a recorded series, and what is accepted."

  static let subject = DeclaredOption("subject", .text(), "What is compared, in words.", isRequired: true)
  static let measured = DeclaredOption(
    "measured",
    .measured(
      .numberOrSeries,
      "the name of a number such as `test.accuracy`, or of a series where points are given",
      example: "test.accuracy", examples: ["evaluate.loss", "evaluate.accuracy"]),
    "The number, or the series.", isRequired: true)
  static let reported = DeclaredOption(
    "reported", .reported, "The published figure, or a list of them, one for each point.",
    examples: OptionExamples(["0.5", "0.25"]))
  static let range = DeclaredOption("range", .range, "What is accepted.")
  static let ranges = DeclaredOption(
    "ranges", OptionType.range.list(of: "a range", examples: ["[0..9, 0..9]", "[0..9, 0..8]"]),
    "What is accepted at each point.",
    examples: OptionExamples(
      ["[0..9, 0..9]", "[0..9, 0..8]"],
      beside: [ExampleOption("measured", "train.batch_loss"), ExampleOption("at", "[0, 2]")], without: ["range"]))
  static let tolerance = DeclaredOption(
    "tolerance", .number(0...1e300), "The distance from the reported figure that is accepted, in place of ranges.",
    examples: OptionExamples(["0.5", "9"], beside: [ExampleOption("reported", "0.5")], without: ["range"]))
  static let places = FigurePlaceOptions(
    beside: points("train.batch_loss"), without: ["range"],
    units: OptionExamples([
      OptionExamples.Case(
        "step", beside: points("train.batch_loss") + [ExampleOption("at", "[0, 2]")], without: ["range"]),
      OptionExamples.Case(
        "epoch", beside: points("train.test_loss") + [ExampleOption("at", "[0, 2]")], without: ["range"]),
    ]))
  static let notComparable = DeclaredOption(
    "not_comparable", .text("a phrase that follows \u{201C}because\u{201D}"), "Why the two cannot be compared.")

  static let options: [any OptionDeclaration] =
    [subject, measured, reported, range, ranges, tolerance] + places.all + [notComparable]
  static let example = [
    ExampleOption("subject", "loss"), ExampleOption("measured", "evaluate.loss"), ExampleOption("range", "0..9"),
  ]

  static var type: OptionType<NestedValue<[ComparedRow]>> { OptionType.group(RowOptions.self, named: "rows") }

  /// Two figures of a series.
  private static func points(_ series: String) -> [ExampleOption] {
    [ExampleOption("measured", series), ExampleOption("reported", "[0.5, 0.5]"), ExampleOption("tolerance", "9")]
  }

  /// What is measured has to be there, and a row decides something, whatever else is wrong with it.
  static func check(_ values: inout OptionValues) {
    if let reference = values[measured] {
      let isSeries = values.isGiven(places.every) || values.isGiven(places.at)
      values.reading { reader in
        _ = isSeries ? reader.unit(of: reference) != nil : reader.check(reference)
      }
    }
    let deciding: [any OptionDeclaration] = [range, ranges, tolerance, notComparable]
    guard !deciding.contains(where: { values.isGiven($0) }) else { return }
    values.reportMissing(
      deciding.map(\.name), "a row says what it accepts",
      suggestion: "add 'range: 0.94..0.97', 'tolerance: 0.02' or 'not_comparable: why'")
  }

  /// One row, or the rows of a whole series.
  static func make(_ values: inout OptionValues) -> [ComparedRow]? {
    guard let subject = values[subject], let reference = values[measured] else { return nil }
    let isSeries = values.isGiven(places.every) || values.isGiven(places.at)
    for option in isSeries ? [range] : [ranges, places.unit] as [any OptionDeclaration] where values.isGiven(option) {
      values.report(
        .conflictingKeys, at: values.place(of: option),
        isSeries
          ? "'\(option.name)' goes with one number; several points have 'ranges'"
          : "'\(option.name)' goes with several points, whose places 'every' or 'at' says")
    }
    return isSeries ? points(subject, reference, &values) : number(subject, reference, &values)
  }

  private static func number(
    _ subject: String, _ reference: FieldReference, _ values: inout OptionValues
  ) -> [ComparedRow]? {
    if (values[reported]?.count ?? 1) != 1 {
      values.report(.wrongType, at: values.place(of: reported), "'reported' is one value, not a list")
    }
    if values.isGiven(tolerance) && values.isGiven(range) {
      values.report(.conflictingKeys, at: values.place(of: tolerance), "a row has 'range' or 'tolerance', not both")
    }
    if values.isGiven(tolerance) && !values.isGiven(reported) {
      values.report(.missingKey, at: values.place(of: tolerance), "a tolerance is around a 'reported' figure")
    }
    let accepted: Comparison.Acceptance? =
      values[range].map { .range($0) } ?? values[tolerance].map { .tolerance($0) }
    guard values.reading({ $0.check(reference) }) else { return nil }
    return [
      ComparedRow(
        subject: subject, source: .field(reference), reported: values[reported]?.first, accepted: accepted,
        notComparable: reason(for: reference, &values))
    ]
  }

  private static func points(
    _ subject: String, _ reference: FieldReference, _ values: inout OptionValues
  ) -> [ComparedRow]? {
    let unit = values.reading { $0.unit(of: reference) }
    let ranges = values[ranges] ?? []
    let figures = values[reported]
    // What the article does not print can still be held against a range.
    if figures == nil, ranges.isEmpty {
      values.reportMissing([reported.name], "\(owner) needs 'reported'", suggestion: nil)
    }
    guard let places = places.places(count: figures?.count ?? ranges.count, &values), let unit else { return nil }
    if places.unit != unit {
      values.report(
        .conflictingKeys, at: values.position,
        "'\(reference.text)' counts \(unit.rawValue)s, not \(places.unit.rawValue)s")
    }
    let tolerance = values[tolerance]
    if tolerance != nil && !ranges.isEmpty {
      values.report(
        .conflictingKeys, at: values.place(of: Self.tolerance), "a row has 'ranges' or 'tolerance', not both")
    }
    if !ranges.isEmpty, ranges.count != places.positions.count {
      values.report(
        .wrongType, at: values.place(of: Self.ranges),
        "'ranges' has one range for each of the \(places.positions.count) figures")
      return nil
    }
    let reason = reason(for: reference, &values)
    return places.positions.enumerated().map { index, x in
      ComparedRow(
        subject: "\(subject), \(places.unit.rawValue) \(x)", source: .point(reference, x: x),
        reported: figures?[index],
        accepted: ranges.isEmpty ? tolerance.map { .tolerance($0) } : .range(ranges[index]), notComparable: reason)
    }
  }

  /// Why the two cannot be compared: because the row says so, or because data stand in for the real ones.
  private static func reason(for reference: FieldReference, _ values: inout OptionValues) -> String? {
    let reason = values[notComparable] ?? values.scope.standIn(for: reference.label)
    values.resolve(notComparable, to: reason)
    return reason
  }
}

extension OptionType where Value == [Double] {
  /// One figure or several.
  fileprivate static var reported: OptionType<[Double]> {
    let one = OptionType<Double>.number(-1e300...1e300)
    return OptionType(
      form: { .either([one.form(), .list(one.form(), orOne: false)]) }, examples: ["0.5", "[0.5, 0.5]"],
      contribute: { figures, name, dependencies in
        for (index, figure) in figures.enumerated() { one.contribute(figure, "\(name) \(index + 1)", &dependencies) }
      },
      read: { value, what, reader in
        if case .scalar(let text, _) = value.kind, let reference = FieldReference(text, at: value.position) {
          reader.report(
            .wrongType, at: value.position, "\(what) is a figure that somebody published, not a measured number",
            suggestion:
              "two measured numbers are compared by an expectation, such as 'expect: test.accuracy >= \(reference.text)'"
          )
          return nil
        }
        return OptionType.figures(examples: []).read(value, what, &reader)
      })
  }
}
