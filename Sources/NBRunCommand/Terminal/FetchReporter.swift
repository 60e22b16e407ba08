import Downloads
import Foundation

/// Says on standard error how fetching goes: a bar on a terminal, lines elsewhere.
struct FetchReporter {
  private let dataset: String
  private let style: ProgressStyle
  private let clock = ContinuousClock()
  private var lastShown = ContinuousClock.now
  private var barIsShown = false

  init(dataset: String, style: ProgressStyle) {
    self.dataset = dataset
    self.style = style == .auto && !Console.isTerminal(.error) ? .plain : style
  }

  mutating func record(_ event: FetchEvent) {
    if case .progress(_, let bytes, let total) = event {
      let now = clock.now
      guard now - lastShown >= .milliseconds(style == .plain ? 1000 : 100) || style == .auto && bytes == total else {
        return
      }
      lastShown = now
    }
    switch style {
    case .none: break
    case .json: Console.write("\(FetchJSON.line(event, dataset: dataset))\n", to: .error)
    case .plain: Console.write("\(dataset): \(Self.text(event))\n", to: .error)
    case .auto: show(event)
    }
  }

  private mutating func show(_ event: FetchEvent) {
    guard case .progress(let file, let bytes, let total) = event else {
      clear()
      if case .started = event { return }
      return Console.write("\(dataset): \(Self.text(event))\n", to: .error)
    }
    let figures = "\(file)  \(Self.size(bytes, of: total))"
    let room = min(30, max(0, Console.width(of: .error) - figures.count - 5))
    let filled = total.map { room * min(bytes, $0) / max(1, $0) } ?? 0
    let bar = String(repeating: "=", count: filled).padding(toLength: room, withPad: " ", startingAt: 0)
    Console.write("\r\u{1B}[K[\(bar)] \(figures)", to: .error)
    barIsShown = true
  }

  /// Takes the bar off the terminal.
  mutating func clear() {
    if barIsShown { Console.write("\r\u{1B}[K", to: .error) }
    barIsShown = false
  }

  private static func text(_ event: FetchEvent) -> String {
    switch event {
    case .waiting: "another nbrun is fetching it; waiting"
    case .started(let file, let host): "fetching \(file) from \(host)"
    case .progress(let file, let bytes, let total): "\(file): \(size(bytes, of: total))"
    case .failed(let file, let host, let reason): "\(file) from \(host): \(reason)"
    case .finished(let file, let bytes): "\(file): \(megabytes(bytes)) MB, verified"
    }
  }

  private static func size(_ bytes: Int, of total: Int?) -> String {
    "\(megabytes(bytes))\(total.map { " of \(megabytes($0))" } ?? "") MB"
  }

  private static func megabytes(_ bytes: Int) -> String { String(format: "%.2f", Double(bytes) / 1e6) }
}

/// What happens while a data set is fetched, as JSON objects for programs that follow it.
private enum FetchJSON {
  private struct Line: Encodable {
    var event: String
    var dataset: String
    var file: String?
    var host: String?
    var bytes: Int?
    var total: Int?
    var message: String?
  }

  static func line(_ event: FetchEvent, dataset: String) -> String {
    var line: Line
    switch event {
    case .waiting: line = Line(event: "fetch-waiting", dataset: dataset)
    case .started(let file, let host):
      line = Line(event: "fetch-started", dataset: dataset, file: file, host: host)
    case .progress(let file, let bytes, let total):
      line = Line(event: "fetch-progress", dataset: dataset, file: file, bytes: bytes, total: total)
    case .failed(let file, let host, let reason):
      line = Line(event: "fetch-failed", dataset: dataset, file: file, host: host, message: reason)
    case .finished(let file, let bytes):
      line = Line(event: "fetch-finished", dataset: dataset, file: file, bytes: bytes)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
