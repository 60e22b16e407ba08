import Datasets
import NotebookPlanning
import NotebookSyntax

/// `table: FILE`: a table below the notebook's own folder, of which every line is a time step.
enum TableKind: DataSourceKind {
  static let key = "table"
  static let names: [String]? = nil

  /// When numbers are told.
  enum Telling: String, Sendable, CaseIterable {
    case once
    case everyStep = "every_step"

    var moment: ExampleShape.Moment { self == .once ? .once : .eachStep }
  }

  static let table = DeclaredOption(
    "table",
    .path(of: "a file inside the notebook's own folder", examples: ["levels.csv", "other-levels.csv"]),
    "A table inside the notebook's own folder, in place of `dataset`: a line for each time step, its numbers in columns.",
    examples: OptionExamples(
      ["levels.csv", "other-levels.csv"], beside: [ExampleOption("target", "level"), ExampleOption("time_steps", "4")],
      without: gone), alsoKnownAs: ["csv", "series", "time_series"])
  static let target = DeclaredOption(
    "target", .columns(examples: ["level", "[wind, 2]"]), "The column whose later numbers are told, or several.",
    otherwise: "the only one", examples: inTable(["level", "[wind, 2]"], target: nil),
    alsoKnownAs: ["targets", "y", "predict"])
  static let inputs = DeclaredOption(
    "inputs", .columns(examples: ["[level, wind]", "2"]), "The columns that are read.",
    otherwise: "those that are told", examples: inTable(["[level, wind]", "2"]),
    alsoKnownAs: ["input", "features", "columns", "x"])
  static let ahead = DeclaredOption(
    "ahead", .integer(1...10_000, unit: "lines"), default: 1,
    "How many lines after a time step the number stands that is told at it.", examples: inTable(["2", "3"]),
    alsoKnownAs: ["horizon", "steps_ahead", "forecast"])
  static let told = DeclaredOption(
    "told", .word(of: Telling.allCases), default: .once,
    "When numbers are told: once, after the last step of a window, or at every step of it.",
    examples: inTable(["every_step", "once"]), alsoKnownAs: ["return_sequences"])
  static let stride = DeclaredOption(
    "stride", .integer(1...10_000, unit: "lines"),
    "How many lines after a window the next one begins.",
    otherwise: "as many as are told in a window, so that each line is told once",
    examples: inTable(["2", "3"]), alsoKnownAs: ["sequence_stride", "hop"])
  static let standardize = DeclaredOption(
    "standardize", .truth, default: false,
    "Whether each column is told in deviations from its mean, both of them those of the training part.",
    examples: inTable(["true", "false"]),
    alsoKnownAs: ["standardise", "standard", "scale", "scaler", "zscore"])
  static let options: [any OptionDeclaration] = [
    table, target, inputs, ahead, told, stride, standardize, SharedLoadOptions.validation, SharedLoadOptions.test,
    SharedLoadOptions.timeSteps,
  ]

  /// What the first example of `{load}` has that does not go with a table.
  private static let gone = ["dataset", "train", "test", "validation"]

  /// Values that go with a table.
  private static func inTable(_ values: [String], target: String? = "level") -> OptionExamples {
    OptionExamples(
      values,
      beside: [ExampleOption("table", "levels.csv"), ExampleOption("time_steps", "4")]
        + (target.map { [ExampleOption("target", $0)] } ?? []), without: gone)
  }

