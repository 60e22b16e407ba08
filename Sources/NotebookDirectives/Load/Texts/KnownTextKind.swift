import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: tiny-shakespeare` and the others that are known byte for byte.
enum KnownTextKind: DataSourceKind {
  static let key = "dataset"
  static let names: [String]? = KnownText.all.map(\.name)
  static let options: [any OptionDeclaration] = TextOptions.options + [StandIn.fallback]

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    let form = TextOptions.form(&values)
    guard let known = KnownText.named(name), let origin = origin(of: known, in: form, at: position, &values) else {
      return nil
    }
    return TextOptions.source(origin, in: form, &values)
  }

  private static func origin(
    of known: KnownText, in form: TextForm, at position: SourcePosition, _ values: inout OptionValues
  ) -> TextOrigin? {
    let environment = values.scope.environment
    if let file = environment.catalog.locate(known, in: form) {
      do throws(DatasetError) {
        return .file(file, name: known.name, try environment.memory.findings(of: file), environment.memory)
      } catch {
        values.report(
          .unreadableData, at: position, "\(error)",
          suggestion: "'nbrun fetch \(known.name)' puts right what is in your cache folder")
        return nil
      }
    }
    var failure: String?
    if case .network(let failures) = environment.supply {
      failure = failures[known.name]
      if failure == nil { return .absent(known, form) }
    }
    if StandIn.isWanted(.sentences, &values) { return .standIn(known, form, failure: failure) }
    let searched = environment.catalog.searched(known)
    values.report(
      .missingData, at: position,
      "the text '\(known.name)' is not in \(searched.isEmpty ? "any folder" : searched.joined(separator: ", "))"
        + (failure.map { ", and \($0)" } ?? ""),
      suggestion: "say where it is with --data DIR, or add 'fallback: sentences'")
    return nil
  }
}
