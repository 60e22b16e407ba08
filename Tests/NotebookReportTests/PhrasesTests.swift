import Testing

@testable import NotebookReport

/// The words of a page in each language that has some.
struct PhrasesTests {
  /// The texts by what they are for, such as `cell.failed`.
  private func texts(_ value: Any, path: String = "") -> [(path: String, text: String)] {
    Mirror(reflecting: value).children.flatMap { child -> [(path: String, text: String)] in
      let path = "\(path)\(child.label ?? "")"
      if let text = child.value as? String { return [(path, text)] }
      // Those are looked up in English, and found or not.
      if child.value is CellWords { return [] }
      return texts(child.value, path: "\(path).")
    }
  }

  @Test func areTranslatedEachByItself() {
    let (english, chinese) = (texts(Phrases.english), texts(Phrases.chinese))
    #expect(english.map(\.path) == chinese.map(\.path) && english.count > 50)
    let equal = zip(english, chinese).filter { $0.text == $1.text }.map(\.0.path)
    #expect(equal == ["beforeNumber"])
    for (english, chinese) in zip(english, chinese) {
      #expect(places(english.text) == places(chinese.text), "\(english.path)")
    }
    let latin = chinese.filter { $0.text.contains { $0.isASCII && $0.isLetter } }.map(\.path)
    #expect(latin == ["language", "drawing.heatMap.nothing"], "an x stands in the map")
  }

  @Test(arguments: [
    ("zh", "目录"), ("zh-Hant-TW", "目录"), ("ZH", "目录"), ("en-GB", "Contents"), ("de", "Contents"), ("", "Contents"),
  ])
  func areChosenByTheFirstPartOfALanguage(_ language: String, _ contents: String) {
    #expect(Phrases.of(language).contents == contents)
  }

  /// The places of a template.
  private func places(_ text: String) -> [String] { text.matches(of: /\{\d\}/).map { String($0.output) }.sorted() }

  private func places(of template: Template) -> [String] { places(texts(template).map(\.text).joined()) }

  @Test func putEachTextOfATemplateInItsPlace() {
    for entry in Phrases.chinese.words.templates {
      let (english, chinese) = (places(of: entry.english), places(of: entry.text))
      #expect(english == chinese && !english.isEmpty, "\(entry)")
    }
  }

  @Test func areSoonThroughWithATextThatManyTemplatesFit() {
    // Each word fits one of two templates, so that there are C(80, 40) ways through.
    let text = (Array(repeating: "mean", count: 40) + ["x"] + Array(repeating: "told", count: 40)).joined(
      separator: " ")
    #expect(Phrases.chinese.words.known(text) == nil)
  }

  @Test(arguments: [
    ("loss", "损失"), ("test accuracy", "测试准确率"), ("best validation loss", "最佳验证损失"),
    ("batch accuracy, test accuracy", "批次准确率、测试准确率"),
    ("batch accuracy, test accuracy by step", "批次准确率、测试准确率（按步）"),
    ("test loss, the mean over seeds by epoch", "测试损失，各随机种子的均值（按轮）"), ("On the test images", "测试图片上的结果"),
    ("5 read as 9", "5 读作 9"), ("0 to 255, divided by 255", "0 到 255，除以 255"),
    ("States of lstm_1, by step", "lstm_1 的状态（按步）"),
  ])
  func tellWhatCellsSay(_ english: String, _ chinese: String) {
    #expect(Phrases.chinese.words(english) == chinese)
    #expect(Phrases.english.words(english) == english)
  }

  @Test(arguments: [
    "Accuracy by hand", "my loss, test accuracy", "On the other images", "simple read as GRU", "8 by 8", "lstm_1", "测试",
    "", ", ",
    "test  accuracy",
  ])
  func leaveWhatAnAuthorSays(_ text: String) {
    #expect(Phrases.chinese.words.known(text) == nil)
    #expect(Phrases.chinese.words(text) == text)
  }

  @Test(arguments: [
    ("a", ["{1}", "a", "{2}"], "a: {1}, a, {2}."), ("", ["", "", ""], ": , , ."),
    ("b", ["1", "2", "3"], "b: 1, 2, 3."),
  ])
  func haveTextsInTheirPlaces(_ name: String, _ texts: [String], _ phrase: String) {
    let template: Template = "{1}: {2}, {3}, {4}."
    #expect(template.filled(with: [name] + texts) == phrase)
    #expect(template.texts(in: phrase) == [name] + texts)
    #expect(template.texts(in: phrase + " ") == nil)
    let turned: Template = "({2}) {1}"
    #expect(turned("one", "two") == "(two) one")
  }
}
