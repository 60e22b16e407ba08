import Foundation

/// Colours and weights of terminal text, where they are allowed.
struct TextStyle {
  let isColoured: Bool

  /// Colours on a terminal that has any, unless NO_COLOR is set (no-color.org).
  init(for stream: Console.Stream, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let isForbidden = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured = Console.isTerminal(stream) && !isForbidden && environment["TERM"] != "dumb"
  }

  init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  func strong(_ text: ConsoleText) -> ConsoleText { wrapped(text, code: "1") }
  func faint(_ text: ConsoleText) -> ConsoleText { wrapped(text, code: "2") }
  func good(_ text: ConsoleText) -> ConsoleText { wrapped(text, code: "32") }
  func bad(_ text: ConsoleText) -> ConsoleText { wrapped(text, code: "31") }
  func doubtful(_ text: ConsoleText) -> ConsoleText { wrapped(text, code: "33") }

  private func wrapped(_ text: ConsoleText, code: ConsoleText) -> ConsoleText {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
