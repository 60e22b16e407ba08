package import Datasets
import NotebookSyntax

/// Where a `{load}` takes its images from, found before anything runs.
package struct DatasetSource: Sendable {
  package enum Origin: Sendable {
    case files(DatasetLocation)
    case generated
  }

  /// What may stand in for data that cannot be had.
  package enum Fallback: String, Sendable, CaseIterable {
    case digits
  }

  package let name: String
  package let origin: Origin
  package let header: DatasetHeader
  package let classes: Int
  /// Why numbers from it cannot be held against the article's; nil when they can.
  package let standIn: String?

  /// As many digits as MNIST has, unless the cell asks for fewer.
  private static let generatedHeader = DatasetHeader(
    shape: GeneratedDigits.shape, trainCount: 60_000, testCount: 10_000)

  /// A data set by name; reports it when it cannot be had.
  static func named(
    _ name: String, at position: SourcePosition, fallback: Fallback?, from options: inout OptionReader
  ) -> DatasetSource? {
    let catalog = options.scope.environment.catalog
    switch name {
    case "digits":
      return DatasetSource(name: name, origin: .generated, header: generatedHeader, classes: 10, standIn: nil)
    case "mnist":
      if let location = catalog.locate(name) {
        return files(location, name: name, classes: 10, at: position, from: &options)
      }
      if fallback == .digits {
        return DatasetSource(
          name: "digits", origin: .generated, header: generatedHeader, classes: 10,
          standIn: "generated digits stand in for \(name)")
      }
      let searched = catalog.searched(name)
      options.report(
        .missingData, at: position,
        "the data set '\(name)' is not in \(searched.isEmpty ? "any folder" : searched.joined(separator: ", "))",
        suggestion: "say where it is with --data DIR, or add 'fallback: digits'")
      return nil
    default:
      options.report(
        .unknownName, at: position, "there is no data set '\(name)'",
        suggestion: Spelling.suggestion(for: name, among: ["mnist", "digits"]))
      return nil
    }
  }

  /// A folder of IDX files below the notebook's own; reports what is wrong with it.
  static func folder(
    _ path: String, at position: SourcePosition, classes: Int, from options: inout OptionReader
  ) -> DatasetSource? {
    let notebookFolder = NotebookFolder(options.scope.environment.notebookFolder)
    guard let full = notebookFolder.path(of: path) else {
      options.report(
        .unreadableData, at: position, "a folder lies inside the notebook's own folder; '\(path)' is not there")
      return nil
    }
    do throws(DatasetError) {
      let location = try DatasetLocation.folder(full)
      for file in DatasetLocation.File.allCases where !notebookFolder.contains(file: location.path(of: file)) {
        options.report(
          .unreadableData, at: position,
          "a folder's files lie inside the notebook's own folder; '\(file.rawValue)' is a link out of it")
        return nil
      }
      return files(location, name: path, classes: classes, at: position, from: &options)
    } catch {
      options.report(.unreadableData, at: position, "\(error)")
      return nil
    }
  }

  private static func files(
    _ location: DatasetLocation, name: String, classes: Int, at position: SourcePosition,
    from options: inout OptionReader
  ) -> DatasetSource? {
    do throws(DatasetError) {
      let header = try location.header()
      return DatasetSource(name: name, origin: .files(location), header: header, classes: classes, standIn: nil)
    } catch {
      options.report(.unreadableData, at: position, "\(error)")
      return nil
    }
  }

  /// Reads or makes the images.
  func load(_ counts: SplitCounts, _ context: CellContext) throws(CellFailure) -> ImageDataset {
    switch origin {
    case .generated:
      return GeneratedDigits.dataset(
        train: counts.train + counts.validation, test: counts.test, seed: context.seed, threads: context.threads)
    case .files(let location):
      do throws(DatasetError) {
        return try location.load(threads: context.threads)
      } catch {
        throw CellFailure("\(error)")
      }
    }
  }
}
