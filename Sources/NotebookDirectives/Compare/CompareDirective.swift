import NotebookPlanning
import NotebookSyntax

/// `{compare}`: reported figures against measured ones, each with a verdict.
enum CompareDirective: Directive {
  static let keyword = "compare"

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let example = "write 'rows:' and a line '- {subject: …, measured: test.accuracy, range: 0.9..1}' for each"
    guard options.required("rows", suggestion: example) != nil else { return nil }
    let items = options.items("rows")
    if items.isEmpty {
      options.report(.wrongType, at: options.place(of: "rows"), "a comparison has at least one row")
    }
    let rows = items.compactMap { item in
      options.nested(item, owner: "a row") { ComparedRow.read(from: &$0) }
    }
    guard rows.count == items.count else { return nil }
    return PlannedAction(
      CompareAction(rows: rows.flatMap { $0 }), leaves: Symbol(.measurements, fields: ["held", "rows"]))
  }
}
