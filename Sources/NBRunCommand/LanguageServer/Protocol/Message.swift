import Foundation

/// What a message of a client asks for, before its parameters are read.
struct ClientMessage: Decodable {
  let id: MessageID?
  /// Nil in an answer to a question of ours.
  let method: String?
}

/// What an answer says which question it answers.
enum MessageID: Codable, Equatable {
  case number(Int)
  case text(String)
  case none

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .none: try container.encodeNil()
    }
  }
}

/// The parameters of a message.
struct MessageParameters<Parameters: Decodable>: Decodable {
  let params: Parameters
}

/// An answer that is right.
struct Reply<Result: Encodable>: Encodable {
  let id: MessageID
  let result: Result?

  private enum Key: String, CodingKey { case jsonrpc, id, result }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    // Nothing is an answer too, and has to be there.
    try container.encode(result, forKey: .result)
  }
}

/// An answer that says why there is none.
struct Refusal: Encodable, Error {
  enum Code: Int, Encodable {
    case unreadable = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
    case notInitialized = -32002
    case failed = -32803
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// As a message.
  struct Reply: Encodable {
    var jsonrpc = "2.0"
    let id: MessageID
    let error: Refusal
  }
}

/// What is told without being asked.
struct Notification<Parameters: Encodable>: Encodable {
  var jsonrpc = "2.0"
  let method: String
  let params: Parameters
}

/// Messages as JSON.
enum MessageJSON {
  static func data(_ message: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // All of our messages are texts, whole numbers and lists of them.
    return (try? encoder.encode(message)) ?? Data("{}".utf8)
  }

  static func parameters<Parameters: Decodable>(_ type: Parameters.Type, in message: Data) throws(Refusal) -> Parameters
  {
    do {
      return try JSONDecoder().decode(MessageParameters<Parameters>.self, from: message).params
    } catch {
      throw Refusal(.invalidParameters, "the parameters are not those of this method")
    }
  }
}
