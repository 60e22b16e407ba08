import Foundation
import TestSupport
import Testing

/// A page in Chinese of every directive that shows something: what the program says on it is Chinese as well.
struct ChinesePageTests {
  private static let notebook = """
    ---
    title: 题
    lang: zh
    params: {rate: 0.01}
    ---
    ```{load}
    label: images
    dataset: digits
    train: 60
    test: 20
    ```
    ```{build}
    label: net
    layers: [lstm: {units: 4}, dense: {units: 10}]
    ```
    ```{train}
    label: fit
    steps: 6
    batch: 10
    optimizer: {adam: {learning_rate: $rate}}
    report: {batch_accuracy: every 2 steps, test_accuracy: every 3 steps, gradient_norm: every step, test_loss: at the end}
    ```
    ```{evaluate}
    label: test
    on: images.test
    ```
    ```{trace}
    label: story
    of: net
    on: images.test
    show: [probabilities, states, gradient]
    ```
    ```{sweep}
    label: rates
    over: {rate: [0.01, 0.02], seed: 1..2}
    collect: [test.accuracy, fit.batch_accuracy]
    ```
    ```{compare}
    label: compared
    rows:
      - {subject: 猜, measured: test.accuracy, range: 0..1}
    ```
    ```{load}
    label: sums
    dataset: adding
    train: 20
    test: 10
    time_steps: 8
    ```
    ```{build}
    label: adder
    data: sums
    layers: [gru: {units: 3}, dense: {units: 1}]
    ```
    ```{evaluate}
    label: told
    model: adder
    on: sums.test
    ```
    ```{load}
    label: words
    dataset: sentences
    test: 0.1
    time_steps: 10
    ```
    ```{build}
    label: speaker
    data: words
    layers: [lstm: {units: 4}, dense: {units: 29}]
    ```
    ```{evaluate}
    label: read
    model: speaker
    on: words.test
    ```

    """

  @Test func saysInChineseWhatItsTablesAndFiguresAre() throws {
    let command = try Command()
    try command.folder.write(Self.notebook, to: "x.md")
    let result = try command.run("x.md", "-o", "x.html", "--progress", "none")
    #expect(result.status == 0, "\(result.error)")
    let page = try command.folder.text(of: "x.html")
    let heads = page.matches(of: /<(?:caption|figcaption|th)(?: [^>]*)?>([\s\S]*?)<\/?(?:caption|figcaption|t[a-z]+)/)
      .map(\.output.1)
    let drawings = page.matches(of: /<pre class="wide"[^>]*>([\s\S]*?)<\/pre>/).map(\.output.1)
    #expect(heads.count > 100 && drawings.count == 7)
    let texts = (heads + drawings).map { $0.replacing(/<[^>]*>/, with: "") }
    // A sign of lines is an o.
    let words = texts.flatMap { text in text.matches(of: /[A-Za-z]{2,}/).map { String(text[$0.range]) } }
    let latin = Set(words).filter { word in word.contains { $0 != "o" } }
    let names: Set = ["adding", "dense", "digits", "gru", "lstm", "md", "rate", "sentences", "space"]
    #expect(latin == names.union(["log"]), "names, and the 10 of a logarithm")
  }
}
