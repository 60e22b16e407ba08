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
    let absent = AbsentData(
      known.name, "the data set", notIn: environment.catalog.searched(known.name), replaceableBy: .digits,
      at: position, &values)
    return switch absent {
    case .toBeFetched: ImageOrigin(name: known.name, place: .absent, header: known.header, classes: known.classes)
    case .standIn(let failure):
      .digits(standingIn: "generated digits stand in for \(known.name)", failure: failure)
    case nil: nil
    }
  }
}
