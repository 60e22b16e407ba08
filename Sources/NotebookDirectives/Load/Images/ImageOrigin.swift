import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Where images come from, found before anything runs.
struct ImageOrigin: Sendable {
  enum Place: Sendable {
    case files(DatasetLocation)
    /// In no folder; it has to be fetched, and the notebook planned again, before it can be loaded.
    case absent
    case generated
  }

  let name: String
  let place: Place
  let header: DatasetHeader
  let classes: Int
  /// Why numbers from it cannot be held against the article's; nil when they can.
  var standIn: String?
  /// Why the data that it stands in for could not be fetched, when that was tried.
  var failure: String?

  /// As many digits as MNIST has, unless the cell asks for fewer.
  static func digits(standingIn standIn: String? = nil, failure: String? = nil) -> ImageOrigin {
    ImageOrigin(
      name: GeneratedDigits.name, place: .generated,
      header: DatasetHeader(shape: GeneratedDigits.shape, trainCount: 60_000, testCount: 10_000),
      classes: GeneratedDigits.classes, standIn: standIn, failure: failure)
  }

  /// Files that were found; reports what is wrong with their headers.
  static func files(
    _ location: DatasetLocation, name: String, classes: Int, at position: SourcePosition,
    _ values: inout OptionValues
  ) -> ImageOrigin? {
    do throws(DatasetError) {
      return ImageOrigin(name: name, place: .files(location), header: try location.header(), classes: classes)
    } catch {
      values.report(.unreadableData, at: position, "\(error)", suggestion: remedy(for: location))
      return nil
    }
  }

  /// What a reader has to know before anything else about data that stand in for others.
  var notice: String? {
    guard let standIn else { return nil }
    let reason = failure.map { ", and \($0)" } ?? ""
    return "The real data set was not found\(reason): \(standIn). "
      + "Nothing here can be compared with the article's figures."
  }

  /// Says what the images depend on besides the options.
  func declareDependencies(_ values: inout OptionValues) {
    switch place {
    case .absent: break
    case .generated:
      values.depend(on: "digits", "\(GeneratedDigits.name) \(GeneratedDigits.edition)")
      values.drawRandomNumbers()
    case .files(let location):
      for path in location.paths { values.depend(on: CellDependencies.File(name: path.name, path: path.path)) }
    }
  }

  /// The most bytes that the images take in memory, of which files are held as a whole.
  func bytes(_ counts: SplitCounts) -> Int {
    switch place {
    case .absent: header.bytes(perPixel: 1)
    case .files(let location): header.bytes(perPixel: location.bytesPerPixel)
    case .generated:
      DatasetHeader(
        shape: header.shape, trainCount: counts.train + counts.validation, testCount: counts.test
      ).bytes(perPixel: 1)
    }
  }

  /// Reads or makes the images.
  func load(_ counts: SplitCounts, _ context: CellContext) throws(CellFailure) -> ImageDataset {
    switch place {
    case .absent:
      throw CellFailure("the data set '\(name)' has not been fetched", suggestion: "nbrun fetch \(name)")
    case .generated:
      let drawn = GeneratedDigits.dataset(
        train: counts.train + counts.validation, test: counts.test, seed: context.seed, threads: context.threads,
        isCancelled: context.isCancelled)
      guard let drawn else { throw CellFailure("stopped while its images were drawn", kind: .interrupted) }
      return drawn
    case .files(let location):
      do throws(DatasetError) {
        return try location.load(threads: context.threads)
      } catch {
        throw CellFailure("\(error)", suggestion: Self.remedy(for: location))
      }
    }
  }

  /// What helps when files of a known data set are damaged.
  private static func remedy(for location: DatasetLocation) -> String? {
    location.known.map { "'nbrun fetch \($0.name)' puts right what is in your cache folder" }
  }
}
