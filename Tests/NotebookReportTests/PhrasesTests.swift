import Testing

@testable import NotebookReport

/// The words of a page in each language that has some.
struct PhrasesTests {
  /// The texts by what they are for, such as `cell.failed`.
  private func texts(_ value: Any, path: String = "") -> [(path: String, text: String)] {
    Mirror(reflecting: value).children.flatMap { child -> [(path: String, text: String)] in
      let path = "\(path)\(child.label ?? "")"
      if let text = child.value as? String { return [(path, text)] }
      return texts(child.value, path: "\(path).")
    }
  }

  @Test func areTranslatedEachByItself() {
    let (english, chinese) = (texts(Phrases.english), texts(Phrases.chinese))
    #expect(english.map(\.path) == chinese.map(\.path) && english.count > 50)
    let equal = zip(english, chinese).filter { $0.text == $1.text }.map(\.0.path)
    #expect(equal == ["beforeNumber"])
    let latin = chinese.filter { $0.text.contains { $0.isASCII && $0.isLetter } }.map(\.path)
    #expect(latin == ["language"])
  }

  @Test(arguments: [
    ("zh", "目录"), ("zh-Hant-TW", "目录"), ("ZH", "目录"), ("en-GB", "Contents"), ("de", "Contents"), ("", "Contents"),
  ])
  func areChosenByTheFirstPartOfALanguage(_ language: String, _ contents: String) {
    #expect(Phrases.of(language).contents == contents)
  }
}
