import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What a sweep collects of each point: a number that a cell above measures, or a series that it records.
struct SweptNumber: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number
    case series(RecordedSeries.Unit, length: Int)
  }

  let reference: FieldReference
  let kind: Kind
  let position: SourcePosition
  /// What the sweep calls it.
  var name: String

  var isSeries: Bool { if case .series = kind { true } else { false } }

  /// The name in words.
  var title: String { name.split(separator: "_").joined(separator: " ") }

  /// Whether a larger one is better; nil where neither is, or nobody knows.
  var isLargerBetter: Bool? {
    MetricRegistry.metric(of: reference.field)?.isLargerBetter
  }

  init(_ reference: FieldReference, _ kind: Kind) {
    self.reference = reference
    self.kind = kind
    position = reference.position
    name = reference.name.map { $0 == "@" || $0 == "." ? "_" : $0 }.reduce(into: "") { $0.append($1) }
  }
}

extension [SweptNumber] {
  /// Names that tell all of them apart: those of the numbers alone, or with their cells'.
  var named: [SweptNumber] {
    map { number in
      var number = number
      if contains(where: { $0.name == number.name && $0.reference != number.reference }) {
        number.name = "\(number.reference.label)_\(number.name)"
      }
      return number
    }
  }
}

extension OptionType where Value == [SweptNumber] {
  /// `[test.accuracy, fit.batch_loss]`: of a series that has a last value both are collected.
  static var collected: OptionType<[SweptNumber]> {
    let one = OptionType<[SweptNumber]>(
      form: .name(
        .numberOrSeries, "a number or a series that a cell above leaves behind, such as `test.accuracy`"),
      examples: ["evaluate.accuracy", "train.batch_loss"], phrase: { $0.first?.reference.text ?? "" },
      read: { value, what, reader in reader.collected(value, as: what) })
    let list = one.list(
      of: "what is collected", examples: ["[evaluate.accuracy]", "[evaluate.loss, train.batch_loss]"])
    return OptionType(
      form: list.form, examples: list.examples,
      contribute: { numbers, name, dependencies in
        let texts = numbers.map(\.reference.text).joined(separator: ", ")
        dependencies.settings.append(CellDependencies.Setting(name, texts))
      },
      read: { value, what, reader in list.read(value, what, &reader).map { $0.flatMap(\.self) } })
  }
}

extension OptionReader {
  fileprivate mutating func collected(_ value: YAMLValue, as what: String) -> [SweptNumber]? {
    guard let text = text(of: value, as: what) else { return nil }
    guard let reference = FieldReference(text, at: value.position) else {
      report(.malformedReference, at: value.position, "\(what) is a name such as test.accuracy, not '\(text)'")
      return nil
    }
    let symbol = scope.symbols[reference.label]
    if let symbol, symbol.sweptCells > 0 {
      report(
        .wrongKind, at: value.position, "'\(reference.label)' is a sweep, and no sweep collects from another",
        suggestion: "sweep over all at once")
      return nil
    }
    guard reference.excerpt == nil, let symbol, let unit = symbol.series[reference.field] else {
      return check(reference) ? [SweptNumber(reference, .number)] : nil
    }
    let series = SweptNumber(reference, .series(unit, length: symbol.lengths[reference.field] ?? 0))
    return symbol.fields.contains(reference.field) ? [SweptNumber(reference, .number), series] : [series]
  }
}
