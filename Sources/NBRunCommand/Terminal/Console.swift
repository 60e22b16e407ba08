import Foundation
import Synchronization

/// The process's standard streams.
enum Console {
  enum Stream {
    case output
    case error

    var descriptor: Int32 {
      switch self {
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    }
  }

  /// Writes all of the text; a reader that has gone away is no error.
  static func write(_ text: ConsoleText, to stream: Stream) {
    var bytes = Array(text.text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(stream.descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno != EINTR {
        if stream == .output && errno != EPIPE { outputError.store(Int(errno), ordering: .relaxed) }
        return
      }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  /// Why something that was said on standard output is lost, as a system error; 0 when nothing is.
  private static let outputError = Atomic<Int>(0)

  /// The system's words for why something that was said on standard output is lost.
  static var outputProblem: String? {
    let code = Int32(outputError.load(ordering: .relaxed))
    return code == 0 ? nil : String(cString: strerror(code))
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Columns of the terminal, as many as anybody reads; 80 when there is none.
  static func width(of stream: Stream) -> Int { size(of: stream).map { min(Int($0.ws_col), mostColumns) } ?? 80 }

  /// Lines of the terminal, as many as anybody reads; 24 when there is none.
  static func height(of stream: Stream) -> Int { size(of: stream).map { min(Int($0.ws_row), mostLines) } ?? 24 }

  private static let (mostColumns, mostLines) = (1000, 500)

  /// Whether a terminal is larger than anybody's screen; what draws on all of it would not come to an end.
  static func isBeyondBounds(_ stream: Stream) -> Bool {
    size(of: stream).map { Int($0.ws_col) > mostColumns || Int($0.ws_row) > mostLines } ?? false
  }

  private static func size(of stream: Stream) -> winsize? {
    var size = winsize()
    let isKnown = ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 && size.ws_row > 0
    return isKnown ? size : nil
  }
}
