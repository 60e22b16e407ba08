import Foundation
import NotebookSyntax

/// What is wrong in a notebook as one line of JSON.
enum DiagnosticJSON {
  static func line(_ diagnostic: Diagnostic, file: String) -> String {
    encoded(
      Fields(
        file: file, line: diagnostic.position.line, column: diagnostic.position.column, endLine: diagnostic.end?.line,
        endColumn: diagnostic.end?.column, severity: diagnostic.severity.rawValue,
        id: diagnostic.identifier.rawValue, message: diagnostic.message, suggestion: diagnostic.suggestion?.phrase,
        expected: diagnostic.expected,
        replacement: diagnostic.replacement.map {
          Change(
            line: $0.start.line, column: $0.start.column, endLine: $0.end.line, endColumn: $0.end.column, text: $0.text)
        },
        related: diagnostic.related.isEmpty
          ? nil
          : diagnostic.related.map { Place(line: $0.position.line, column: $0.position.column, message: $0.message) }))
  }

  /// A file that cannot be read.
  static func line(_ problem: FileProblem, file: String) -> String {
    encoded(Fields(file: file, severity: Diagnostic.Severity.error.rawValue, id: "file", message: problem.description))
  }

  /// What there is to say of a notebook as a whole.
  static func summary(file: String, cells: Int?, errors: Int, warnings: Int) -> String {
    encoded(Summary(file: file, cells: cells, errors: errors, warnings: warnings))
  }

  private struct Fields: Encodable {
    let file: String
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
    let severity: String
    let id: String
    let message: String
    var suggestion: String?
    var expected: String?
    var replacement: Change?
    var related: [Place]?
  }

  /// What to write in place of what.
  private struct Change: Encodable {
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let text: String
  }

  private struct Place: Encodable {
    let line: Int
    let column: Int
    let message: String
  }

  private struct Summary: Encodable {
    let file: String
    let cells: Int?
    let errors: Int
    let warnings: Int
  }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
