/// A fence that runs, such as ```` ```{train} ````, with its options as written.
package struct DirectiveBlock: Sendable, Hashable {
  package let keyword: String
  package let keywordPosition: SourcePosition
  package let options: [YAMLEntry]
  /// The body between the fences, for the page.
  package let text: String
  /// From the opening fence to the closing one.
  package let lines: ClosedRange<Int>
  /// What is wrong with the body as YAML; it means nothing where there is no such directive.
  package let problems: [Diagnostic]
  /// Whether it could be read only in part, which has been reported: nothing is to be missed in it.
  package let isBroken: Bool
  /// Whether the fence is not `{keyword}` alone, which has been reported.
  package let keywordIsMalformed: Bool

  package init(
    keyword: String, keywordPosition: SourcePosition, options: [YAMLEntry], text: String, lines: ClosedRange<Int>,
    problems: [Diagnostic] = [], isBroken: Bool = false,
    keywordIsMalformed: Bool = false
  ) {
    self.keyword = keyword
    self.keywordPosition = keywordPosition
    self.options = options
    self.text = text
    self.lines = lines
    self.problems = problems
    self.isBroken = isBroken
    self.keywordIsMalformed = keywordIsMalformed
  }
}
