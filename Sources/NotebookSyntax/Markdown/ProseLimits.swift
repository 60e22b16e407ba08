/// The bounds within which libcmark's work grows with the length of a text and no faster.
///
/// Version 0.30 takes time that grows with the square of the pictures of a paragraph, and with lines times levels of nested lists; for each
/// mark it makes up to two nodes of 150 to 190 bytes.
package enum ProseLimits {
  /// Of a whole file: line ends, and characters that can begin or end something.
  package static let mostMarks = 1_000_000
  package static let mostNesting = 100
  package static let mostPictures = 500
  /// Blanks before a line; deeper ones would be read as levels of lists.
  private static let mostIndentation = 1000

  /// Empties the lines that lie beyond the bounds, and says so.
  static func enforce(on lines: inout SourceLines) -> [Diagnostic] {
    enforceMarks(on: &lines) + enforceDepth(on: &lines)
  }

  private static func enforceMarks(on lines: inout SourceLines) -> [Diagnostic] {
    var marks = 0
    var firstBeyond: Int?
    for number in 0..<lines.count {
      marks += markCount(in: lines[number + 1])
      guard marks > mostMarks else { continue }
      firstBeyond = firstBeyond ?? number + 1
      lines.replace(number + 1, by: "")
    }
    return firstBeyond.map { line in
      [
        Diagnostic(
          .limit, at: SourcePosition(line: line),
          "a notebook has at most \(mostMarks) line ends and marks such as '*', '[' and '<', and this one has \(marks)")
      ]
    } ?? []
  }

  /// How many characters of a line Markdown may take for markup, its end counted.
  private static func markCount(in line: String) -> Int {
    var count = 1
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"),
        UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "-"),
        UInt8(ascii: "+"):
        count += 1
      default: break
      }
    }
    return count
  }

  private static func enforceDepth(on lines: inout SourceLines) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var pictures = 0
    for number in 0..<lines.count {
      let line = lines[number + 1]
      pictures = line.isEmpty ? 0 : pictures + pictureCount(in: line)
      let isDeep = isNestedTooDeeply(line)
      guard isDeep || pictures > mostPictures else { continue }
      diagnostics.append(
        Diagnostic(
          .limit, at: SourcePosition(line: number + 1),
          isDeep
            ? "lists and quotations are nested at most \(mostNesting) levels deep, and a line begins with at most \(mostIndentation) blanks"
            : "a paragraph has at most \(mostPictures) '![', and this one has \(pictures)",
          suggestion: isDeep ? nil : "divide it by an empty line"))
      pictures = 0
      lines.replace(number + 1, by: "")
    }
    return diagnostics
  }

  private static func pictureCount(in line: String) -> Int {
    var count = 0
    var last: UInt8 = 0
    for byte in line.utf8 {
      if last == UInt8(ascii: "!"), byte == UInt8(ascii: "[") { count += 1 }
      last = byte
    }
    return count
  }

  /// Counts the marks of quotations and list items at the beginning of a line.
  private static func isNestedTooDeeply(_ line: String) -> Bool {
    var (marks, blanks) = (0, 0)
    var isMark = false
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        blanks += marks == 0 ? 1 : 0
        marks += isMark ? 1 : 0
        isMark = false
      case UInt8(ascii: ">"):
        marks += 1
        isMark = false
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"): isMark = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isMark = false
      default: return marks > mostNesting || blanks > mostIndentation
      }
      if marks > mostNesting || blanks > mostIndentation { return true }
    }
    return false
  }
}
