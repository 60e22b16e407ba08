import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

@Suite("Messages of a language client")
struct LanguageProtocolTests {
  /// What a server answers to bytes that come through a pipe, and whether the client ended it as it should.
  private func answers(to bytes: Data) throws -> (messages: [JSON], isOrderly: Bool) {
    let (input, output) = (Pipe(), Pipe())
    let client = try LanguageClient.unknown()
    var session = LanguageSession(
      client.server, input: input.fileHandleForReading.fileDescriptor,
      output: output.fileHandleForWriting.fileDescriptor)
    Thread.detachNewThread {
      input.fileHandleForWriting.write(bytes)
      try? input.fileHandleForWriting.close()
    }
    let isOrderly = session.run()
    try output.fileHandleForWriting.close()
    var reader = MessageReader(output.fileHandleForReading.fileDescriptor)
    var messages: [JSON] = []
    while let message = try reader.next() { messages.append(try JSON(message)) }
    return (messages, isOrderly)
  }

  private func framed(_ bodies: String...) -> Data {
    bodies.reduce(into: Data()) { $0 += Data("Content-Length: \($1.utf8.count)\r\n\r\n\($1)".utf8) }
  }

  private static let initialize =
    #"{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}"#
  private static let shutdown = #"{"jsonrpc": "2.0", "id": "two", "method": "shutdown"}"#
  private static let exit = #"{"jsonrpc": "2.0", "method": "exit"}"#

  @Test("A session goes from initialize to exit, and an answer has the name of its question")
  func session() throws {
    let (messages, isOrderly) = try answers(to: framed(Self.initialize, Self.shutdown, Self.exit))
    #expect(messages.map { $0["id"] } == [.number(1), .text("two")])
    #expect(messages.last?["result"] == .null)
    #expect(isOrderly)
  }

  @Test("A client that goes away, or exits without a word, has not ended the session as it should")
  func unorderly() throws {
    #expect(try !answers(to: framed(Self.initialize)).isOrderly)
    #expect(try !answers(to: framed(Self.initialize, Self.exit)).isOrderly)
    #expect(try !answers(to: framed(Self.initialize) + Data("Content-Length: 50\r\n\r\n{".utf8)).isOrderly)
    #expect(try !answers(to: Data()).isOrderly)
  }

  @Test("Before initialize and after shutdown nothing is answered")
  func life() throws {
    let hover = #"{"id": 5, "method": "textDocument/hover", "params": {}}"#
    let (messages, _) = try answers(
      to: framed(hover, Self.initialize, Self.initialize, Self.shutdown, hover, Self.initialize))
    #expect(messages.map { $0["error.code"]?.number } == [-32002, nil, -32600, nil, -32600, -32600])
  }

  @Test(
    "What is no question is answered with what is wrong with it",
    arguments: [
      ("{", -32700), ("", -32700), ("\u{0}", -32700), ("[]", -32600), ("3", -32600),
      (#"{"id": {}, "method": "x"}"#, -32600),
      (#"{"id": 1, "method": 3}"#, -32600), (String(repeating: "[", count: 100_000), -32700),
      (#"{"id": 9, "method": "workspace/symbol"}"#, -32601), (#"{"id": 9, "method": "textDocument/hover"}"#, -32602),
      (#"{"id": 9, "method": "textDocument/hover", "params": {"textDocument": {"uri": 3}}}"#, -32602),
      (
        #"{"id": 9, "method": "textDocument/hover", "params": {"textDocument": {"uri": "a"}, "position": {"line": 1e99, "character": 0}}}"#,
        -32602
      ),
    ])
  func wrong(body: String, code: Int) throws {
    let (messages, isOrderly) = try answers(to: framed(Self.initialize, body, Self.shutdown, Self.exit))
    #expect(messages.dropFirst().first?["error.code"]?.number == code)
    #expect(isOrderly, "the session goes on")
  }

  @Test("What needs no answer gets none, known or not")
  func silence() throws {
    let (messages, _) = try answers(
      to: framed(
        Self.initialize, #"{"method": "$/cancelRequest", "params": {"id": 1}}"#, #"{"method": "initialized"}"#,
        #"{"method": "textDocument/didOpen", "params": 3}"#, #"{"method": "textDocument/didChange"}"#,
        #"{"id": 4, "result": null}"#, Self.shutdown, Self.exit))
    #expect(messages.count == 2)
  }

  @Test("A message too long is passed over, and the next is read")
  func tooLong() throws {
    let long = Data("Content-Length: 40000000\r\n\r\n".utf8) + Data(count: 40_000_000)
    let (messages, isOrderly) = try answers(to: framed(Self.initialize) + long + framed(Self.shutdown, Self.exit))
    #expect(messages.map { $0["error.code"]?.number } == [nil, -32700, nil])
    #expect(isOrderly)
  }

  @Test(
    "A head that says no length ends the session",
    arguments: [
      "Content-Length: -5", "Content-Length: 9999999999999999999999", "Content-Length:", "Length: 3",
      "Content-Length: 2\r\nContent-Length: 3", String(repeating: "a", count: 20000),
    ])
  func head(head: String) throws {
    let (messages, isOrderly) = try answers(to: framed(Self.initialize) + Data("\(head)\r\n\r\n{}".utf8))
    #expect(messages.last?["error.code"]?.number == -32700)
    #expect(!isOrderly)
  }

  @Test("A head may have other lines, and any case")
  func otherLines() throws {
    let head = "content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:\(Self.initialize.utf8.count)"
    let (messages, _) = try answers(to: Data("\(head)\r\n\r\n\(Self.initialize)".utf8))
    #expect(messages.map { $0["result.serverInfo.name"]?.text } == ["nbrun"])
  }

  @Test("The command itself serves its standard streams, and says how the session ended")
  func command() throws {
    let command = try Command()
    let input = String(decoding: framed(Self.initialize, Self.shutdown, Self.exit), as: UTF8.self)
    let result = try command.run("lsp", "--stdio", input: input)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.hasPrefix("Content-Length: "))
    #expect(try command.run("lsp", input: "").status == 1)
  }
}
