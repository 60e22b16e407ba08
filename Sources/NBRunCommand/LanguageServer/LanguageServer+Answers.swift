import Foundation
import LanguageService
import NotebookReport
import NotebookResults
import NotebookSyntax

extension LanguageServer {
  /// Answers a question about an open notebook; one about a document that is not open, or too large to be read, has an empty answer.
  mutating func answerAboutNotebook(_ method: String, _ message: Data, to id: MessageID) throws(Refusal) -> Data {
    switch method {
    case "textDocument/completion":
      let (document, place) = try place(in: message)
      return Self.answer(id, document?.completions(at: place, for: client))
    case "textDocument/hover":
      let (document, place) = try place(in: message)
      return Self.answer(id, document?.hover(at: place, for: client, measured: document?.measured(in: store)))
    case "textDocument/codeAction":
      let parameters = try MessageJSON.parameters(CodeActionParameters.self, in: message)
      return Self.answer(id, documents[parameters.textDocument.uri]?.corrections(parameters, for: client))
    case "textDocument/definition":
      let (document, place) = try place(in: message)
      return Self.answer(id, document?.definition(at: place, client.encoding))
    case "textDocument/references":
      let parameters = try MessageJSON.parameters(ReferenceParameters.self, in: message)
      return Self.answer(
        id,
        documents[parameters.textDocument.uri]?.references(
          at: parameters.position, includingDefinition: parameters.context?.includeDeclaration ?? true,
          client.encoding))
    case "textDocument/prepareRename":
      let (document, place) = try place(in: message)
      return Self.answer(id, try document?.renamable(at: place, client.encoding))
    case "textDocument/rename":
      let parameters = try MessageJSON.parameters(RenameParameters.self, in: message)
      return Self.answer(
        id,
        try documents[parameters.textDocument.uri]?.rename(
          at: parameters.position, to: parameters.newName, client.encoding))
    default: throw Refusal(.unknownMethod, "there is no method '\(VisibleText.escaping(String(method.prefix(80))))'")
    }
  }

  private mutating func place(in message: Data) throws(Refusal) -> (ClientDocument?, ClientPosition) {
    let parameters = try MessageJSON.parameters(PlaceParameters.self, in: message)
    return (documents[parameters.textDocument.uri], parameters.position)
  }
}

extension ClientDocument {
  fileprivate func definition(at place: ClientPosition, _ encoding: PositionEncoding) -> ClientLocation? {
    notebook?.definition(at: encoding.position(place, in: lines)).map {
      ClientLocation(uri: uri, range: encoding.range($0, in: lines))
    }
  }

  fileprivate func references(
    at place: ClientPosition, includingDefinition: Bool, _ encoding: PositionEncoding
  ) -> [ClientLocation]? {
    var counter = PlaceCounter(encoding, lines)
    return notebook?.references(at: encoding.position(place, in: lines), includingDefinition: includingDefinition)
      .map { ClientLocation(uri: uri, range: counter.range($0)) }
  }

  fileprivate func renamable(at place: ClientPosition, _ encoding: PositionEncoding) throws(Refusal) -> ClientRange? {
    do throws(RenameProblem) {
      guard let notebook else { return nil }
      return encoding.range(try notebook.renamable(at: encoding.position(place, in: lines)), in: lines)
    } catch {
      throw Refusal(.failed, error.phrase)
    }
  }

  fileprivate func rename(
    at place: ClientPosition, to name: String, _ encoding: PositionEncoding
  ) throws(Refusal) -> WorkspaceEdit? {
    do throws(RenameProblem) {
      let ranges = try notebook?.rename(at: encoding.position(place, in: lines), to: name) ?? []
      var counter = PlaceCounter(encoding, lines)
      return WorkspaceEdit(changes: [uri: ranges.map { ClientEdit(range: counter.range($0), newText: name) }])
    } catch {
      throw Refusal(.failed, error.phrase)
    }
  }

  fileprivate func hover(
    at place: ClientPosition, for client: ClientManner, measured: LastMeasured?
  ) -> HoverResult? {
    let place = client.encoding.position(place, in: lines)
    return notebook?.hover(at: place, measured: measured ?? .nothing).map { hover in
      HoverResult(
        contents: MarkupContent(hover.paragraphs, as: client.hoverKind),
        range: client.encoding.range(hover.range, in: lines))
    }
  }

  /// What was measured when its cells ran last, as a page shows it; nothing is worked out for that.
  fileprivate func measured(in folder: StoreFolder?) -> LastMeasured? {
    guard let folder else { return nil }
    let store = ResultStore(folder, notebook: read.file.path) { _ in }
    return LastMeasured(
      number: { reference in
        store.lastResult(of: reference.label)?.quantity(reference).map { QuantityText.text($0) }
      },
      numbers: { label in
        (store.lastResult(of: label)?.fields ?? []).map { ($0.name, QuantityText.text($0.quantity)) }
      })
  }
}

extension CellResult {
  /// A number by its name, or what is meant of a series.
  fileprivate func quantity(_ reference: FieldReference) -> Quantity? {
    guard let excerpt = reference.excerpt else { return fields.first { $0.name == reference.field }?.quantity }
    return series.first { $0.name == reference.field }?.quantity(excerpt)
  }
}

extension MarkupContent {
  /// Paragraphs, without markup where none is wanted.
  init(_ paragraphs: [String], as kind: Kind) {
    let text = paragraphs.joined(separator: "\n\n")
    self.init(kind: kind, value: kind == .markdown ? text : text.replacing("**", with: "").replacing("`", with: "'"))
  }
}
