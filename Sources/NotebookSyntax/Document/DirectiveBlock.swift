/// A fence that runs, such as ```` ```{train} ````, with its options as written.
package struct DirectiveBlock: Sendable, Hashable {
  package let keyword: String
  package let keywordPosition: SourcePosition
  package let options: [YAMLEntry]
  /// The body between the fences, for the page.
  package let text: String
  /// From the opening fence to the closing one.
  package let lines: ClosedRange<Int>
  /// Whether it could be read only in part, which has been reported: nothing is to be missed in it.
  package let isBroken: Bool

  package init(
    keyword: String, keywordPosition: SourcePosition, options: [YAMLEntry], text: String, lines: ClosedRange<Int>,
    isBroken: Bool = false
  ) {
    self.keyword = keyword
    self.keywordPosition = keywordPosition
    self.options = options
    self.text = text
    self.lines = lines
    self.isBroken = isBroken
  }
}
