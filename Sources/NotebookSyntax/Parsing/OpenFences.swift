/// The fences of a text that were left open: each is reported once and closed before the directive that it swallowed, so that one mistake hides no other.
struct OpenFences {
  /// The text, in which what was found is closed.
  private(set) var lines: SourceLines
  /// The lines on which they begin.
  private(set) var starts: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How many lines were read to find them, those that were read twice counted twice.
  private(set) var linesRead = 0

  private static let mostRepairs = 20

  private let isEnglish: Bool

  /// Fences of the lines of a file.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - isEnglish: Whether quotation marks in the text become those of printed English.
  init(in lines: SourceLines, isEnglish: Bool) {
    self.lines = lines
    self.isEnglish = isEnglish
  }

  /// The blocks from a line on, and what is wrong in their text.
  mutating func blocks(from top: Int) -> (blocks: [CommonMarkTree.Block], diagnostics: [Diagnostic]) {
    // What stands before a fence that was left open is not read anew for the next.
    var start = top
    while true {
      linesRead += max(0, lines.count - start + 1)
      var tree = CommonMarkTree(lines, from: start, isEnglish: isEnglish)
      var marker = ProseMarker(lines: tree.lines)
      let blocks = tree.blocks(marker: &marker)
      let known = starts
      for block in blocks { closeBeforeDirective(block) }
      let next = known.count < Self.mostRepairs ? starts.subtracting(known).min() : nil
      if next == nil && start == top { return (blocks, marker.diagnostics + tree.diagnostics) }
      start = next ?? top
    }
  }

  /// Reports a fence that ends only because a later one was taken for its end, and closes it before the directive that it swallowed.
  private mutating func closeBeforeDirective(_ block: CommonMarkTree.Block) {
    let start = block.lines.lowerBound
    guard case .code = block.kind, let fence = Fence(line: lines[start].trimmingByteOrderMark), !starts.contains(start)
    else { return }
    for number in block.lines.dropFirst() {
      guard let inner = Fence(line: lines[number]), inner.keyword != nil else { continue }
      guard inner.mark == fence.mark, inner.length >= fence.length else { continue }
      report(fence, on: start, "a fence is closed before the next directive, which begins on line \(number)")
      if number - 1 > start { lines.replace(number - 1, by: fence.closing) }
      return
    }
  }

  /// Reports a fence that runs to the end of the file.
  mutating func checkIsClosed(_ fence: Fence, _ block: CommonMarkTree.Block) {
    let start = block.lines.lowerBound
    let isClosed = block.lines.count > 1 && fence.isClosed(by: lines[block.lines.upperBound])
    guard !isClosed, !starts.contains(start) else { return }
    report(fence, on: start, "a fence is closed; this one runs to the end of the file")
  }

  private mutating func report(_ fence: Fence, on line: Int, _ message: String) {
    starts.insert(line)
    let start = SourcePosition(line: line, column: fence.indentation + 1)
    let length = lines[line].trimmedEnd.unicodeScalars.count - fence.indentation
    diagnostics.append(
      Diagnostic(
        .unclosedFence, at: start, to: start.advanced(by: max(1, length)), message,
        suggestion: fence.length > 20 ? nil : "add a line '\(fence.closing)' after this block"))
  }
}
