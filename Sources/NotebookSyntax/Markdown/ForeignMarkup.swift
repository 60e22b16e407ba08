/// What other Markdowns take for markup, and a page shows as it is written or leaves out.
struct ForeignMarkup {
  /// What it begins with, by which its place is found.
  let sign: String
  let message: String
  let suggestion: Suggestion?

  func problem(at place: SourcePosition) -> Diagnostic {
    Diagnostic(
      .foreignMarkup, at: place, to: place.advanced(by: sign.unicodeScalars.count), message, suggestion: suggestion,
      severity: .warning)
  }

  /// Of one block no more are told.
  private static let most = 16

  /// What there is in a block, in the order of its text.
  static func found(in block: CommonMarkNode) -> [ForeignMarkup] {
    var found: [ForeignMarkup] = []
    for node in block.descendants {
      guard found.count < most else { break }
      switch node.kind {
      case .htmlInline, .htmlBlock: found += html(node.literal)
      case .item: found += node.firstText.flatMap(task).map { [$0] } ?? []
      case .quote: found += node.firstText.flatMap(callOut).map { [$0] } ?? []
      case .paragraph, .heading: found += marks(in: node)
      default: break
      }
    }
    return found
  }

  private static func html(_ literal: String) -> [ForeignMarkup] {
    let text = literal.drop(while: \.isWhitespace)
    // The end of a tag has been told with its beginning.
    guard !text.hasPrefix("<!--"), !text.hasPrefix("</") else { return [] }
    let tag = text.prefix(40).prefix { !$0.isNewline && $0 != ">" && $0 != " " }
    return [
      ForeignMarkup(
        sign: String(tag), message: "HTML is left out of a page",
        suggestion: "write it in Markdown, or between backticks to show it")
    ]
  }

  private static func task(_ text: String) -> ForeignMarkup? {
    guard let sign = ["[ ] ", "[x] ", "[X] "].first(where: text.hasPrefix) else { return nil }
    return ForeignMarkup(
      sign: String(sign.dropLast()), message: "a list has no boxes to tick, and '\(sign.dropLast())' is shown as it is",
      suggestion: nil)
  }

  private static func callOut(_ text: String) -> ForeignMarkup? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]"), text.distance(from: text.startIndex, to: end) < 32
    else {
      return nil
    }
    let sign = String(text[...end])
    return ForeignMarkup(
      sign: sign, message: "a quotation has no kinds, and '\(sign)' is shown as it is",
      suggestion: "write '**\(sign.dropFirst(2).dropLast()).**' in its place")
  }

  /// What stands in the text of a paragraph or heading.
  private static func marks(in block: CommonMarkNode) -> [ForeignMarkup] {
    var text = ""
    for node in block.descendants {
      switch node.kind {
      case .text: text += node.literal
      case .softBreak, .lineBreak: text += "\n"
      // Neither a blank nor a sign.
      case .code, .other: text += "\u{FFFC}"
      default: break
      }
    }
    var found: [(place: String.Index, markup: ForeignMarkup)] = []
    if text.hasPrefix(":::") {
      found.append(
        (
          text.startIndex,
          ForeignMarkup(sign: ":::", message: "there are no boxes, and ':::' is shown as it is", suggestion: nil)
        ))
    }
    let strokes = text.ranges(of: "~~")
    if strokes.count > 1, text[strokes[0].upperBound...].first?.isWhitespace == false {
      found.append(
        (
          strokes[0].lowerBound,
          ForeignMarkup(sign: "~~", message: "nothing is struck through, and '~~' is shown as it is", suggestion: nil)
        ))
    }
    if let note = note(in: text) {
      found.append(
        (
          text.firstRange(of: note)?.lowerBound ?? text.startIndex,
          ForeignMarkup(
            sign: note, message: "no footnote is called '\(note)'",
            suggestion: "write it as a paragraph of its own that begins with '\(note): '")
        ))
    }
    // In the order of the text, in which their places are looked for.
    return found.sorted { $0.place < $1.place }.map(\.markup)
  }

  /// The mark of a note that there is none of.
  private static func note(in text: String) -> String? {
    guard let start = text.firstRange(of: "[^") else { return nil }
    return CommonMarkNode.noteName(in: text[start.lowerBound...], followedBy: "").map { "[^\($0.name)]" }
  }
}

extension CommonMarkNode {
  /// The text with which a block begins.
  fileprivate var firstText: String? {
    guard let paragraph = firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild, text.kind == .text
    else { return nil }
    return text.literal
  }
}
