import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func build(_ description: String, _ layers: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, "\(TestNotebook.digits)```{build}\n\(layers)\n```\n", expected)
  }

  private static func train(_ description: String, _ options: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, "\(TestNotebook.model)```{train}\n\(options)\n```\n", expected)
  }

  /// Networks that cannot be built.
  static let wrongLayers = [
    build(
      "a misspelt layer", "layers:\n  - 1️⃣lsmt: {units: 16}\n  - dense: {units: 10}",
      .at(1, .unknownName, "there is no layer 'lsmt'", suggestion: "did you mean 'lstm'?")),
    build(
      "a misspelt option of a layer", "layers:\n  - lstm: {1️⃣untis: 16}\n  - dense: {units: 10}",
      .at(1, .unknownKey, "'lstm' has no key 'untis'", suggestion: "did you mean 'units'?")),
    build(
      "a layer without units", "layers:\n  - lstm: 1️⃣{forget_bias: 1}\n  - dense: {units: 10}",
      .at(1, .missingKey, "'lstm' needs 'units'")),
    build("a layer by its name alone", "layers: [1️⃣lstm, dense: {units: 10}]", .at(1, .missingKey)),
    build("an option of another layer", "layers:\n  - dense: {units: 10, 1️⃣forget_bias: 1}", .at(1, .unknownKey)),
    build("two layers in one item", "layers:\n  - 1️⃣lstm: {units: 3}\n    dense: {units: 10}", .at(1, .wrongType)),
    build(
      "layers that are no list", "layers: 1️⃣lstm",
      .at(1, .wrongType, "'layers' is a list, one line '- name: {…}' a layer, not 'lstm'")),
    build("no layers", "layers: 1️⃣[]", .at(1, .shape, "a network has at least one layer")),
    build("an empty item", "layers:\n  -1️⃣", .at(1, .wrongType)),
    build(
      "too many units", "layers:\n  - dense: {units: 1️⃣4097}", .at(1, .outOfRange, "'units' is from 1 to 4096, not 4097")
    ),
    build("units beyond any number", "layers:\n  - dense: {units: 1️⃣99999999999999999999}", .at(1, .outOfRange)),
    build(
      "a last layer that does not fit the classes", "layers:\n  - lstm: {units: 16}\n  - dense: {units: 1️⃣9}",
      .at(1, .shape, "the last layer has as many units as there are classes: 10, not 9")),
    build("a last layer that is not dense", "layers:\n  - 1️⃣lstm: {units: 10}", .at(1, .shape)),
    build(
      "a state that no layer has", "readout: 1️⃣final_state\nlayers:\n  - dense: {units: 10}", .at(1, .shape)),
    build(
      "softmax inside a sequence",
      "layers:\n  - dense: {units: 5, activation: 1️⃣softmax}\n  - lstm: {units: 5}\n  - dense: {units: 10}",
      .at(1, .shape)),
    build(
      "a loss that takes probabilities", "loss: cross_entropy\nlayers:\n  - dense: {units: 10, activation: 1️⃣relu}",
      .at(1, .shape)),
    build(
      "a misspelt activation", "layers:\n  - dense: {units: 10, activation: 1️⃣softmx}",
      .at(1, .unknownName, suggestion: "did you mean 'softmax'?")),
    build(
      "a misspelt initial value", "layers:\n  - dense: {units: 10, initial: 1️⃣normel}",
      .at(1, .unknownName, suggestion: "did you mean 'normal'?")),
    build(
      "a wrong option of an initial value", "layers:\n  - dense: {units: 10, initial: {normal: {stddev: 1️⃣-1}}}",
      .at(1, .outOfRange)),
    build("a constant without its value", "layers:\n  - dense: {units: 10, initial: 1️⃣constant}", .at(1, .missingKey)),
    build("a number beyond all", "layers:\n  - dense: {units: 10, bias: 1️⃣1e999}", .at(1, .wrongType)),
    build("a number that is none", "layers:\n  - dense: {units: 10, bias: 1️⃣nan}", .at(1, .wrongType)),
    build(
      "more parameters than memory",
      "layers:\n  1️⃣- lstm: {units: 4096}\n  - lstm: {units: 4096}\n  - dense: {units: 10}", .at(1, .shape)),
    WrongNotebook(
      "a model for other images",
      """
      \(TestNotebook.model)
      ```{load}
      label: pixels
      dataset: digits
      time_steps: pixels
      ```
      ```{train}
      data: 1️⃣pixels
      steps: 3
      ```
      ```{evaluate}
      on: 2️⃣pixels.test
      ```
      """,
      .at(1, .shape, "the model 'net' reads 28 steps of 28, but 'pixels' gives 784 steps of 1"), .at(2, .shape)),
  ]

  /// A network and another like it.
  private static let twoModels = """
    \(TestNotebook.model)
    ```{build}
    label: other
    like: net
    ```
    """

  /// Trainings that cannot be done.
  static let wrongTraining = [
    train("no steps", "steps: 1️⃣0", .at(1, .outOfRange, "'steps' is from 1 to 100000000, not 0")),
    train(
      "more steps than ever", "epochs: 1️⃣1000000\nepoch_steps: 10000000",
      .at(1, .outOfRange, "training takes at most 100000000 steps, and 1000000 epochs of 10000000 are 10000000000000")),
    WrongNotebook(
      "a batch beyond all memory",
      """
      ```{load}
      dataset: digits
      time_steps: pixels
      ```
      ```{build}
      label: large
      layers: [{lstm: {units: 3000}}, {dense: {units: 10}}]
      ```
      ```{train}
      steps: 3
      batch: 1️⃣65536
      ```
      ```{evaluate}
      model: 2️⃣large
      ```
      """,
      .at(1, .outOfRange, "batches of 65536 through 'large' need 46 GB of memory, and a cell takes at most 4"),
      .at(2, .outOfRange)),
    WrongNotebook(
      "networks that are measured together",
      "\(TestNotebook.model)```{evaluate}\nmodel: 1️⃣[net, 2️⃣nett, net]\n```\n```{evaluate}\nmodel: 3️⃣[]\n```\n",
      .at(2, .unknownLabel, "nothing is labelled 'nett'", suggestion: "did you mean 'net'?"),
      .at(3, .wrongKind, "no network is named", suggestion: "name at least one")),
    WrongNotebook(
      "a network that is measured together with itself",
      "\(TestNotebook.model)```{evaluate}\nmodel: 1️⃣[net, net]\n```\n",
      .at(1, .wrongKind, "the network 'net' is named more than once", suggestion: "name each of them once")),
    WrongNotebook(
      "parts for other networks than there are",
      """
      \(twoModels)
      ```{evaluate}
      model: [net, other]
      on: 1️⃣[digits.test, digits.test, digits.test]
      ```
      ```{evaluate}
      model: net
      on: 2️⃣[digits.test, digits.train]
      ```
      ```{evaluate}
      on: 3️⃣[]
      ```
      """,
      .at(
        1, .wrongKind, "there are 3 parts for 2 networks",
        suggestion: "name one part for all of them, or one for each in their order"),
      .at(2, .wrongKind, "there are 2 parts for 1 network"), .at(3, .wrongKind, "no part is named")),
    WrongNotebook(
      "parts of other examples",
      """
      \(twoModels)
      ```{evaluate}
      model: [net, other]
      on: 1️⃣[digits.test, digits.train]
      ```
      """,
      .at(
        1, .shape,
        "the parts do not show the same examples: 'digits.test' has 100 images and 10 classes, "
          + "and 'digits.train' has 300 images and 10 classes",
        suggestion: "name parts that show the same examples, each in its own way")),
    WrongNotebook(
      "networks that need too much memory together",
      """
      ```{load}
      dataset: digits
      train: 100
      time_steps: pixels
      ```
      ```{build}
      label: a
      layers: [{lstm: {units: 800}}, {dense: {units: 10}}]
      ```
      ```{build}
      label: b
      like: a
      ```
      ```{evaluate}
      model: 1️⃣[a, b]
      ```
      """,
      .at(1, .outOfRange)),
    train("an empty batch", "steps: 3\nbatch: 1️⃣0", .at(1, .outOfRange)),
    train(
      "a misspelt optimizer", "steps: 3\noptimizer: 1️⃣adan",
      .at(1, .unknownName, "there is no optimizer 'adan'", suggestion: "did you mean 'adam'?")),
    train(
      "an option of another optimizer", "steps: 3\noptimizer: {sgd: {1️⃣beta_1: 0.9}}",
      .at(1, .unknownKey, "'sgd' has no key 'beta_1'")),
    train("a negative rate", "steps: 3\noptimizer: {adam: {learning_rate: 1️⃣-0.1}}", .at(1, .outOfRange)),
    WrongNotebook(
      "misspelt and impossible augmentation",
      """
      \(TestNotebook.model)```{train}
      steps: 3
      augment: {1️⃣rotaton: 10, scale: 2️⃣1, shear: 3️⃣-0.1, shift: 4️⃣2px, elastic: 5️⃣2}
      ```
      ```{train}
      steps: 3
      augment: {elastic: {strength: 6️⃣-1, smoothness: 7️⃣1, 8️⃣smoothnes: 4}}
      ```
      """,
      .at(1, .unknownKey, "'augment' has no key 'rotaton'", suggestion: "did you mean 'rotation'?"),
      .at(2, .outOfRange, "'scale' is from 0 to 0.9, not 1"), .at(3, .outOfRange),
      .at(4, .wrongType, "'shift' is a number, not '2px'"),
      .at(5, .wrongType, "'elastic' takes a mapping of options, not '2'"), .at(6, .outOfRange),
      .at(7, .outOfRange), .at(8, .unknownKey, suggestion: "did you mean 'smoothness'?")),
    WrongNotebook(
      "several mistakes in one network",
      """
      \(TestNotebook.digits)```{build}
      data: 1️⃣digit
      layers:
        - lstm: {units: 2️⃣0, forget_bias: 3️⃣much, 4️⃣unit: 3}
        - dense: {units: 5️⃣ten, activation: 6️⃣reluu, initial: {normal: {stddev: 7️⃣-1}}}
      readout: 8️⃣last
      loss: 9️⃣entropy
      ```
      """,
      .at(1, .unknownLabel), .at(2, .outOfRange), .at(3, .wrongType),
      .at(4, .unknownKey, suggestion: "did you mean 'units'?"),
      .at(5, .wrongType), .at(6, .unknownName, suggestion: "did you mean 'relu'?"), .at(7, .outOfRange),
      .at(8, .unknownName), .at(9, .unknownName)),
    WrongNotebook(
      "several mistakes in one training",
      """
      \(TestNotebook.model)```{train}
      model: 1️⃣nett
      steps: 2️⃣0
      batch: 3️⃣0
      optimizer: {adam: {learning_rate: 4️⃣fast, beta_1: 5️⃣1}}
      augment: {shear: 6️⃣3}
      report: {validation_loss: 7️⃣every step}
      8️⃣dta: digits
      ```
      """,
      .at(1, .unknownLabel), .at(2, .outOfRange), .at(3, .outOfRange), .at(4, .wrongType), .at(5, .outOfRange),
      .at(6, .outOfRange), .at(7, .unknownField), .at(8, .unknownKey, suggestion: "did you mean 'data'?")),
    train("augmentation by a word", "steps: 3\naugment: 1️⃣strong", .at(1, .wrongType)),
    train("two optimizers", "steps: 3\noptimizer: 1️⃣{adam: {}, sgd: {}}", .at(1, .wrongType)),
    train(
      "a misspelt report", "steps: 3\nreport: {1️⃣batch_acuracy: every step}",
      .at(1, .unknownKey, suggestion: "did you mean 'batch_accuracy'?")),
    train(
      "an interval in other words", "steps: 3\nreport: {batch_loss: 1️⃣20 steps}",
      .at(1, .wrongType, "how often is written 'every 20 steps' or 'every epoch', not '20 steps'")),
    train("an interval of nothing", "steps: 3\nreport: {batch_loss: 1️⃣every 0 steps}", .at(1, .wrongType)),
    train(
      "an endless interval", "steps: 3\nreport: {batch_loss: 1️⃣every 9223372036854775807 steps}", .at(1, .wrongType)),
    train("an interval of another unit", "steps: 3\nreport: {batch_loss: 1️⃣every 2 hours}", .at(1, .wrongType)),
    train(
      "a report of a part that is empty", "steps: 3\nreport: {validation_loss: 1️⃣every step}", .at(1, .unknownField)),
  ]
}
