import NotebookSyntax
import TestSupport

extension WrongNotebook {
  /// Keys that a directive does not have, needs, or does not take together.
  static let wrongKeys = [
    WrongNotebook(
      "a misspelt key", "```{load}\ndataset: digits\n1️⃣trian: 300\n```\n",
      .at(1, .unknownKey, "{load} has no key 'trian'", suggestion: "did you mean 'train'?")),
    WrongNotebook(
      "a misspelt key that is needed", "```{load}\n1️⃣datset: digits\n```\n",
      .at(1, .unknownKey, suggestion: "did you mean 'dataset'?")),
    WrongNotebook(
      "a key and its value without a colon",
      "```{load}\ndataset: digits\n```\n```{build}\nlayers: [{dense: {1️⃣units 8}}]\n```\n",
      .at(1, .unknownKey, suggestion: "write 'units: 8'")),
    WrongNotebook("a merge key", "```{load}\ndataset: digits\n1️⃣<<: {train: 300}\n```\n", .at(1, .unknownKey)),
    WrongNotebook(
      "a key of another directive", "```{load}\ndataset: digits\n1️⃣learning_rate: 1\n```\n", .at(1, .unknownKey)),
    WrongNotebook(
      "nothing to load", "```1️⃣{load}\n```\n",
      .at(1, .missingKey, "{load} needs 'dataset', 'folder', 'text' or 'table'", suggestion: "write 'dataset: mnist'")),
    WrongNotebook(
      "a data set and a folder", "```{load}\ndataset: digits\nfolder: 1️⃣here\n```\n",
      .at(1, .conflictingKeys, "{load} takes 'dataset', 'folder', 'text' or 'table', not two of them")),
    WrongNotebook(
      "a shape of a known data set", "```{load}\ndataset: digits\nshape: 1️⃣[28, 28]\n```\n", .at(1, .conflictingKeys)),
    WrongNotebook(
      "a shape that is none", "```{load}\nfolder: 2️⃣x\nshape: 1️⃣28\n```\n", .at(2, .unreadableData),
      .at(1, .wrongType, "'shape' is two whole numbers, rows and columns, such as [28, 28]")),
    WrongNotebook(
      "classes of a known data set", "```{load}\ndataset: digits\nclasses: 1️⃣10\n```\n", .at(1, .conflictingKeys)),
    WrongNotebook(
      "neither steps nor epochs", "\(TestNotebook.model)```1️⃣{train}\n```\n",
      .at(1, .missingKey, "{train} needs 'steps' or 'epochs'", suggestion: "write 'epochs: 1'")),
    WrongNotebook(
      "a misspelt word for steps", "\(TestNotebook.model)```{train}\n1️⃣step: 3\n```\n",
      .at(1, .unknownKey, suggestion: "did you mean 'steps'?")),
    WrongNotebook(
      "steps and epochs", "\(TestNotebook.model)```{train}\nsteps: 3\nepochs: 1️⃣1\n```\n",
      .at(1, .conflictingKeys, "{train} takes 'steps' or 'epochs', not both")),
    WrongNotebook(
      "a gradient clipped in both ways",
      "\(TestNotebook.model)```{train}\nsteps: 3\nclip_norm: 1\nclip_value: 1️⃣1\n```\n",
      .at(1, .conflictingKeys, "a gradient is clipped by its norm or by value, not both")),
    WrongNotebook(
      "Nesterov without momentum",
      "\(TestNotebook.model)```{train}\nsteps: 3\noptimizer: {sgd: {nesterov: 1️⃣true}}\n```\n",
      .at(1, .conflictingKeys, "Nesterov's step needs a momentum", suggestion: "write 'momentum: 0.9'")),
    WrongNotebook(
      "a schedule without what it needs", "\(TestNotebook.model)```{train}\nsteps: 3\nschedule: 1️⃣staircase\n```\n",
      .at(1, .missingKey, "'staircase' needs 'every'", suggestion: "write 'every: 1 epochs'"),
      .at(1, .missingKey, "'staircase' needs 'factor'")),
    WrongNotebook(
      "a layer that reads ahead of what it is to tell",
      "```{load}\ndataset: sentences\ntime_steps: 8\n```\n```{build}\nlayers:\n  - 1️⃣bidirectional: {layer: {gru: {units: 4}}}\n  - dense: {units: 29}\n```\n",
      .at(
        1, .shape, "'load-1' has a character to tell before it comes, which a layer that reads backwards has seen",
        suggestion: "write the layer that is in it in its place")),
    WrongNotebook(
      "a network like one that there is not",
      "\(TestNotebook.model)```{train}\nlabel: fit\nsteps: 3\n```\n"
        + "```{build}\nlike: 1️⃣nett\n```\n```{build}\nlike: 2️⃣digits\n```\n```{build}\nlike: 3️⃣fit\n```\n"
        + "```{build}\nlike: 4️⃣later\n```\n```{build}\nlabel: later\nlike: 5️⃣later\n```\n",
      .at(1, .unknownLabel, "nothing is labelled 'nett'", suggestion: "did you mean 'net'?"),
      .at(2, .wrongKind, "'digits' is a data set, not what a {build} made"),
      .at(3, .wrongKind, "'fit' is a set of measurements, not what a {build} made"),
      .at(4, .usedBeforeMade), .at(5, .usedBeforeMade)),
    WrongNotebook(
      "a network like a wrong one",
      "\(TestNotebook.digits)```{build}\nlabel: net\nlayers: [1️⃣lsmt: {units: 4}]\n```\n```{build}\nlike: net\n```\n",
      .at(1, .unknownName)),
    WrongNotebook(
      "numbers to be looked up",
      "\(TestNotebook.digits)```{build}\nlayers:\n  - 1️⃣embedding: {units: 4}\n  - lstm: {units: 4}\n  - dense: {units: 10}\n```\n",
      .at(1, .shape, "an embedding looks up tokens, and the examples are numbers, which a dense layer takes")),
    WrongNotebook(
      "an embedding behind another layer",
      "```{load}\ndataset: sentences\ntime_steps: 8\n```\n```{build}\nlayers:\n  - gru: {units: 4}\n  - 1️⃣embedding: {units: 4}\n  - dense: {units: 29}\n```\n",
      .at(1, .shape, "an embedding is the first layer, for what another hands on are no tokens")),
    WrongNotebook(
      "labels of numbers to be smoothed",
      "```{load}\ndataset: sines\n```\n```{build}\nlayers: [gru: {units: 3}, dense: {units: 1}]\n```\n```{train}\nsteps: 3\nlabel_smoothing: 1️⃣0.1\n```\n",
      .at(1, .conflictingKeys, "only labels of classes can be smoothed, and the model 'build-2' tells numbers")),
    WrongNotebook(
      "both directions of a layer that has none",
      "\(TestNotebook.digits)```{build}\nlayers: [bidirectional: {layer: {1️⃣dense: {units: 4}}}, dense: {units: 10}]\n```\n",
      .at(1, .unknownName)),
    WrongNotebook(
      "an end by what is not measured",
      "\(TestNotebook.model)```{train}\nsteps: 3\nstop: {on: 1️⃣test_loss, patience: 2}\n```\n",
      .at(
        1, .unknownField, "'report' measures no 'test_loss' on the way that could be better or worse",
        suggestion: "write 'report: {validation_loss: every epoch}'")),
    WrongNotebook(
      "the best of what has no better",
      "\(TestNotebook.model)```{train}\nsteps: 3\nkeep_best: 1️⃣gradient_norm\n"
        + "report: {gradient_norm: every step, batch_loss: every step, test_loss: at the end}\n```\n",
      .at(1, .unknownField, suggestion: "it measures 'batch_loss'")),
    WrongNotebook(
      "an evaluation of nothing", "```1️⃣{evaluate}\n```\n",
      .at(1, .missingKey, "{evaluate} needs a {build} before it", suggestion: "or name one: 'model: …'"),
      .at(1, .missingKey, "{evaluate} needs a {load} before it", suggestion: "or name one: 'on: …'")),
    WrongNotebook(
      "directives without what they need", "```1️⃣{build}\n```\n```2️⃣{chart}\n```\n```3️⃣{compare}\n```\n",
      .at(1, .missingKey, "{build} needs a {load} before it", suggestion: "or name one: 'data: …'"),
      .at(1, .missingKey, "{build} needs 'layers'"),
      .at(2, .missingKey, "{chart} needs 'series'", suggestion: "write 'series: [fit.batch_accuracy]'"),
      .at(3, .missingKey, "{compare} needs 'rows'")),
  ]

