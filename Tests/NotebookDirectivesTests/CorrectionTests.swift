import NotebookSyntax
import TestSupport
import Testing

/// What is to be written in place of what, where a diagnostic knows.
struct CorrectionTests {
  /// The text with what diagnostics say put in its place.
  private func corrected(_ text: String) -> String {
    let found = TestNotebook(text).planned().diagnostics
    return found.compactMap(\.replacement).reversed().reduce(text) { $0.replacing($1) }
  }

  @Test(arguments: WrongNotebook.all) func putRightWhatTheyAreAbout(_ notebook: WrongNotebook) {
    let text = notebook.source.text
    let found = TestNotebook(text).planned().diagnostics
    for diagnostic in found {
      guard let replacement = diagnostic.replacement else { continue }
      let rest = TestNotebook(text.replacing(replacement)).planned().diagnostics
      let isLeft = rest.contains { $0.message == diagnostic.message && $0.position == diagnostic.position }
      #expect(!isLeft, "\(diagnostic.text(file: "notebook.md")): \(replacement)")
      let isNotYAML: (Diagnostic) -> Bool = { [.yamlSyntax, .yamlDuplicateKey].contains($0.identifier) }
      #expect(rest.count(where: isNotYAML) <= found.count(where: isNotYAML), "\(replacement)")
    }
  }

  @Test(arguments: [
    ("```{laod}\ndataset: digits\n```\n", "```{load}\ndataset: digits\n```\n"),
    ("```{load}\ndatset: digits\n```\n", "```{load}\ndataset: digits\n```\n"),
    ("```{load}\ndataset: \"digts\"\n```\n", "```{load}\ndataset: \"digits\"\n```\n"),
    ("```{load}\r\ntset: 20\r\ndataset: digits\r\n```\r\n", "```{load}\r\ntest: 20\r\ndataset: digits\r\n```\r\n"),
    (
      "---\nparams: {rate: 0.1}\n---\n中文 é {{ params.rat }} 😀\n",
      "---\nparams: {rate: 0.1}\n---\n中文 é {{ params.rate }} 😀\n"
    ),
    ("## Data\n\nSee [them](#dta).\n", "## Data\n\nSee [them](#data).\n"),
    ("```load\ndataset: digits\n```\n", "```{load}\ndataset: digits\n```\n"),
    ("```{load}\ndataset = digits\n```\n", "```{load}\ndataset: digits\n```\n"),
    ("```{load}\ndataset:\u{A0}digits\n```\n", "```{load}\ndataset: digits\n```\n"),
    ("```{load}\ndataset: digits\ntrain: 1e3\n```\n", "```{load}\ndataset: digits\ntrain: 1000\n```\n"),
  ]) func standWhereTheWordsAre(_ wrong: String, _ right: String) {
    #expect(corrected(wrong) == right)
    #expect(TestNotebook(right).planned().diagnostics.isEmpty)
  }

  @Test func areOfTheWholeNotebook() {
    let right = """
      \(TestNotebook.model)```{train}
      label: fit
      model: net
      steps: 10
      batch: 10
      optimizer: {adam: {learning_rate: 0.1}}
      report: {batch_loss: every 5 steps}
      ```
      ```{evaluate}
      on: digits.test
      expect: [fit.loss < 9, "fit.batch_loss@5 < 9"]
      ```

      """
    let changes = [
      ("lstm: {units: 16}", "lsmt: {units: 16}"), ("dense: {units: 10}", "dense: {unitz: 10}"),
      ("model: net", "model: nett"), ("batch: 10", "batch_size: 10"), ("learning_rate", "lr"),
      ("digits.test", "digits.tset"), ("fit.loss", "fit.los"), ("fit.batch_loss@5", "fit.batchloss@5"),
    ]
    for (there, wrong) in changes {
      let text = right.replacing(there, with: wrong)
      #expect(text != right && corrected(text) == right, "\(wrong)")
    }
  }

  @Test(arguments: [
    // A parameter's value is written elsewhere.
    "---\nparams: {digts: digts}\n---\n```{load}\ndataset: $digts\n```\n",
    // What stands there already would stand there twice.
    "```{load}\ndataset: digits\ndatset: digits\n```\n",
    // There is a colon behind it, which would be one too many.
    "```{build}\nlayers:\n  - dense:\n      units 8:\n```\n",
  ]) func areNotSaidWhereTheyWouldBeWrong(_ text: String) {
    let found = TestNotebook(text).planned().diagnostics
    #expect(found.contains { $0.suggestion?.correction != nil || $0.suggestion?.phrase.contains("'") == true })
    #expect(found.allSatisfy { $0.replacement == nil })
  }
}

extension String {
  fileprivate func replacing(_ replacement: Replacement) -> String {
    var (lines, line) = ([[Unicode.Scalar]](), [Unicode.Scalar]())
    for scalar in unicodeScalars {
      line.append(scalar)
      guard scalar == "\n" else { continue }
      lines.append(line)
      line = []
    }
    lines.append(line)
    lines[replacement.start.line - 1].replaceSubrange(
      replacement.start.column - 1..<replacement.end.column - 1, with: Array(replacement.text.unicodeScalars))
    return String(String.UnicodeScalarView(lines.joined()))
  }
}
