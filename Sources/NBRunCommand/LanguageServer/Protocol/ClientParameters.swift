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

      let completion: Completion?
      let hover: Hover?
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
