import Datasets
import LanguageService
import NotebookDirectives
import NotebookPlanning
import NotebookSyntax
import TestSupport

/// A notebook in which 1️⃣ marks the cursor.
struct TypedNotebook {
  let open: OpenNotebook
  let cursor: SourcePosition
  private let marked: MarkedNotebook

  init(_ text: String) {
    marked = MarkedNotebook(text)
    cursor = marked[1]
    open = Self.open(marked.text)
  }

  /// A notebook as an editor has it open.
  static func open(_ text: String) -> OpenNotebook {
    let document = NotebookParser.parse(text, file: "notebook.md").value
    return OpenNotebook(document, scope: cells(document).value.scope, language: LanguageReference.roots)
  }

  /// What is wrong in a notebook.
  static func problems(in text: String) -> [Diagnostic] {
    let document = NotebookParser.parse(text, file: "notebook.md")
    return document.diagnostics + cells(document.value).diagnostics
  }

  private static func cells(_ document: NotebookDocument) -> Diagnosed<CellsPlan> {
    let environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: "/nowhere")
    return CellsPlan.make(document, of: DirectiveRegistry.directives, in: environment)
  }

  subscript(_ digit: Int) -> SourcePosition { marked[digit] }

  var completions: Completions? { open.completions(at: cursor) }

  /// The names that are offered, in order.
  var offered: [String] { completions?.items.map(\.name) ?? [] }

  func completion(_ name: String) -> Completion? { completions?.items.first { $0.name == name } }

  /// What is said of the place of the cursor.
  var hover: String? { open.hover(at: cursor, measured: .nothing)?.paragraphs.joined(separator: "\n") }

  /// The text with another in the place of what a completion is for.
  func text(after name: String) -> String? {
    guard let completions, let item = completion(name) else { return nil }
    return marked.text.replacing(completions.range, with: item.text)
  }
}

extension String {
  /// The text with another one in a stretch of one line.
  func replacing(_ range: SourceRange, with text: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    lines[range.start.line - 1].replaceSubrange(
      range.start.column - 1..<range.end.column - 1, with: Array(text.unicodeScalars))
    return lines.map { line in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      return String(view)
    }.joined(separator: "\n")
  }

  /// What stands in a stretch of one line.
  func text(in range: SourceRange) -> String {
    let line = split(separator: "\n", omittingEmptySubsequences: false)[range.start.line - 1]
    let scalars = line.unicodeScalars.dropFirst(range.start.column - 1).prefix(range.end.column - range.start.column)
    return String(scalars)
  }
}
