import NotebookResults
import NotebookSyntax

/// Looks at the text of a notebook once everything that its cells leave behind is known.
struct ProseCheck {
  let scope: PlanScope
  /// The keywords of the directives.
  let keywords: [String]
  private(set) var diagnostics: [Diagnostic] = []
  private var references = 0
  /// Where the first number stands that is one too many.
  private var firstBeyond: SourcePosition?

  init(scope: PlanScope, keywords: [String]) {
    self.scope = scope
    self.keywords = keywords
  }

  /// Reports numbers that nothing measures, links to no place of the page, and fences that were meant to run.
  mutating func check(_ blocks: [ProseBlock], title: String) {
    let anchors = PageAnchors(of: blocks, title: title, labels: scope.symbols.keys)
    for block in blocks {
      for case .reference(let reference) in block.pieces { check(reference) }
      for link in block.links where !anchors.contains(link.target) {
        diagnostics.append(
          Diagnostic(
            .unknownLink, at: link.position, "no heading and no cell of the page is called '#\(link.target)'",
            suggestion: guesses
              ? Spelling.nearest(to: link.target, among: anchors.names).map {
                Suggestion(meaning: "#\($0)", by: "#\(link.target)")
              } : nil,
            severity: .warning))
      }
      if case .fence(let info, let position) = block.kind, keywords.contains(info) {
        diagnostics.append(
          Diagnostic(
            .plainFence, at: position, "a fence without braces is shown and not run",
            suggestion: Suggestion("write '{\(info)}' to run it", writing: "{\(info)}", for: info), severity: .warning))
      }
    }
    reportTooManyReferences()
  }

  /// Whether what was meant is still looked for.
  private var guesses: Bool { diagnostics.count < NotebookLimits.guesses }

  private mutating func check(_ reference: FieldReference) {
    references += 1
    if references <= NotebookLimits.references {
      if let problem = scope.problem(with: reference, guessing: guesses) { diagnostics.append(problem) }
    } else {
      firstBeyond = firstBeyond ?? reference.position
    }
  }

  private mutating func reportTooManyReferences() {
    guard let firstBeyond else { return }
    diagnostics.append(
      Diagnostic(
        .limit, at: firstBeyond,
        "the text of a notebook names at most \(NotebookLimits.references) numbers, and this one \(references)",
        suggestion: "divide the notebook"))
  }
}

/// The places of a page that a link can lead to, as far as they are known before anything is measured.
private struct PageAnchors {
  let names: Set<String>
  private let labels: Set<String>
  /// How the places of headings begin that name a number.
  private let beginnings: [String]

  init(of blocks: [ProseBlock], title: String, labels: some Sequence<String>) {
    var headings = HeadingAnchors(labels: labels)
    let labels = Set(labels)
    var names = labels
    var beginnings: [String] = []
    var hasTitle = false
    for block in blocks {
      guard case .heading(let level, let text) = block.kind else { continue }
      if let number = text.firstRange(of: "{{"), block.pieces.count > 1 {
        beginnings.append(HeadingAnchors.name(String(text[..<number.lowerBound])))
      } else if level == 1, Typography.typed(text) == Typography.typed(title), !hasTitle {
        hasTitle = true
      } else {
        names.insert(headings.take(text))
      }
    }
    self.names = names
    self.labels = labels
    self.beginnings = beginnings
  }

  /// Whether this can follow a label: `output-2`, `numbers-1` or `expect-1`.
  private static func isPlaceInCell(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && ["output", "numbers", "expect"].contains(parts[0])
      && Int(parts[1]).map { $0 > 0 } == true
  }

  func contains(_ target: String) -> Bool {
    if names.contains(target) || target == "page.main" || target == "page.about" { return true }
    let parts = target.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, labels.contains(String(parts[0])), Self.isPlaceInCell(parts[1]) { return true }
    return beginnings.prefix(100).contains { target.hasPrefix($0) }
  }
}
