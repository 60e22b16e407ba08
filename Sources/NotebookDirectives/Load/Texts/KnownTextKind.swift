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
    let absent = AbsentData(
      known.name, "the text", notIn: environment.catalog.searched(known), replaceableBy: .sentences, at: position,
      &values)
    return switch absent {
    case .toBeFetched: .absent(known, form)
    case .standIn(let failure): .standIn(known, form, failure: failure)
    case nil: nil
    }
  }
}
