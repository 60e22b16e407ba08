import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What bars or a heat map are of.
enum ChartNumber: Sendable {
  /// One number; whether a run may come to its end without it.
  case measured(FieldReference, name: String, mayFail: Bool)
  case written(Double, name: String)
  /// A number of all points of a sweep; without a name it is called as the points are.
  case swept(FieldReference, SweptNumbers, SweptNumbers.Number, name: String?)

  var name: String {
    switch self {
    case .measured(_, let name, _), .written(_, let name): name
    case .swept(let reference, _, _, let name): name ?? reference.text
    }
  }
}

extension ChartNumber {
  /// How many points of charts its bars come to, each of which shows its whole name.
  var shownPoints: Int {
    guard case .swept(_, let swept, _, _) = self else { return 1 + name.utf8.count / Self.lettersOfAPoint }
    let count = swept.groups.count
    return count + (count * name.utf8.count + swept.titleLength) / Self.lettersOfAPoint
  }

  /// Letters of names that take as much as a point of a chart.
  private static let lettersOfAPoint = 100
}

/// A number of a chart with its options: `{number: test.accuracy, name: …}` or `{value: 0.93, name: …}`.
enum NumberOptions: NestedOptions {
  static let owner = "a number"
  static let summary = "A measured number, a number of all points of a sweep, or one that was printed somewhere."
  static let number = DeclaredOption(
    "number",
    .measured(
      .number, "the name of a number such as `test.accuracy`, or of one that a sweep collects",
      example: "test.accuracy",
      examples: ["evaluate.accuracy", "evaluate.loss"]),
    "A measured number; of a sweep, without its settings, that of every setting.")
  static let value = DeclaredOption(
    "value", .number(-1e300...1e300), "A printed figure, in place of `number`.",
    examples: OptionExamples(["0.5", "0.25"], without: ["number"]))
  static let name = DeclaredOption(
    "name", .text(), "What the chart calls it; before the settings of a sweep.",
    otherwise: "the name of the number, or `reported`")
  static let options: [any OptionDeclaration] = [number, value, name]
  static let example = [ExampleOption("number", "evaluate.accuracy"), ExampleOption("name", "measured")]

  static func make(_ values: inout OptionValues) -> ChartNumber? {
    let name = values[name]
    if let reference = values[number] {
      if values.isGiven(value) {
        values.report(
          .conflictingKeys, at: values.place(of: value), "'value' is a printed figure, in place of 'number'")
      }
      values.resolve(Self.name, to: name ?? reference.text)
      return values.reading { $0.chartNumber(reference, name: name) }
    }
    guard let figure = values[value] else {
      if !values.isGiven(number), !values.isGiven(value) {
        values.reportMissing([number.name, value.name], "\(owner) needs 'number'", suggestion: nil)
      }
      return nil
    }
    return .written(figure, name: name ?? "reported")
  }
}

extension OptionType where Value == [ChartPart<ChartNumber>] {
  /// Numbers, each by its name alone or with options.
  static var chartNumbers: OptionType<[ChartPart<ChartNumber>]> {
    let number = OptionType<ChartPart<ChartNumber>>.part(
      .measured(
        .number, "the name of a number, such as `test.accuracy`", example: "test.accuracy",
        examples: ["evaluate.accuracy"]),
      or: .group(NumberOptions.self, named: "numbers")
    ) { reference, reader in
      reader.chartNumber(reference, name: nil)
    }
    return number.list(of: "a number", examples: number.examples.map { "[\($0)]" })
  }
}

extension OptionReader {
  /// What a name stands for in a chart of numbers; reports what has none.
  fileprivate mutating func chartNumber(_ reference: FieldReference, name: String?) -> ChartNumber? {
    let swept = scope.symbols[reference.label]?.swept
    if reference.excerpt == nil, let swept, let number = swept.numbers.first(where: { $0.name == reference.field }) {
      return .swept(reference, swept, number, name: name)
    }
    guard reference.label != RunHeader.parameterLabel else {
      report(
        .wrongKind, at: reference.position, "'\(reference.text)' is a parameter, and a measured number is asked for")
      return nil
    }
    let mayFail = swept != nil || reference.excerpt != nil
    return check(reference) ? .measured(reference, name: name ?? reference.text, mayFail: mayFail) : nil
  }
}
