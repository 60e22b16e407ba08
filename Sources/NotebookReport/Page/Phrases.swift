/// The words that a page says of itself, in one language: what a notebook and its cells say is in theirs.
struct Phrases: Sendable, Hashable {
  /// BCP 47 tag.
  let language: String
  let skip: String
  let contents: String
  let hideSources: String
  let notes: String
  let figure: String
  let table: String
  /// Between a word such as `figure` and its number.
  let beforeNumber: String
  let seed: String
  let comparisonsHold: String
  let expectationsHold: String
  /// Before, between and after what is told of an article.
  let after: String
  let by: String
  let linkToSection: String
  let linkToCell: String
  let fields: String
  let note: String
  let measured: String
  let held: String
  let failed: String
  let notChecked: String
  let rows: String

  /// `Figure 3`.
  func text(_ kind: ExhibitNumber.Kind, _ number: Int) -> String {
    switch kind {
    case .figure: "\(figure)\(beforeNumber)\(number)"
    case .table: "\(table)\(beforeNumber)\(number)"
    }
  }

  /// `12 of 12 comparisons hold`.
  func count(_ held: Int, of all: Int, _ phrase: String) -> String {
    language == "zh" ? "\(held)/\(all) \(phrase)" : "\(held) of \(all) \(phrase)"
  }

  /// Those of a language, or English where there are none.
  static func of(_ language: String) -> Phrases { primary(language) == "zh" ? chinese : english }

  /// What says on a page of another language that a part of it is in this one; nil where nothing has to.
  func tag(on pageLanguage: String) -> String? { Self.primary(pageLanguage) == language ? nil : language }

  /// What says on a page of another language that something is in English, as all is that cells say.
  static func englishTag(on pageLanguage: String) -> String? { english.tag(on: pageLanguage) }

  private static func primary(_ language: String) -> String {
    language.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }

  static let english = Phrases(
    language: "en", skip: "Skip to the text", contents: "Contents", hideSources: "Hide the sources of the cells",
    notes: "Notes", figure: "Figure", table: "Table", beforeNumber: " ", seed: "seed",
    comparisonsHold: "comparisons hold", expectationsHold: "expectations held", after: "After", by: "by",
    linkToSection: "Link to this section", linkToCell: "Link to cell", fields: "Numbers that the text can name",
    note: "Note: ", measured: "measured", held: "✓ held", failed: "✗ failed", notChecked: "– not checked", rows: "rows")

  static let chinese = Phrases(
    language: "zh", skip: "跳到正文", contents: "目录", hideSources: "隐藏各单元的源码", notes: "注释", figure: "图", table: "表",
    beforeNumber: " ", seed: "随机种子", comparisonsHold: "项对比成立", expectationsHold: "项预期成立", after: "参照", by: "作者",
    linkToSection: "本节链接", linkToCell: "单元链接", fields: "正文可以引用的数值", note: "注意：", measured: "实测", held: "✓ 成立",
    failed: "✗ 不成立", notChecked: "– 未检查", rows: "行")
}
