/// The entries between a first line `---` and the next, and what is wrong there.
struct WrittenFrontMatter {
  private(set) var entries: [YAMLEntry] = []
  /// The lines that it takes, those of its marks among them.
  private(set) var lines = 1..<1
  private(set) var diagnostics: [Diagnostic] = []

  init(in text: SourceLines) {
    guard text[1].trimmingByteOrderMark.trimmedEnd == "---" else {
      warnOfLateFrontMatter(in: text)
      return
    }
    guard let end = (2...max(2, text.count)).first(where: { text[$0].trimmedEnd == "---" }) else {
      diagnostics.append(
        Diagnostic(
          .frontMatter, at: SourcePosition(line: 1), "front matter ends with a line '---'",
          suggestion: "close it, or write '***' for a rule at the top of the page"))
      return
    }
    var reader = YAMLReader { line, column in SourcePosition(line: min(line + 1, end), column: column) }
    entries = reader.entries(of: text.text(2..<end))
    diagnostics += reader.diagnostics
    lines = 1..<end + 1
  }

  /// Whether the text is in English, as it is where nothing is said.
  var isEnglish: Bool {
    guard case .scalar(let language, _)? = entries.first(where: { $0.key == "lang" })?.value.kind else { return true }
    return Typography.isEnglish(language)
  }

  /// Says that what looks like front matter stands below empty lines, where it is text.
  private mutating func warnOfLateFrontMatter(in text: SourceLines) {
    guard let first = (1...max(1, min(text.count, 100))).first(where: { !text[$0].trimmedEnd.isEmpty }), first > 1,
      text[first].trimmedEnd == "---", text[first + 1].contains(":"),
      (first + 1...max(first + 1, min(text.count, first + 200))).contains(where: { text[$0].trimmedEnd == "---" })
    else { return }
    diagnostics.append(
      Diagnostic(
        .frontMatter, at: SourcePosition(line: first),
        "front matter begins on the first line of a file; here it is text",
        suggestion: "delete the empty lines above it", severity: .warning))
  }
}
