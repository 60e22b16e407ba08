import NotebookPlanning
import NotebookSyntax

/// `{compare}`: reported figures against measured ones, each with a verdict.
enum CompareDirective: Directive {
  static let keyword = "compare"
  static let summary = "Holds measured numbers against published ones and gives a verdict for each."

  static let rows = DeclaredOption(
    "rows",
    RowOptions.type.list(of: "a row", each: "row", examples: ["[\(row)]", "[\(row), \(row)]"]),
    "What is compared, a row or a series of points each.", isRequired: true,
    suggestion: "write 'rows:' and a line '- {subject: …, measured: test.accuracy, range: 0.9..1}' for each",
    alsoKnownAs: ["compare", "table"])
  static let options: [any OptionDeclaration] = [rows]

  static let examples = [[ExampleOption("rows", "[\(row)]")]]

  private static let row = RowOptions.type.examples[0]

  static func fields(_ values: OptionValues) -> [String] { ["held", "rows"] }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let rows = values[rows] else { return nil }
    if rows.isEmpty {
      values.report(.wrongType, at: values.place(of: Self.rows), "a comparison has at least one row")
    }
    let compared = rows.flatMap(\.made)
    var symbol = Symbol(.measurements, fields: ["held", "rows"])
    symbol.shown = ShownSize(rows: compared.count)
    return PlannedAction(CompareAction(rows: compared), leaves: symbol)
  }
}
