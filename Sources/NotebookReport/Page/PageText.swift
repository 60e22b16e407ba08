/// A line of a page as a reader sees it.
enum PageText {
  /// What an escaped text means.
  static func unescaping(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }

  /// The text between the tags of a line, with a blank for every run of them.
  static func words(of line: some StringProtocol) -> String {
    var words = ""
    var isInTag = false
    for character in line {
      switch character {
      case "<": isInTag = true
      case ">" where isInTag:
        isInTag = false
        if words.last != " " && !words.isEmpty { words.append(" ") }
      default: if !isInTag { words.append(character) }
      }
    }
    return unescaping(words.last == " " ? words.dropLast() : words[...])
  }
}