  /// Values of the wrong type, out of range, or not among the words there are.
  static let wrongValues = [
    WrongNotebook(
      "words for numbers", "```{load}\ndataset: digits\ntrain: 1️⃣many\ntest: 2️⃣no\n```\n",
      .at(1, .wrongType, "'train' is a whole number, not 'many'"), .at(2, .wrongType)),
    WrongNotebook(
      "numbers that are not whole", "```{load}\ndataset: digits\ntrain: 1️⃣300.5\ntest: 2️⃣1e2\nvalidation: 3️⃣0x10\n```\n",
      .at(1, .wrongType), .at(2, .wrongType), .at(3, .wrongType)),
    WrongNotebook(
      "numbers out of range",
      "```{load}\ndataset: digits\ntrain: 1️⃣0\ntest: 2️⃣-5\nvalidation: 3️⃣99999999999999999999\n```\n",
      .at(1, .outOfRange, "'train' is from 1 to 1000000, not 0"), .at(2, .outOfRange),
      .at(3, .outOfRange, "'validation' is from 0 to 1000000, not 99999999999999999999")),
    WrongNotebook(
      "more images than there are", "```{load}\ndataset: digits\ntrain: 1️⃣60001\ntest: 2️⃣10001\n```\n",
      .at(1, .outOfRange), .at(2, .outOfRange, "the data set has 10000 test images")),
    WrongNotebook(
      "a validation part that leaves nothing", "```{load}\ndataset: digits\nvalidation: 1️⃣60000\n```\n",
      .at(1, .outOfRange)),
    WrongNotebook(
      "lists and mappings for one value", "```{load}\ndataset: 1️⃣[digits]\ntrain: 2️⃣{a: 1}\ntest:3️⃣\ncaption: 4️⃣[a]\n```\n",
      .at(1, .wrongType, "'dataset' is one value, not a list"), .at(2, .wrongType),
      .at(3, .wrongType, "'test' is one value, not nothing"), .at(4, .wrongType)),
    WrongNotebook(
      "a misspelt choice", "```{load}\ndataset: digits\ntime_steps: 1️⃣row\norder: 2️⃣random\n```\n",
      .at(
        1, .unknownName, "'time_steps' is 'rows', 'columns', 'pixels' or 'permuted_pixels', not 'row'",
        suggestion: "did you mean 'rows'?"),
      .at(2, .unknownName, "'order' is 'shuffled' or 'as_filed', not 'random'")),
    WrongNotebook(
      "a misspelt data set", "```{load}\ndataset: 1️⃣minst\n```\n",
      .at(1, .unknownName, "there is no data set 'minst'", suggestion: "did you mean 'mnist'?")),
    WrongNotebook(
      "a parameter that is not there", "---\nparams: {steps: 3}\n---\n```{load}\ndataset: digits\ntrain: 1️⃣$step\n```\n",
      .at(1, .unknownParameter, "the notebook has no parameter 'step'", suggestion: "did you mean 'steps'?")),
    WrongNotebook(
      "a parameter where none is declared", "```{load}\ndataset: 1️⃣$data\n```\n",
      .at(1, .unknownParameter, suggestion: "declare it in the front matter: params: {data: …}")),
    WrongNotebook(
      "a parameter that stands for another",
      "---\nparams: {a: $b, b: 3}\n---\n```{load}\ndataset: digits\ntrain: 1️⃣$a\n```\n",
      .at(1, .wrongType, "'train' is a whole number, not '$b'")),
    WrongNotebook(
      "a parameter of the wrong type", "---\nparams: {n: few}\n---\n```{load}\ndataset: digits\ntrain: 1️⃣$n\n```\n",
      .at(1, .wrongType, "'train' is a whole number, not 'few'")),
  ]

