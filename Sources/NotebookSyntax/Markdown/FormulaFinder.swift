/// Finds what stands between signs of a dollar as a formula does, by Pandoc's rules, so that what costs $5 and $6 stays text.
///
/// There is no blank behind the opening sign or before the closing one, and no digit behind that; a backslash makes a sign text, and so does code.
struct FormulaFinder {
  private let text: [Unicode.Scalar]
  /// The places of runs of backticks by their lengths, those first that come last.
  private var runs: [Int: [Int]] = [:]
  /// The formulas with the signs around them.
  private(set) var found: [Range<Int>] = []
  /// Two signs that begin a line, and that no others follow.
  private(set) var open: Int?

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    findRuns()
    var place = 0
    while place < text.count { place = next(from: place) }
  }

  private mutating func findRuns() {
    var place = text.count
    while place > 0 {
      place -= 1
      guard text[place] == "`" else { continue }
      let end = place + 1
      while place > 0, text[place - 1] == "`" { place -= 1 }
      runs[end - place, default: []].append(place)
    }
  }

  /// Looks at one thing, and says where the next begins.
  private mutating func next(from place: Int) -> Int {
    switch text[place] {
    case "\\": return place + 2
    case "`": return endOfCode(from: place)
    case "<": return endOfAddress(from: place)
    case "]" where text[(place + 1)...].first == "(":
      return text[place...].firstIndex { $0 == ")" || $0.properties.isWhitespace } ?? text.count
    case "$": return text[(place + 1)...].first == "$" ? takeDisplay(from: place) : takeInline(from: place)
    default: return place + 1
    }
  }

  private mutating func endOfCode(from place: Int) -> Int {
    let end = text[place...].firstIndex { $0 != "`" } ?? text.count
    while let last = runs[end - place]?.last, last < end { runs[end - place]?.removeLast() }
    return runs[end - place]?.last.map { $0 + end - place } ?? end
  }

  /// The end of an address between angle brackets.
  private func endOfAddress(from place: Int) -> Int {
    let end = text[(place + 1)...].firstIndex { $0 == ">" || $0 == "<" || $0.properties.isWhitespace }
    guard let end, text[end] == ">", text[place..<end].contains(":") else { return place + 1 }
    return end + 1
  }

  /// The next sign of a dollar that no backslash makes text.
  private func sign(from start: Int) -> Int? {
    var place = start
    while place < text.count, text[place] != "$" { place += text[place] == "\\" ? 2 : 1 }
    return place < text.count ? place : nil
  }

  /// Whether code begins in a range, where signs of a dollar are text.
  private mutating func beginsCode(in range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while let start = text[place..<range.upperBound].firstIndex(of: "`") {
      let endOfRun = text[start...].firstIndex { $0 != "`" } ?? text.count
      if endOfCode(from: start) > endOfRun { return true }
      place = min(endOfRun, range.upperBound)
    }
    return false
  }

  private mutating func takeInline(from place: Int) -> Int {
    guard let end = sign(from: place + 1) else { return text.count }
    guard !beginsCode(in: place + 1..<end) else { return place + 1 }
    let hasBlanks = text[place + 1].properties.isWhitespace || text[end - 1].properties.isWhitespace
    guard !hasBlanks, text[(end + 1)...].first?.isDigit != true else { return end }
    found.append(place..<(end + 1))
    return end + 1
  }

  private mutating func takeDisplay(from place: Int) -> Int {
    guard let end = sign(from: place + 2) else {
      if startsLine(place) { open = place }
      return text.count
    }
    guard !beginsCode(in: place + 2..<end) else { return place + 2 }
    guard text[(end + 1)...].first == "$", text[(place + 2)..<end].contains(where: { !$0.properties.isWhitespace })
    else { return end }
    found.append(place..<(end + 2))
    return end + 2
  }

  private func startsLine(_ place: Int) -> Bool { place == 0 || text[place - 1] == "\n" }
}
