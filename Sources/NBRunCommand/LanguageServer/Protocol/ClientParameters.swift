/// What a client says of itself.
struct InitializeParameters: Decodable {
  struct Capabilities: Decodable {
    struct General: Decodable {
      let positionEncodings: [String]?
    }

    struct TextDocument: Decodable {
      struct Completion: Decodable {
        struct Item: Decodable {
          let snippetSupport: Bool?
          let documentationFormat: [String]?
        }

        let completionItem: Item?
      }

      struct Hover: Decodable {
        let contentFormat: [String]?
      }

      struct CodeAction: Decodable {
        struct Literals: Decodable {}

        /// There where the client takes changes, and not only commands.
        let codeActionLiteralSupport: Literals?
      }

      let completion: Completion?
      let hover: Hover?
      let codeAction: CodeAction?
    }

    let general: General?
    let textDocument: TextDocument?
  }

  let capabilities: Capabilities?
}

struct DocumentName: Decodable {
  let uri: String
}

struct OpenParameters: Decodable {
  struct Document: Decodable {
    let uri: String
    let version: Int
    let text: String
  }

  let textDocument: Document
}

struct ChangeParameters: Decodable {
  struct Document: Decodable {
    let uri: String
    let version: Int?
  }

  struct Change: Decodable {
    /// What is replaced; nil where that is the whole text, which is all that we ask for.
    let range: ClientRange?
    let text: String
  }

  let textDocument: Document
  let contentChanges: [Change]
}

struct DocumentParameters: Decodable {
  let textDocument: DocumentName
}

/// A place of a document.
struct PlaceParameters: Decodable {
  let textDocument: DocumentName
  let position: ClientPosition
}

/// A stretch of a document of which is asked what can be done about it.
struct CodeActionParameters: Decodable {
  struct Context: Decodable {
    /// The kinds that are wanted; nil for all.
    let only: [String]?
  }

  let textDocument: DocumentName
  let range: ClientRange
  let context: Context?
}

struct ReferenceParameters: Decodable {
  struct Context: Decodable {
    let includeDeclaration: Bool
  }

  let textDocument: DocumentName
  let position: ClientPosition
  let context: Context?
}

struct RenameParameters: Decodable {
  let textDocument: DocumentName
  let position: ClientPosition
  let newName: String
}
