import CEditline
import Foundation
import Synchronization

/// Where the lines of `--step` come from.
enum StepInput {
  /// A terminal, with editing, a history and completion; the library shows the prompt and keeps a picture of the screen.
  case terminal
  /// Anything else; whoever reads writes the prompt.
  case lines(() -> String?)

  var showsPrompt: Bool {
    switch self {
    case .terminal: true
    case .lines: false
    }
  }

  static var standard: StepInput {
    let isTerminal = isatty(STDIN_FILENO) == 1 && Console.isTerminal(.output) && !Console.isBeyondBounds(.output)
    return isTerminal ? .terminal : .lines { Swift.readLine() }
  }

  /// The words that Tab completes, set before each line.
  private static let words = Mutex<[String]>([])

  /// Reads a line; nil at the end of input.
  func readLine(prompt: String, completing words: [String]) -> String? {
    switch self {
    case .lines(let next): return next()
    case .terminal:
      Self.words.withLock { $0 = words }
      editline_complete_with { text, _, _ in
        editline_offer_nothing_else()
        return rl_completion_matches(text) { text, state in StepInput.match(text, number: Int(state)) }
      }
      guard let line = readline(prompt) else { return nil }
      defer { free(line) }
      let text = String(cString: line)
      if !text.allSatisfy(\.isWhitespace) { add_history(line) }
      return text
    }
  }

  /// The n-th word that begins as what was typed, as memory that the library frees.
  private static func match(_ typed: UnsafePointer<CChar>?, number: Int) -> UnsafeMutablePointer<CChar>? {
    let beginning = typed.map { String(cString: $0) } ?? ""
    let matches = words.withLock { $0.filter { $0.hasPrefix(beginning) } }
    return matches.indices.contains(number) ? strdup(matches[number]) : nil
  }
}
