import NotebookSyntax
import TestSupport

extension WrongNotebook {
  /// Mistakes of one notebook that have nothing to do with one another: all are found in one round, each once.
  static let wrongTogether = [
    WrongNotebook(
      "ten independent mistakes",
      """
      ```{load}
      label: digits
      dataset: 0️⃣digitz
      1️⃣train = 100
      ```
      ```{build}
      label: net
      layers:
        - lstm: 2️⃣8
        - dense: {units: 3️⃣ten}
      ```
      ```{train}
      label: fit
      4️⃣lr: 0.01
      steps: 5️⃣$step
      ```
      ```{evaluate}
      label: test
      on: digits.6️⃣tset
      expect: 7️⃣accuracy >> 0.9
      ```
      ```{compare}
      rows: [8️⃣{subject: accuracy, measured: 9️⃣test.acuracy}]
      ```
      """.replacing("digits.6️⃣tset", with: "6️⃣digits.tset"),
      .at(0, .unknownName, suggestion: "did you mean 'digits'?"),
      .at(1, .yamlSyntax, suggestion: "write 'train: 100'"),
      .at(2, .wrongType, suggestion: "write '{units: 8}'"), .at(3, .wrongType),
      .at(4, .unknownKey, suggestion: "write 'optimizer: {adam: {learning_rate: 0.01}}'"),
      .at(5, .unknownParameter), .at(6, .unknownField, suggestion: "did you mean 'test'?"),
      .at(7, .malformedExpectation, suggestion: "write 'test.accuracy > 0.9'"), .at(8, .missingKey),
      .at(9, .unknownField, suggestion: "did you mean 'accuracy'?")),
    WrongNotebook(
      "a broken fence above other mistakes",
      """
      0️⃣```{load}
      label: digits
      dataset: 1️⃣digitz

      ```{chart}
      series: [2️⃣{values: [1, 2]}]
      3️⃣x_label: step
      ```
      ```4️⃣{python}
      print(1)
      ```
      ```{chart}
      series: [{values: [1, 2], every: 2 steps}]
      y_range: 5️⃣1
      ```
      [to nowhere](6️⃣#nope) 7️⃣{{nobody.x}}
      """,
      .at(0, .unclosedFence), .at(1, .unknownName), .at(2, .missingKey),
      .at(3, .unknownKey, suggestion: "axes and legend are named by the series"),
      .at(4, .unknownDirective), .at(5, .wrongType), .at(6, .unknownLink), .at(7, .unknownLabel)),
    WrongNotebook(
      "words from elsewhere",
      """
      \(TestNotebook.digits)```{build}
      label: net
      layers:
        - lstm: {0️⃣hidden_size: 8}
        - 1️⃣linear: {units: 10}
      ```
      ```{train}
      steps: 2️⃣[3, 4]
      3️⃣batch_size: 8
      4️⃣dropout_rate: 0.5
      5️⃣learning_rate: 0.01
      optimizer: {6️⃣SGD: {learning_rate: 0.1}}
      7️⃣adam: {learning_rate: 0.1}
      ```
      ```{evaluate}
      8️⃣dataset: digits
      9️⃣name: test
      ```
      """,
      .at(0, .unknownKey, suggestion: "did you mean 'units'?"),
      .at(1, .unknownName, suggestion: "did you mean 'dense'?"),
      .at(2, .wrongType, suggestion: "make it a parameter, as in '$value', and run once for each: -p value=…"),
      .at(3, .unknownKey, suggestion: "did you mean 'batch'?"),
      .at(4, .unknownKey, suggestion: "dropout is a layer of its own: '- dropout: {rate: 0.5}'"),
      .at(5, .unknownKey, suggestion: "write 'optimizer: {adam: {learning_rate: 0.01}}'"),
      .at(6, .unknownName, suggestion: "did you mean 'sgd'?"),
      .at(7, .unknownKey, suggestion: "write 'optimizer: adam'"),
      .at(8, .unknownKey, suggestion: "did you mean 'on'?"),
      .at(9, .unknownKey, suggestion: "did you mean 'label'?")),
  ]
}
