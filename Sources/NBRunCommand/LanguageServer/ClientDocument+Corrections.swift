import LanguageService
import NotebookSyntax

extension ClientDocument {
  /// The changes that put right what is wrong in a stretch of the text; nil where the client takes none or asks for others.
  func corrections(_ parameters: CodeActionParameters, for client: ClientManner) -> [CodeAction]? {
    let isWanted = parameters.context?.only?.contains { $0.isEmpty || $0 == CodeAction.correction } ?? true
    guard client.takesCodeActions, isWanted else { return nil }
    var (places, related) = (PlaceCounter(client.encoding, lines), PlaceCounter(client.encoding, lines))
    return located(client.encoding).compactMap { diagnostic, range in
      guard let replacement = diagnostic.replacement, range.touches(parameters.range) else { return nil }
      let place = places.range(SourceRange(replacement.start, to: replacement.end))
      return CodeAction(
        title: diagnostic.correctionTitle, diagnostics: [item(diagnostic, at: range, &related)],
        edit: WorkspaceEdit(changes: [uri: [ClientEdit(range: place, newText: replacement.text)]]))
    }
  }
}

extension Diagnostic {
  /// What an editor calls the correction: what is written then, where that can be seen.
  fileprivate var correctionTitle: String {
    let text = replacement?.text ?? ""
    return text.allSatisfy(\.isWhitespace) ? suggestion?.phrase.capitalizedFirst ?? "" : "Write '\(text)'"
  }
}
