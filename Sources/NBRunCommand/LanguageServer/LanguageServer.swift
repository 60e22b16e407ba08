import Foundation
import LanguageService
import NotebookDirectives
import NotebookResults
import NotebookSyntax

/// Answers a language client about the notebooks that it has open; it reads none of them from disk, runs none and writes none.
struct LanguageServer {
  /// What of its life it is in.
  enum State: Equatable {
    case created
    case running
    case stopped
    /// With whether the client asked to stop before.
    case ended(isOrderly: Bool)
  }

  private(set) var state = State.created
  private(set) var client = ClientManner()
  var documents: ClientDocuments
  /// Where results are kept, for what was measured last.
  let store: StoreFolder?

  init(planner: NotebookPlanner, store: StoreFolder?) {
    documents = ClientDocuments(planner: planner, language: LanguageReference.roots)
    self.store = store
  }

  /// Takes a message and gives what is answered, if anything.
  mutating func answer(_ message: Data) -> Data? {
    guard let call = try? JSONDecoder().decode(ClientMessage.self, from: message) else {
      let isJSON = (try? JSONSerialization.jsonObject(with: message, options: .fragmentsAllowed)) != nil
      return Self.refuse(
        .none, isJSON ? Refusal(.invalidRequest, "this is no request") : Refusal(.unreadable, "this is no JSON"))
    }
    // What has no method answers a question, and none was asked.
    guard let method = call.method else { return nil }
    guard let id = call.id else {
      take(method, message)
      return nil
    }
    do throws(Refusal) {
      return try answer(method, message, to: id)
    } catch {
      return Self.refuse(id, error)
    }
  }

  /// What is to be told of what is wrong, once nothing more has come.
  mutating func news() -> [Data] {
    documents.news(client.encoding).map {
      MessageJSON.data(Notification(method: "textDocument/publishDiagnostics", params: $0))
    }
  }

  static func refuse(_ id: MessageID, _ refusal: Refusal) -> Data {
    MessageJSON.data(Refusal.Reply(id: id, error: refusal))
  }

  /// Takes what needs no answer; what is not known or cannot be read is passed over.
  private mutating func take(_ method: String, _ message: Data) {
    if method == "exit" {
      state = .ended(isOrderly: state == .stopped)
      return
    }
    guard state == .running else { return }
    switch method {
    case "textDocument/didOpen":
      guard let opened = try? MessageJSON.parameters(OpenParameters.self, in: message) else { return }
      documents.open(opened.textDocument)
    case "textDocument/didChange":
      // The whole text comes with each change, as was asked for.
      guard let changed = try? MessageJSON.parameters(ChangeParameters.self, in: message),
        let text = changed.contentChanges.last?.text, changed.contentChanges.allSatisfy({ $0.range == nil })
      else { return }
      documents.change(changed.textDocument.uri, version: changed.textDocument.version, to: text)
    case "textDocument/didClose":
      guard let closed = try? MessageJSON.parameters(DocumentParameters.self, in: message) else { return }
      documents.close(closed.textDocument.uri)
    default: break
    }
  }

  private mutating func answer(_ method: String, _ message: Data, to id: MessageID) throws(Refusal) -> Data {
    switch (state, method) {
    case (.created, "initialize"):
      return Self.answer(id, initialize(try MessageJSON.parameters(InitializeParameters.self, in: message)))
    case (.created, _): throw Refusal(.notInitialized, "the first question is 'initialize'")
    case (.running, "initialize"): throw Refusal(.invalidRequest, "'initialize' was asked before")
    case (.running, "shutdown"):
      state = .stopped
      return Self.answer(id, Nothing?.none)
    case (.running, _): return try answerAboutNotebook(method, message, to: id)
    case (.stopped, _), (.ended, _): throw Refusal(.invalidRequest, "after 'shutdown' there is only 'exit'")
    }
  }

  private mutating func initialize(_ parameters: InitializeParameters) -> InitializeResult {
    client = ClientManner(parameters)
    state = .running
    return InitializeResult(
      capabilities: InitializeResult.Capabilities(
        positionEncoding: client.encoding, codeActionProvider: client.takesCodeActions ? .init() : nil),
      serverInfo: InitializeResult.Server(version: EngineVersion.current))
  }

  /// What an answer has that says nothing.
  private struct Nothing: Encodable {}

  static func answer(_ id: MessageID, _ result: (some Encodable)?) -> Data {
    MessageJSON.data(Reply(id: id, result: result))
  }
}
