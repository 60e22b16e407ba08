/// The labels of directives, as far as a text that may be wrong shows them.
struct WrittenLabels {
  /// A directive whose label was asked for.
  private struct Directive {
    let label: String?
    /// The line after its body, from 0.
    let end: Int
  }

  private let lines: [Substring]
  /// The line, from 0, where the directive begins that each line is in or follows; nil before the first.
  private let starts: [Int?]
  /// By the line where they begin.
  private var known: [Int: Directive] = [:]

  init(_ source: String) {
    lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
    var start: Int?
    starts = lines.enumerated().map { index, line in
      if line.hasPrefix("```{") { start = index }
      return start
    }
  }

  /// The label of the directive that a line is in, counted from 1.
  mutating func label(at line: Int) -> String? {
    guard lines.indices.contains(line - 1), let start = starts[line - 1] else { return nil }
    let directive = known[start] ?? directive(from: start)
    known[start] = directive
    return line - 1 <= directive.end ? directive.label : nil
  }

  private func directive(from start: Int) -> Directive {
    let body = lines[(start + 1)...].prefix { !$0.hasPrefix("```") }
    let label = body.lazy.compactMap { $0.wholeMatch(of: /label:\s*([^\s#]+)\s*/) }.first.map { String($0.1) }
    return Directive(label: label, end: body.endIndex)
  }
}
