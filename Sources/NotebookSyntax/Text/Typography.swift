/// The signs of printed English, which libcmark puts in the place of those of a keyboard.
package enum Typography {
  private static let signs: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "--", "—": "---", "…": "...",
  ]

  /// A text as a keyboard has it.
  package static func typed(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: { signs[$0] != nil }) else { return String(text) }
    return text.unicodeScalars.map { signs[$0] ?? String($0) }.joined()
  }

  /// Whether a language has the quotation marks of English.
  package static func isEnglish(_ language: String) -> Bool {
    language.split(separator: "-").first?.lowercased() == "en"
  }
}
