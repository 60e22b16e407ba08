import Foundation
import LanguageService
import NotebookPlanning
import NotebookSyntax

/// A text that a client has open, with what is understood of it.
struct ClientDocument {
  let uri: String
  let version: Int?
  let read: ReadNotebook
  let notebook: OpenNotebook?
  let lines: SourceLines

  init(_ text: String, uri: String, version: Int?, planner: NotebookPlanner, language: [OptionTopic]) {
    self.uri = uri
    self.version = version
    read = planner.read(text, as: Self.file(uri))
    lines = SourceLines(read.source)
    notebook = read.understood.map { OpenNotebook($0.document, scope: $0.scope, language: language) }
  }

  /// The file that a text is saved in; for one that is in none, one in the folder that the server runs in.
  private static func file(_ uri: String) -> NotebookFile {
    guard let url = URL(string: uri), url.isFileURL, !url.path(percentEncoded: false).isEmpty else {
      return NotebookFile(path: "untitled.md")
    }
    return NotebookFile(path: url.path(percentEncoded: false))
  }

  /// Nobody looks at more.
  private static let mostDiagnostics = 1000

  /// What is wrong with it, from the top.
  func diagnostics(_ encoding: PositionEncoding) -> PublishedDiagnostics {
    var counter = PlaceCounter(encoding, lines)
    var items = located(encoding).map { item($0.diagnostic, at: $0.range, &counter) }
    if let failure = read.failure {
      let top = ClientPosition(line: 0, character: 0)
      items.append(
        PublishedDiagnostics.Item(
          range: ClientRange(start: top, end: top), severity: 1, code: "file", message: failure.description,
          relatedInformation: nil))
    }
    return PublishedDiagnostics(uri: uri, version: version, diagnostics: items)
  }

  /// What is wrong with it and is told, with its places as the client counts.
  func located(_ encoding: PositionEncoding) -> [(diagnostic: Diagnostic, range: ClientRange)] {
    var counter = PlaceCounter(encoding, lines)
    return read.diagnostics.prefix(Self.mostDiagnostics).map { diagnostic in
      let end = diagnostic.end ?? diagnostic.position
      return (diagnostic, counter.range(SourceRange(diagnostic.position, to: end)))
    }
  }

  /// A diagnostic as it is told.
  func item(
    _ diagnostic: Diagnostic, at range: ClientRange, _ counter: inout PlaceCounter
  ) -> PublishedDiagnostics.Item {
    let related = diagnostic.related.map { related in
      let place = SourceRange(related.position, to: related.position)
      return PublishedDiagnostics.Item.Related(
        location: ClientLocation(uri: uri, range: counter.range(place)), message: related.message)
    }
    return PublishedDiagnostics.Item(
      range: range, severity: diagnostic.severity == .error ? 1 : 2,
      code: diagnostic.identifier.rawValue,
      message: diagnostic.suggestion.map { "\(diagnostic.message); \($0)" } ?? diagnostic.message,
      relatedInformation: related.isEmpty ? nil : related)
  }
}
