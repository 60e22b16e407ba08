import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: sentences`: a text that is generated.
enum GeneratedSentencesKind: DataSourceKind {
  static let key = "dataset"
  static let names: [String]? = [GeneratedSentences.name]

  static let characters = DeclaredOption(
    "characters", .integer(1...10_000_000), "How many characters of `sentences` are generated.", otherwise: "200,000",
    examples: OptionExamples(
      ["1000", "1100"], beside: [ExampleOption("dataset", "sentences"), ExampleOption("time_steps", "2")],
      without: ["train"]))
  static let options: [any OptionDeclaration] = [characters] + TextOptions.options

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    let count = values[characters] ?? 200_000
    values.resolve(characters, to: count)
    return TextOptions.source(.generated(characters: count), &values)
  }
}
