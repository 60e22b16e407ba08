import Datasets
import Foundation
import TestSupport

@testable import NBRunCommand

/// A language client that talks to a server in the same process; the text of what is sent and answered is JSON.
struct LanguageClient {
  let folder: TemporaryFolder
  private(set) var server: LanguageServer
  private var count = 0

  /// A client that has introduced itself.
  init(saying capabilities: String = "{}") throws {
    self = try LanguageClient.unknown()
    _ = try ask("initialize", "{\"capabilities\": \(capabilities)}")
  }

  /// One that has said nothing yet.
  static func unknown() throws -> LanguageClient { LanguageClient(in: try TemporaryFolder()) }

  /// One whose notebooks are in a folder, and what was measured in its `store`.
  init(in folder: TemporaryFolder) {
    self.folder = folder
    let planner = NotebookPlanner(
      catalog: DataFolders(option: folder.path, environment: [:]).catalog, memory: .init(), overrides: [], seed: nil,
      isOffline: true)
    server = LanguageServer(planner: planner, store: StoreFolder(path: folder.path("store")))
  }

  /// The address of a notebook in its folder.
  func uri(_ name: String = "small.md") -> String { URL(filePath: folder.path(name)).absoluteString }

  /// What is answered to a question; nil where nothing is.
  mutating func ask(_ method: String, _ parameters: String = "null") throws -> JSON? {
    count += 1
    return try send(
      #"{"jsonrpc": "2.0", "id": \#(count), "method": "\#(method)", "params": \#(parameters)}"#)
  }

  /// What is answered to a question about a place, counted from 0.
  mutating func ask(
    _ method: String, at line: Int, _ character: Int, in name: String = "small.md", _ rest: String = ""
  ) throws -> JSON? {
    let more = rest.isEmpty ? "" : ", \(rest)"
    return try ask(
      "textDocument/\(method)",
      #"{"textDocument": {"uri": "\#(uri(name))"}, "position": {"line": \#(line), "character": \#(character)}\#(more)}"#
    )
  }

  mutating func tell(_ method: String, _ parameters: String = "{}") throws {
    _ = try send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(parameters)}"#)
  }

  mutating func open(_ text: String, as name: String = "small.md", version: Int = 1) throws {
    let document = JSON.object([
      "uri": .text(uri(name)), "languageId": .text("markdown"), "version": .number(Double(version)),
      "text": .text(text),
    ])
    try tell("textDocument/didOpen", JSON.object(["textDocument": document]).source)
  }

  mutating func change(to text: String, of name: String = "small.md", version: Int = 2) throws {
    let document = JSON.object(["uri": .text(uri(name)), "version": .number(Double(version))])
    let change = JSON.object(["text": .text(text)])
    try tell(
      "textDocument/didChange",
      JSON.object(["textDocument": document, "contentChanges": .list([change])]).source)
  }

  /// What is told of mistakes.
  mutating func news() throws -> [JSON] { try server.news().map { try JSON($0) } }

  mutating func send(_ message: String) throws -> JSON? { try server.answer(Data(message.utf8)).map { try JSON($0) } }
}

/// Any JSON, for looking into it.
enum JSON: Codable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(_ data: Data) throws { self = try JSONDecoder().decode(JSON.self, from: data) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  var source: String { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// What stands under keys and at places, such as `result.items.0.label`; nil where there is nothing.
  subscript(_ path: String) -> JSON? {
    path.split(separator: ".").reduce(self) { value, step in
      switch value {
      case .object(let object): object[String(step)]
      case .list(let list): Int(step).flatMap { list.indices.contains($0) ? list[$0] : nil }
      default: nil
      }
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var list: [JSON] { if case .list(let list) = self { list } else { [] } }
}
