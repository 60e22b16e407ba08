import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static let uses = """
    \(TestNotebook.net)
    ```{train}
    label: fit
    steps: 3
    ```
    ```{evaluate}
    label: test
    on: digits.test
    expect: test.accuracy > 0.5
    ```
    It reads {{test.accuracy}} of {{digits.test_images}} after {{fit.steps}} steps.
    """

  /// Blocks that cannot be read; what depends on them is not reported as well.
  static let wrongBlocks = [
    WrongNotebook(
      "a misspelt directive", "```1️⃣{laod}\nlabel: digits\ndataset: digits\n```\n\(uses)",
      .at(
        1, .unknownDirective, "there is no directive {laod}",
        suggestion: "did you mean 'load'?")),
    WrongNotebook(
      "a directive that is not there", "```1️⃣{predict}\nlabel: x\n```\n{{x.accuracy}}",
      .at(
        1, .unknownDirective,
        suggestion:
          "there is 'build', 'chart', 'compare', 'evaluate', 'generate', 'load', 'restore', 'save', 'sweep', 'trace' and 'train'"
      )),
    WrongNotebook(
      "a label beside the keyword", "```1️⃣{load label=digits}\ndataset: digits\n```\n\(uses)",
      .at(1, .malformedDirective)),
    WrongNotebook(
      "a picture from elsewhere", "See 1️⃣![the net](net.png).",
      .at(
        1, .image, "a page stands alone and shows no picture from 'net.png'", suggestion: "link to it: [text](net.png)")
    ),
    WrongNotebook(
      "a comma after the keyword", "```1️⃣{load, echo=FALSE}\nlabel: digits\ndataset: digits\n```\n\(uses)",
      .at(1, .malformedDirective)),
    WrongNotebook(
      "a fence that swallows the next cell",
      "1️⃣```{load}\nlabel: digits\ndataset: digits\n\nEach: is *read*.\n\n\(uses)", .at(1, .unclosedFence)),
    WrongNotebook(
      "a fence that swallows the rest",
      "\(TestNotebook.model)\nIt has {{net.parameters}}.\n\n1️⃣```{train}\nlabel: fit\nsteps: 3\n\nIt: {{fit.steps}}.",
      .at(1, .unclosedFence)),
    WrongNotebook(
      "a cell whose YAML cannot be read",
      "```{load}\nlabel: digits\ndataset: digits\ntrain: 1️⃣}\n```\n\(uses)", .at(1, .yamlSyntax)),
    WrongNotebook(
      "an equals sign between good lines", "```{load}\nlabel: digits\n1️⃣dataset = digits\ntrain: 3\n```\n\(uses)",
      .at(1, .yamlSyntax)),
    WrongNotebook(
      "a key twice", "```{load}\nlabel: digits\ndataset: digits\ntrain: 300\n1️⃣train: 3000\n```\n\(uses)",
      .at(1, .yamlDuplicateKey)),
    WrongNotebook(
      "an anchor, a tag and an alias",
      "```{load}\nlabel: digits\ndataset: 1️⃣&d digits\ntrain: 2️⃣!!int 300\n```\n```{load}\nlabel: b\ndataset: 3️⃣*d\n```\n\(uses)",
      .at(1, .yamlAnchor), .at(2, .yamlTag), .at(3, .yamlAnchor)),
    WrongNotebook(
      "a directive in a list", "\(TestNotebook.digits)- 1️⃣```{load}\n  dataset: digits\n  ```\n",
      .at(1, .nestedDirective)),
    WrongNotebook(
      "code to be shown", "```1️⃣{python}\nprint(1)\nx = [\n```\n",
      .at(
        1, .unknownDirective, "there is no directive {python}",
        suggestion: "code is shown, not run: write 'python' without braces")),
    WrongNotebook(
      "a fence without braces", "```1️⃣load\ndataset: digits\n```\n",
      .at(1, .plainFence, "a fence without braces is shown and not run", suggestion: "write '{load}' to run it")),
    WrongNotebook(
      "front matter below an empty line", "\n\n1️⃣---\ntitle: x\n---\n",
      .at(1, .frontMatter, "front matter begins on the first line of a file; here it is text")),
    WrongNotebook(
      "links to nowhere",
      "\(TestNotebook.digits)## A first part\n\n[a](#a-first-part) [b](1️⃣#a-first-prat) [c](#digits) [d](#digits.output-1) [](#digits) [e](2️⃣#nope) [f](3️⃣#digits.outptu-1)",
      .at(
        1, .unknownLink, "no heading and no cell of the page is called '#a-first-prat'",
        suggestion: "did you mean '#a-first-part'?"), .at(2, .unknownLink), .at(3, .unknownLink)),
    WrongNotebook(
      "what other Markdowns have",
      "\(TestNotebook.digits)\n1️⃣~~a~~ 2️⃣[^b]\n\n| c | d |\n3️⃣|---|\n\n4️⃣[^e]: f g\n",
      .at(1, .foreignMarkup), .at(2, .foreignMarkup), .at(3, .table), .at(4, .note)),
    WrongNotebook(
      "formulas that are not understood",
      "\(TestNotebook.digits)\nLet $x 1️⃣\\leqq y$, $a_12️⃣_2$ and $b$.\n\n3️⃣$$\n\nx\n",
      .at(1, .formula, "a formula knows no '\\leqq'", suggestion: "did you mean '\\leq'?"), .at(2, .formula),
      .at(3, .formula)),
    WrongNotebook(
      "a caption that names what there is not",
      "```{load}\nlabel: digits\ndataset: digits\ntrain: 10\ntest: 10\ncaption: 1️⃣\"Of {{digits.nothing}}\"\n```\n",
      .at(1, .unknownField)),
    WrongNotebook(
      "lists in lists without end", "1️⃣" + String(repeating: "- ", count: 101) + "a", .at(1, .limit)),
    WrongNotebook("an open comment", "1️⃣<!--\n\(TestNotebook.digits)", .at(1, .unclosedComment)),
    WrongNotebook("an open front matter", "1️⃣---\ntitle: x\n", .at(1, .frontMatter)),
    WrongNotebook(
      "a malformed reference beside a good one",
      "\(TestNotebook.digits)\n{{digits.classes}} 1️⃣{{digits}}", .at(1, .malformedReference)),
    WrongNotebook(
      "mistakes of every kind, all at once and in order",
      """
      ---
      1️⃣titel: A notebook
      ---
      It reads 2️⃣{{tset.accuracy}} correctly.

      ```{load}
      label: digits
      dataset: 3️⃣digit
      ```
      ```{build}
      layers:
        - 4️⃣lstn: {units: 16}
      ```
      ```{train}
      label: fit
      steps: 5️⃣none
      6️⃣bach: 16
      ```
      ```{evaluate}
      label: test
      on: digits.test
      expect: 7️⃣test.accuracy = 1
      ```
      Done with 8️⃣{{fitt.steps}} steps.
      """,
      .at(1, .unknownKey), .at(2, .unknownLabel), .at(3, .unknownName), .at(4, .unknownName), .at(5, .wrongType),
      .at(6, .unknownKey), .at(7, .malformedExpectation), .at(8, .unknownLabel)),
  ]
}
