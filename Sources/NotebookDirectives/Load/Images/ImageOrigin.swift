import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Where images come from, found before anything runs.
struct ImageOrigin: Sendable {
  enum Place: Sendable {
    case files(DatasetLocation, ImageFindings, DataMemory)
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

  /// Files that were found; reports what is wrong with them.
  ///
  /// - Parameters:
  ///   - location: Where they are.
  ///   - name: What the data set goes by.
  ///   - written: What the notebook calls the folder, if it does.
  ///   - classes: How many classes there are.
  ///   - position: Where the notebook asks for them.
  ///   - values: The options.
  /// - Returns: The images; nil when they cannot be had.
  static func files(
    _ location: DatasetLocation, name: String, written: String? = nil, classes: Int, at position: SourcePosition,
    _ values: inout OptionValues
  ) -> ImageOrigin? {
    let memory = values.scope.environment.memory
    do throws(DatasetError) {
      if !memory.knows(location), let bytes = try location.promisedBytes(), !values.haveRoom(forBytes: bytes) {
        return nil
      }
      let findings = try memory.findings(of: location)
      return ImageOrigin(
        name: name, place: .files(location, findings, memory), header: findings.header, classes: classes)
    } catch {
      let error = written.map { error.renaming(location.folder, to: $0) } ?? error
      values.report(.unreadableData, at: position, "\(error)", suggestion: remedy(for: location).map { Suggestion($0) })
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
    case .files(_, let findings, _):
      for part in findings.parts { values.depend(onFile: part.name, digest: part.digest) }
    }
  }

  /// The most bytes that the images take in memory, of which files are held as a whole.
  func bytes(_ counts: SplitCounts) -> Int {
    switch place {
    case .absent: header.bytes(perPixel: 1)
    case .files(_, let findings, _): header.bytes(perPixel: findings.bytesPerPixel)
    case .generated:
      DatasetHeader(
        shape: header.shape, trainCount: counts.train + counts.validation, testCount: counts.test
      ).bytes(perPixel: 1)
    }
  }

  /// Reports a label of the images that are taken which is beyond the number of classes.
  func checkLabels(_ counts: SplitCounts, at position: SourcePosition, _ values: inout OptionValues) {
    guard case .files(_, let findings, _) = place,
      let stray = findings.strayLabel(classes: classes, train: counts.validation + counts.train, test: counts.test)
    else { return }
    values.report(
      .outOfRange, at: position,
      "labels are below \(classes), the number of classes; "
        + "\(stray.part) image \(stray.image + 1) has the label \(stray.label)",
      suggestion: "give {load} the right 'classes'")
  }

  /// Reads or makes the images; those that are others by now are nil.
  func load(_ counts: SplitCounts, _ context: CellContext) throws(CellFailure) -> ImageDataset? {
    switch place {
    case .absent:
      throw CellFailure("the data set '\(name)' has not been fetched", suggestion: "nbrun fetch \(name)")
    case .generated:
      let drawn = GeneratedDigits.dataset(
        train: counts.train + counts.validation, test: counts.test, seed: context.seed, threads: context.threads,
        isCancelled: context.isCancelled)
      guard let drawn else { throw CellFailure("stopped while its images were drawn", kind: .interrupted) }
      return drawn
    case .files(let location, let findings, let memory):
      do throws(DatasetError) {
        let dataset = try memory.contents(of: location, threads: context.threads)
        return dataset.digest == findings.digest ? dataset : nil
      } catch {
        throw CellFailure("\(error.renaming(location.folder, to: name))", suggestion: Self.remedy(for: location))
      }
    }
  }

  /// What helps when files of a known data set are damaged.
  private static func remedy(for location: DatasetLocation) -> String? {
    location.known.map { "'nbrun fetch \($0.name)' puts right what is in your cache folder" }
  }
}
