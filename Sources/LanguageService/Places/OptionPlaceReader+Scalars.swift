extension OptionPlaceReader {
  /// A key or a value of one line, with or without quotation marks.
  struct Scalar {
    let text: String
    let columns: Range<Int>
    /// The column after the blanks that follow it.
    let limit: Int
    /// The column of the colon that makes it a key.
    let colon: Int?
  }

  /// Reads what begins at a column where neither a blank nor a bracket is.
  func scalar(from start: Int, untilColon endsAtColon: Bool = true) -> Scalar {
    if line[start] == "'" || line[start] == "\"" { return quotation(from: start) }
    var end = start
    var colon: Int?
    while end < line.count, end == start || !beginsComment(end), !(isInBrackets && isBracketOrComma(end)) {
      if endsAtColon || isInBrackets, isColon(end) {
        colon = end
        break
      }
      end += 1
    }
    let last = line[start..<end].lastIndex { !$0.isBlank } ?? start
    return Scalar(text: String(line[start...last]), columns: start..<last + 1, limit: end, colon: colon)
  }

  private func quotation(from start: Int) -> Scalar {
    let mark = line[start]
    var end = start + 1
    while end < line.count, line[end] != mark { end += mark == "\"" && line[end] == "\\" ? 2 : 1 }
    end = min(end, line.count)
    let text = String(line[start + 1..<max(start + 1, end)])
    let after = min(end + 1, line.count)
    let next = skipBlanks(from: after)
    let isKey = next < line.count && line[next] == ":" && (isInBrackets || isColon(next))
    return Scalar(text: text, columns: start..<after, limit: after, colon: isKey ? next : nil)
  }

  var isInBrackets: Bool { frames[frames.count - 1].isInBrackets }

  func skipBlanks(from start: Int) -> Int { line[min(start, line.count)...].firstIndex { !$0.isBlank } ?? line.count }

  /// Whether nothing but a comment follows.
  func isEnd(_ place: Int) -> Bool { place >= line.count || beginsComment(place) }

  func beginsComment(_ place: Int) -> Bool { line[place] == "#" && (place == 0 || line[place - 1].isBlank) }

  func isDash(_ place: Int) -> Bool {
    place < line.count && line[place] == "-" && (place + 1 == line.count || line[place + 1].isBlank)
  }

  func isBracket(_ place: Int) -> Bool { line[place] == "{" || line[place] == "[" }

  private func isBracketOrComma(_ place: Int) -> Bool { "{}[],".unicodeScalars.contains(line[place]) }

  private func isColon(_ place: Int) -> Bool {
    guard line[place] == ":" else { return false }
    return place + 1 == line.count || line[place + 1].isBlank || isInBrackets && isBracketOrComma(place + 1)
  }
}
