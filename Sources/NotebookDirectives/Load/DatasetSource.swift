import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Where a `{load}` takes its images from, found before anything runs.
struct DatasetSource: Sendable {
  enum Origin: Sendable {
    case files(DatasetLocation)
    /// In no folder; it has to be fetched, and the notebook planned again, before it can be loaded.
    case absent
    case generated
  }

  /// What may stand in for data that cannot be had.
  enum Fallback: String, Sendable, CaseIterable {
    case digits
  }

  let name: String
  let origin: Origin
  let header: DatasetHeader
  let classes: Int
  /// Why numbers from it cannot be held against the article's; nil when they can.
  let standIn: String?
  /// Why the data that it stands in for could not be fetched, when that was tried.
  var failure: String?

  /// What a reader has to know before anything else about data that stand in for others.
  var notice: String? {
    guard let standIn else { return nil }
    let reason = failure.map { ", and \($0)" } ?? ""
    return "The real data set was not found\(reason): \(standIn). "
      + "Nothing here can be compared with the article's figures."
  }

  /// As many digits as MNIST has, unless the cell asks for fewer.
  private static let generatedHeader = DatasetHeader(
    shape: GeneratedDigits.shape, trainCount: 60_000, testCount: 10_000)

  /// A data set by name; reports it when it cannot be had.
  static func named(
    _ name: String, at position: SourcePosition, fallback: Fallback?, from options: inout OptionReader
  ) -> DatasetSource? {
    if name == "digits" {
      return DatasetSource(name: name, origin: .generated, header: generatedHeader, classes: 10, standIn: nil)
    }
    guard let known = KnownDataset.named(name) else {
      options.report(
        .unknownName, at: position, "there is no data set '\(name)'",
        suggestion: Spelling.suggestion(for: name, among: ["digits"] + KnownDataset.all.map(\.name)))
      return nil
    }
    let environment = options.scope.environment
    if let location = environment.catalog.locate(name) {
      return files(location, name: name, classes: known.classes, at: position, from: &options)
    }
    var failure: String?
    if case .network(let failures) = environment.supply {
      failure = failures[name]
      if failure == nil {
        return DatasetSource(name: name, origin: .absent, header: known.header, classes: known.classes, standIn: nil)
      }
    }
    if fallback == .digits {
      return DatasetSource(
        name: "digits", origin: .generated, header: generatedHeader, classes: 10,
        standIn: "generated digits stand in for \(name)", failure: failure)
    }
    let searched = environment.catalog.searched(name)
    options.report(
      .missingData, at: position,
      "the data set '\(name)' is not in \(searched.isEmpty ? "any folder" : searched.joined(separator: ", "))"
        + (failure.map { ", and \($0)" } ?? ""),
      suggestion: "say where it is with --data DIR, or add 'fallback: digits'")
    return nil
  }

  /// A folder of files below the notebook's own; reports what is wrong with it.
  static func folder(
    _ path: String, at position: SourcePosition, classes: Int, shape: ImageShape?, from options: inout OptionReader
  ) -> DatasetSource? {
    let notebookFolder = NotebookFolder(options.scope.environment.notebookFolder)
    guard let full = notebookFolder.path(of: path) else {
      options.report(
        .unreadableData, at: position, "a folder lies inside the notebook's own folder; '\(path)' is not there")
      return nil
    }
    do throws(DatasetError) {
      let location = try DatasetLocation.folder(full, shape: shape)
      for (name, path) in location.paths where !notebookFolder.contains(file: path) {
        options.report(
          .unreadableData, at: position,
          "a folder's files lie inside the notebook's own folder; '\(name)' is a link out of it")
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
      options.report(.unreadableData, at: position, "\(error)", suggestion: remedy(for: location))
      return nil
    }
  }

  /// What helps when files of a known data set are damaged.
  private static func remedy(for location: DatasetLocation) -> String? {
    location.known.map { "'nbrun fetch \($0.name)' puts right what is in your cache folder" }
  }

  /// Reads or makes the images.
  func load(_ counts: SplitCounts, _ context: CellContext) throws(CellFailure) -> ImageDataset {
    switch origin {
    case .absent:
      throw CellFailure("the data set '\(name)' has not been fetched", suggestion: "nbrun fetch \(name)")
    case .generated:
      return GeneratedDigits.dataset(
        train: counts.train + counts.validation, test: counts.test, seed: context.seed, threads: context.threads)
    case .files(let location):
      do throws(DatasetError) {
        return try location.load(threads: context.threads)
      } catch {
        throw CellFailure("\(error)", suggestion: Self.remedy(for: location))
      }
    }
  }
}
