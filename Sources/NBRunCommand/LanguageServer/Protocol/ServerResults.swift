/// What this server can do.
struct InitializeResult: Encodable {
  struct Capabilities: Encodable {
    struct Sync: Encodable {
      var openClose = true
      /// The whole text with each change.
      var change = 1
    }

    struct Completion: Encodable {
      var triggerCharacters = ["{", ".", "$", ":", " ", "#"]
    }

    struct Rename: Encodable {
      var prepareProvider = true
    }

    struct CodeActions: Encodable {
      var codeActionKinds = [CodeAction.correction]
    }

    let positionEncoding: PositionEncoding
    var textDocumentSync = Sync()
    var completionProvider = Completion()
    var hoverProvider = true
    var definitionProvider = true
    var referencesProvider = true
    var renameProvider = Rename()
    /// Nil where the client takes no changes as answers.
    let codeActionProvider: CodeActions?
  }

  struct Server: Encodable {
    var name = "nbrun"
    let version: String
  }

  let capabilities: Capabilities
  let serverInfo: Server
}

/// Text with or without markup.
struct MarkupContent: Encodable {
  enum Kind: String, Encodable {
    case markdown
    case plaintext
  }

  let kind: Kind
  let value: String
}

/// What is said about a completion: a text as it is, unless a client takes markup.
enum Documentation: Encodable {
  case text(String)
  case markup(MarkupContent)

  init(_ content: MarkupContent) {
    self = content.kind == .plaintext ? .text(content.value) : .markup(content)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .markup(let content): try container.encode(content)
    }
  }
}

struct ClientEdit: Encodable {
  let range: ClientRange
  let newText: String
}

struct CompletionResult: Encodable {
  struct Item: Encodable {
    let label: String
    let kind: Int
    let detail: String?
    let documentation: Documentation?
    let sortText: String
    /// 1 for text, 2 for one with a place for the cursor.
    let insertTextFormat: Int
    let textEdit: ClientEdit
  }

  let isIncomplete: Bool
  let items: [Item]
}

struct HoverResult: Encodable {
  let contents: MarkupContent
  let range: ClientRange
}

struct ClientLocation: Encodable {
  let uri: String
  let range: ClientRange
}

struct WorkspaceEdit: Encodable {
  let changes: [String: [ClientEdit]]
}

/// A change that puts something right that is wrong.
struct CodeAction: Encodable {
  static let correction = "quickfix"

  let title: String
  var kind = Self.correction
  let diagnostics: [PublishedDiagnostics.Item]
  /// Each of what is wrong has one correction at most.
  var isPreferred = true
  let edit: WorkspaceEdit
}

/// What is wrong in a document.
struct PublishedDiagnostics: Encodable {
  struct Item: Encodable {
    struct Related: Encodable {
      let location: ClientLocation
      let message: String
    }

    let range: ClientRange
    /// 1 for an error, 2 for a warning.
    let severity: Int
    let code: String
    var source = "nbrun"
    let message: String
    let relatedInformation: [Related]?
  }

  let uri: String
  let version: Int?
  let diagnostics: [Item]
}
