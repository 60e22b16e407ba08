import NotebookResults

/// Says on standard error how far a share of the points of a sweep is.
struct SharedPointProgress {
  private let style: ProgressStyle
  private let file: String
  private let count: Int
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var lastEnded = 0
  private var barIsShown = false

  init(style: ProgressStyle, file: String, share: PointShare, count: Int) {
    self.style = style
    self.file = file
    self.count = count
    if style == .plain || style == .auto {
      Console.write("\(file): \(count) points, share \(share.text)\n", to: .error)
    }
  }

  private var isBar: Bool { style == .auto && Console.isTerminal(.error) }

  /// Tells how many have ended, as often as a reader can follow.
  mutating func show(ended: Int, underWay: [CellProgress.Part]) {
    let now = ContinuousClock.now
    guard now - lastShown >= (isBar ? .milliseconds(100) : .seconds(1)) || ended == count && ended > lastEnded else {
      return
    }
    (lastShown, lastEnded) = (now, ended)
    let progress = CellProgress(.point, step: ended, totalSteps: count, parts: underWay)
    switch style {
    case .none: break
    case .json: Console.write("\(ProgressJSON.points(progress, file: file))\n", to: .error)
    case .auto, .plain:
      let line = ProgressLine(progress, elapsed: (now - start) / .seconds(1))
      if isBar {
        Console.write("\r\u{1B}[K\(line.bar(width: Console.width(of: .error) - 1))", to: .error)
        barIsShown = true
      } else {
        Console.write("      \(line.text)\n", to: .error)
      }
    }
  }

  /// Takes the bar off the terminal.
  mutating func finish() {
    if barIsShown { Console.write("\r\u{1B}[K", to: .error) }
    barIsShown = false
  }
}
