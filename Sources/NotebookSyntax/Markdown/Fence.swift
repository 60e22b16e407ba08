/// The opening line of a fenced block: its indentation, mark and what follows the mark.
struct Fence {
  let indentation: Int
  let mark: Character
  let length: Int
  /// What follows the mark, without spaces at its ends.
  let info: Substring
  /// The column of `info`, from 1.
  let infoColumn: Int

  /// Reads a line; nil when it opens no fence.
  init?(line: some StringProtocol) {
    let indentation = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indentation)
    guard indentation <= 3, let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    let after = rest.dropFirst(length)
    guard length >= 3, mark == "~" || !after.contains("`") else { return nil }
    let space = after.prefix { $0 == " " || $0 == "\t" }.count
    self.indentation = indentation
    self.mark = mark
    self.length = length
    info = Substring(String(after.dropFirst(space).reversed().drop { $0.isWhitespace }.reversed()))
    infoColumn = indentation + length + space + 1
  }

  /// Whether `line` closes the block that this fence opens.
  func isClosed(by line: String) -> Bool {
    guard let other = Fence(line: line) else { return false }
    return other.mark == mark && other.length >= length && other.info.isEmpty
  }

  /// The line that closes the block.
  var closing: String { String(repeating: mark, count: length) }

  /// Whether the info string means a directive: braces run.
  var isDirective: Bool { info.first == "{" }

  /// The word of `{word}`; nil when the info string is anything else.
  var keyword: String? {
    guard info.first == "{", info.last == "}", info.count > 2 else { return nil }
    let word = info.dropFirst().dropLast()
    return FieldReference.isName(word) ? String(word) : nil
  }
}
