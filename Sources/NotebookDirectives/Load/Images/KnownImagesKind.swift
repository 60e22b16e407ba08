import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: mnist` and the others that are known byte for byte.
enum KnownImagesKind: DataSourceKind {
  static let key = "dataset"
  static let names: [String]? = KnownDataset.all.map(\.name)

  static let options = ImageOptions.options

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    guard let known = KnownDataset.named(name), let origin = origin(of: known, at: position, &values) else {
      return nil
    }
    return ImageOptions.source(origin, at: position, &values)
  }

  private static func origin(
    of known: KnownDataset, at position: SourcePosition, _ values: inout OptionValues
  ) -> ImageOrigin? {
    let environment = values.scope.environment
    if let location = environment.catalog.locate(known.name) {
      return .files(location, name: known.name, classes: known.classes, at: position, &values)
    }
    var failure: String?
    if case .network(let failures) = environment.supply {
      failure = failures[known.name]
      if failure == nil {
        return ImageOrigin(name: known.name, place: .absent, header: known.header, classes: known.classes)
      }
    }
    if StandIn.isWanted(.digits, &values) {
      return .digits(standingIn: "generated digits stand in for \(known.name)", failure: failure)
    }
    let searched = environment.catalog.searched(known.name)
    values.report(
      .missingData, at: position,
      "the data set '\(known.name)' is not in \(searched.isEmpty ? "any folder" : searched.joined(separator: ", "))"
        + (failure.map { ", and \($0)" } ?? ""),
      suggestion: "say where it is with --data DIR, or add 'fallback: digits'")
    return nil
  }
}
