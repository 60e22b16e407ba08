import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import RecurrentEngine

/// `{generate}`: text that a network writes, character by character.
enum GenerateDirective: Directive {
  static let keyword = "generate"
  static let summary = "Lets a network that has learned a text write one of its own."

  static let model = DeclaredOption(
    "model", .model(examples: ["build-3", "build-5"]), "The network that writes.", otherwise: "the one built last",
    alsoKnownAs: ["network", "net"])
  static let data = DeclaredOption(
    "data", .dataset(examples: ["load-4", "load-6"]), "The text whose characters it knows.",
    otherwise: "the one loaded last", alsoKnownAs: ["dataset", "text", "vocabulary", "corpus"])
  static let characters = DeclaredOption(
    "characters", .integer(1...20_000), default: 400, "How many characters each sample has.",
    alsoKnownAs: ["length", "num_preds", "max_new_tokens", "tokens", "count"])
  static let start = DeclaredOption(
    "start", .text("a text, of characters that the other text has", examples: ["the", "a dog"]),
    "What is read before the first character is written.",
    otherwise: "a line break, or else a blank or the first character there is",
    alsoKnownAs: ["prompt", "prefix", "seed_text", "primer", "context"])
  static let temperature = DeclaredOption(
    "temperature", .number(0...100), default: 1,
    "What the logits are divided by before a character is drawn: below 1 likely ones are preferred, at 0 the likeliest is taken.",
    alsoKnownAs: ["temp", "diversity", "tau"])
  static let samples = DeclaredOption(
    "samples", .integer(1...20), default: 1, "How many texts are written, each from random numbers of its own.",
    alsoKnownAs: ["num_samples", "n"])
  static let options: [any OptionDeclaration] = [
    model, data, start, characters, temperature, samples, DeclaredOption.seed,
  ]

  static let examples = [
    [
      ExampleOption("model", "build-3"), ExampleOption("data", "load-4"), ExampleOption("characters", "30"),
      ExampleOption("start", "the"),
    ]
  ]

  static func fields(_ values: OptionValues) -> [String] { GenerateAction.fieldNames }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let model = values[model], let data = values[data] else { return nil }
    let (shape, network) = (data.dataset.shape, model.network)
    guard shape.isRunning, case .tokens = shape.input else {
      values.report(
        .shape, at: values.place(of: Self.data), "'\(data.label)' is no text, and {generate} writes characters",
        suggestion: "load one with 'dataset: sentences' or 'text: FILE'")
      return nil
    }
    values.checkFit(
      of: (model.label, network), to: (data.label, data.dataset), named: Self.data, rows: values[samples],
      by: Self.samples)
    let start = values[start] ?? data.dataset.vocabulary.map(Self.usualStart) ?? "\n"
    if let stray = data.dataset.vocabulary?.firstStray(in: start) {
      values.report(
        .outOfRange, at: values.place(of: Self.start),
        "'\(data.label)' has no character '\(Vocabulary.name(of: stray))', so a network that learned it cannot read it")
    }
    values.resolve(Self.start, to: start)
    if values[temperature] > 0 { values.drawRandomNumbers(from: values[.seed]) }
    var symbol = Symbol(
      .measurements, fields: GenerateAction.fieldNames, standIn: data.standIn ?? model.standIn)
    symbol.shown = ShownSize(characters: values[samples] * (values[characters] + start.unicodeScalars.count))
    return PlannedAction(
      GenerateAction(
        model: model.label, data: data.label, start: start, characters: values[characters],
        temperature: values[temperature], samples: values[samples]),
      leaves: symbol)
  }

  /// What a text usually begins after.
  private static func usualStart(of vocabulary: Vocabulary) -> String {
    let usual = ["\n", " "].first { vocabulary.token(of: $0) != nil } ?? vocabulary.characters.first
    return usual.map { String($0) } ?? ""
  }
}
