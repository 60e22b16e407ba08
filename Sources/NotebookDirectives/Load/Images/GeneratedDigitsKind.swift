import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: digits`: digits that are drawn.
enum GeneratedDigitsKind: DataSourceKind {
  static let key = "dataset"
  static let names: [String]? = [GeneratedDigits.name]
  static let options = ImageOptions.options

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    ImageOptions.source(.digits(), at: position, &values)
  }
}
