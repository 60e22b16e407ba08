import Datasets
import NotebookPlanning
import NotebookSyntax

/// A column of a table, as a notebook names it.
struct ColumnName: Sendable, Hashable {
  /// What the table calls it, or its place from 1 on.
  let text: String
  let position: SourcePosition

  /// The columns that some names mean, in their order; reports those that are not there, or are meant twice.
  static func columns(
    _ names: [ColumnName], of table: NumberTableFindings, _ values: inout OptionValues
  ) -> [Int]? {
    var columns: [Int] = []
    for name in names {
      let found = table.columns(called: name.text)
      guard let column = found.first, found.count == 1, !columns.contains(column) else {
        values.report(problem(with: name, found, in: table))
        return nil
      }
      columns.append(column)
    }
    return columns
  }

  private static func problem(with name: ColumnName, _ found: [Int], in table: NumberTableFindings) -> Diagnostic {
    if found.count > 1 {
      return Diagnostic(
        .conflictingKeys, at: name.position,
        "columns \(found[0] + 1) and \(found[1] + 1) are both named '\(name.text)'",
        suggestion: "write the place of the one that is meant, such as '\(found[0] + 1)'")
    }
    if let column = found.first {
      return Diagnostic(.conflictingKeys, at: name.position, "'\(table.name(of: column))' stands there twice")
    }
    guard let names = table.names else {
      return Diagnostic(
        .unknownName, at: name.position,
        "there is no column '\(name.text)': the first line of the table has numbers, so its columns go by their places",
        suggestion: table.columns == 1 ? "write '1'" : "write a place from 1 to \(table.columns)")
    }
    return Diagnostic(
      .unknownName, at: name.position, "the table has no column '\(name.text)'",
      suggestion: Spelling.suggestion(for: name.text, among: names.filter { !$0.isEmpty })
        ?? "it has \(list(of: names))")
  }

  /// Some names of columns in words.
  static func list(of names: [String]) -> String {
    let shown = names.filter { !$0.isEmpty }.prefix(8).map { "'\($0)'" }
    return shown.joined(separator: ", ", last: names.count > shown.count ? ", " : " and ")
      + (names.count > shown.count ? " and others" : "")
  }
}

extension OptionType where Value == [ColumnName] {
  /// One column or several, by their names or their places.
  static func columns(examples: [String]) -> OptionType<[ColumnName]> {
    let most = 1000
    let column = OptionType<ColumnName>(
      form: .text("the name of a column, or its place from 1 on"), examples: examples, phrase: { $0.text }
    ) { value, what, reader in
      reader.text(of: value, as: what).map { ColumnName(text: $0, position: value.position) }
    }
    let list = column.list(of: "a column", examples: examples)
    return list.reading(list.form) { value, what, reader in
      guard let columns = list.read(value, what, &reader) else { return nil }
      if (1...most).contains(columns.count) { return columns }
      reader.report(.outOfRange, at: value.position, "\(what) names from 1 to \(most) columns, not \(columns.count)")
      return nil
    }
  }
}
