import Foundation

/// A language server and its client, from the first message to the last.
struct LanguageSession {
  private var reader: MessageReader
  private let writer: MessageWriter
  private var server: LanguageServer

  /// - Parameters:
  ///   - server: What answers.
  ///   - input: The descriptor that messages come from.
  ///   - output: The descriptor that answers go to.
  init(_ server: LanguageServer, input: Int32, output: Int32) {
    self.server = server
    reader = MessageReader(input)
    writer = MessageWriter(descriptor: output)
  }

  /// Answers until the client says that it is over, or goes away.
  ///
  /// - Returns: Whether the client ended it as it should.
  mutating func run() -> Bool {
    while true {
      do throws(MessageReader.Problem) {
        guard let message = try reader.next() else {
          _ = tellNews()
          return false
        }
        guard send(server.answer(message)) else { return false }
      } catch {
        let reason = error == .head ? "a message begins with 'Content-Length'" : "the message is too long"
        guard send(LanguageServer.refuse(.none, Refusal(.unreadable, reason))), error == .length else { return false }
      }
      if case .ended(let isOrderly) = server.state { return isOrderly }
      // While more is waiting, what is understood may be out of date by then.
      if !reader.hasMore, !tellNews() { return false }
    }
  }

  private mutating func tellNews() -> Bool { server.news().allSatisfy(writer.write) }

  private func send(_ message: Data?) -> Bool { message.map(writer.write) ?? true }
}