  private static let usualTimeSteps = 50
  private static let usualTest = PartSize.share(0.1)

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    guard let path = NotebookFolder(values.scope.environment.notebookFolder).path(of: name) else {
      values.report(.unreadableData, at: position, NotebookFolder.refusal(of: name))
      return nil
    }
    let file = NumberTableFile(path: path)
    let findings: NumberTableFindings
    do throws(DatasetError) {
      findings = try values.scope.environment.memory.findings(of: file)
    } catch {
      values.report(.unreadableData, at: position, "\(error.renaming(path, to: name))")
      return nil
    }
    guard let columns = columns(of: findings, &values),
      areNumbers(columns.inputs + columns.targets, of: findings, in: name, at: position, &values),
      let windows = windows(&values), let parts = parts(of: findings, windows, &values)
    else { return nil }
    values.depend(onFile: "table", digest: findings.digest)
    return TableSource(
      file: file, name: name, findings: findings, memory: values.scope.environment.memory, inputs: columns.inputs,
      targets: columns.targets, windows: windows, parts: parts, isStandardized: values[standardize])
  }

  /// What is read and what is told; reports columns that are not there.
  private static func columns(
    of table: NumberTableFindings, _ values: inout OptionValues
  ) -> (inputs: [Int], targets: [Int])? {
    for option in [target, inputs] where values.isGiven(option) && values[option] == nil { return nil }
    guard values[target] != nil || table.columns == 1 else {
      values.reportMissing(
        [target.name], "{load} of a table of \(table.columns) columns needs 'target'",
        suggestion: table.names.map { "its columns are \(ColumnName.list(of: $0))" }
          ?? "write a place from 1 to \(table.columns)")
      return nil
    }
    let first = [ColumnName(text: "1", position: values.position)]
    guard let targets = ColumnName.columns(values[target] ?? first, of: table, &values) else { return nil }
    var inputs = targets
    if let names = values[Self.inputs] {
      guard let named = ColumnName.columns(names, of: table, &values) else { return nil }
      inputs = named
    }
    // Places stand in the cache key, whichever way a column was named.
    func names(_ columns: [Int]) -> [ColumnName] {
      columns.map { ColumnName(text: "\($0 + 1)", position: values.position) }
    }
    values.resolve(target, to: names(targets))
    values.resolve(Self.inputs, to: names(inputs))
    return (inputs, targets)
  }

  /// Whether columns have a number in every line; reports the first that has something else.
  private static func areNumbers(
    _ columns: [Int], of table: NumberTableFindings, in name: String, at position: SourcePosition,
    _ values: inout OptionValues
  ) -> Bool {
    let strays = Set(columns).sorted().compactMap { column in table.strays[column].map { (column, $0) } }
    for (column, stray) in strays {
      let error = DatasetError(name, .notANumber(line: stray.line, column: column + 1, found: stray.found))
      values.report(.unreadableData, at: position, "\(error)")
    }
    return strays.isEmpty
  }

  private static func windows(_ values: inout OptionValues) -> SeriesWindows? {
    guard let steps = SharedLoadOptions.steps(of: "a table", usually: usualTimeSteps, &values) else { return nil }
    values.resolve(SharedLoadOptions.timeSteps, to: .count(steps))
    return SeriesWindows(steps: steps, ahead: values[ahead], told: values[told].moment, stride: values[stride])
  }

  /// Which lines are told in which part; reports parts without a window.
  private static func parts(
    of table: NumberTableFindings, _ windows: SeriesWindows, _ values: inout OptionValues
  ) -> ConsecutiveParts? {
    let validation = values[SharedLoadOptions.validation].count(of: table.lines)
    let test = (values[SharedLoadOptions.test] ?? usualTest).count(of: table.lines)
    let given = [SharedLoadOptions.test as any OptionDeclaration, SharedLoadOptions.validation].first {
      values.isGiven($0)
    }
    let place = values.place(of: given?.name ?? SharedLoadOptions.timeSteps.name)
    guard let parts = ConsecutiveParts(count: table.lines, validation: validation, test: test) else {
      values.report(.outOfRange, at: place, "the table has \(table.lines) lines, of which none are left to train on")
      return nil
    }
    for (name, part) in [("training", parts.train), ("validation", parts.validation), ("test", parts.test)]
    where windows.count(in: part) == 0 && (!part.isEmpty || name == "training") {
      values.report(
        .outOfRange, at: place,
        "the \(name) part has \(part.count) line\(part.count == 1 ? "" : "s"), too few for a window: \(windows.steps) are read, and "
          + (windows.told == .once ? "what is told stands" : "as many told, each") + " \(windows.ahead) ahead")
      return nil
    }
    values.resolve(SharedLoadOptions.validation, to: .count(validation))
    values.resolve(SharedLoadOptions.test, to: .count(test))
    return parts
  }
}
