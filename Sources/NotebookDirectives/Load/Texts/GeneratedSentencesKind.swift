import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: sentences`: a text that is generated.
enum GeneratedSentencesKind: DataSourceKind {
  static let key = "dataset"
  static let names: [String]? = [GeneratedSentences.name]

  static let options = TextOptions.options

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    let form = TextOptions.form(&values, usually: 200_000)
    return TextOptions.source(.generated(form), in: form, &values)
  }
}