  /// Front matter that is read, but wrong.
  static let wrongFrontMatter = [
    WrongNotebook(
      "misspelt front matter", "---\n1️⃣titel: x\n2️⃣parms: {a: 1}\n---\n",
      .at(1, .unknownKey, "the front matter has no key 'titel'", suggestion: "did you mean 'title'?"),
      .at(2, .unknownKey, suggestion: "did you mean 'params'?")),
    WrongNotebook(
      "wrong values in it",
      "---\nseed: 1️⃣-1\nlang: 2️⃣en_GB\ntitle: 3️⃣[a]\nparams: 4️⃣[a]\narticle: 5️⃣x\n---\n",
      .at(1, .outOfRange), .at(2, .wrongType), .at(3, .wrongType), .at(4, .wrongType), .at(5, .wrongType)),
    WrongNotebook("a language that ends in a hyphen", "---\nlang: 1️⃣en-\n---\n", .at(1, .wrongType)),
    WrongNotebook(
      "parameters that are no names or values", "---\nparams: {1️⃣1a: 3, b: 2️⃣[1], c: 3️⃣{d: 3}}\n---\n",
      .at(1, .malformedLabel, "a parameter's name is a word, not '1a'"), .at(2, .wrongType), .at(3, .wrongType)),
    WrongNotebook(
      "an article without a title", "---\narticle: 1️⃣{author: A, 2️⃣year: 2017}\n---\n",
      .at(1, .missingKey, "article needs 'title'"), .at(2, .unknownKey)),
    WrongNotebook(
      "a parameter that the prose misspells", "---\nparams: {steps: 3}\n---\n1️⃣{{params.setps}}",
      .at(1, .unknownParameter, "the notebook has no parameter 'setps'", suggestion: "did you mean 'steps'?")),
  ]
}
