import Testing

@testable import NotebookSyntax

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("loss", 4), ("损失", 4), ("LSTM 网络", 9), ("e\u{301}tat", 4), ("\u{e9}tat", 4), ("ｌｏｓｓ", 8), ("한글", 4),
    ("\u{1112}\u{1161}\u{11ab}", 2), ("a\u{200B}\u{200D}b", 2), ("¼α±→", 4), ("あいう、", 8), ("🙂", 2), ("\u{20000}", 2),
    ("\u{2FFFD}", 2),
    ("co\u{AD}op", 5), ("\u{1F600}\u{FE0F}", 2), ("नि", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }

  /// The ranges come from Python; the standard library knows the categories from another copy of the same tables.
  @Test func knowsEveryCharacterWithoutAColumn() {
    let wrong = (0..<0xE_1000).compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
      guard let age = scalar.properties.age, age.major <= 14 else { return false }
      let isEmpty: Bool =
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        case .format: scalar != "\u{AD}"
        default: (0x1160...0x11FF).contains(scalar.value)
        }
      return isEmpty != (TextWidth.columns(scalar) == 0)
    }
    // U+1171E has had a column since Unicode 15.1.
    #expect(Set(wrong).subtracting(["\u{1171E}"]).isEmpty, "\(wrong.prefix(10).map { String($0.value, radix: 16) })")
  }

  @Test func fillsUpToAWidth() {
    #expect(TextWidth.padded("损失", to: 6) == "损失  ")
    #expect(TextWidth.padded("损失", to: 6, right: true) == "  损失")
    #expect(TextWidth.padded("损失", to: 3) == "损失")
  }

  @Test func cutsBeforeWhatDoesNotFit() {
    #expect(TextWidth.prefix("a损失", columns: 4) == "a损")
    #expect(TextWidth.prefix("e\u{301}tat", columns: 1) == "e\u{301}")
    #expect(TextWidth.prefix("损", columns: 1) == "")
  }

  @Test func breaksALineBehindBlanks() {
    #expect(TextWidth.pieces("one two three", columns: 8) == ["one two ", "three"])
    #expect(TextWidth.pieces("损失与准确率", columns: 5) == ["损失", "与准", "确率"])
    #expect(TextWidth.pieces("", columns: 5) == [""])
    #expect(TextWidth.pieces("损失", columns: 1) == ["损", "失"])
    #expect(TextWidth.pieces("abcd", columns: 2) == ["ab", "cd"])
  }
}
