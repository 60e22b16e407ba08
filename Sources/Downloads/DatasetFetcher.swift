package import Datasets
import Foundation

/// Fetches data sets that go by a name into a folder, a file at a time, each verified before it is put in its place.
package struct DatasetFetcher {
  private let folder: String
  private let retry: RetryPolicy
  private let ownMirror: DatasetMirror?
  /// Hosts that did not answer; they are not asked twice.
  private var silentHosts: Set<String> = []
  private var hasAnswer = false
  private var silence = Duration.zero

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - folder: Where data sets are kept, each in a folder of its own name.
  ///   - mirror: What to ask in place of the public mirrors, if anything.
  ///   - retry: How long to wait.
  package init(folder: String, mirror: DatasetMirror? = nil, retry: RetryPolicy) {
    self.folder = folder
    ownMirror = mirror
    self.retry = retry
  }

  /// Sees to it that its files are there; those that are there and right are left as they are.
  ///
  /// - Returns: The folder that has them.
  @discardableResult
  package mutating func fetch(
    _ dataset: some PublishedData, observe: (FetchEvent) -> Void
  ) throws(FetchError) -> String {
    let end = ContinuousClock.now + retry.whole
    let place = "\(folder)/\(dataset.name)"
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    } catch {
      throw .folder(path: place, reason: Self.reason(error))
    }
    let lock = try FolderLock(folder: place) { observe(.waiting) }
    let mirrors =
      ownMirror.map { [$0.folder(dataset.name)].compactMap { $0 } } ?? DatasetMirror.builtIn(for: dataset)
    for file in dataset.files {
      let (path, other) = ("\(place)/\(file.name)", "\(place)/\(file.otherName)")
      if [other, path].contains(where: { (try? file.verify(at: $0)) != nil }) { continue }
      try fetch(file, of: dataset.name, from: mirrors, to: path, until: end, observe)
      try? FileManager.default.removeItem(atPath: other)
    }
    _ = consume lock
    return place
  }

  private mutating func fetch(
    _ file: PublishedFile, of dataset: String, from mirrors: [DatasetMirror], to path: String,
    until end: ContinuousClock.Instant, _ observe: (FetchEvent) -> Void
  ) throws(FetchError) {
    let name = file.name
    for mirror in mirrors {
      var pauses = retry.pauses[...]
      var mayBeginAnew = true
      let address = mirror.address(of: name)
      while !silentHosts.contains(mirror.host), hasAnswer || silence < retry.silence {
        observe(.started(file: name, host: mirror.host))
        do throws(TransferError) {
          let transfer = HTTPTransfer(retry: retry, limit: file.largestSize, mirrors: mirrors, end: end)
          let size = try self.transfer(file, of: dataset, from: address, to: path, by: transfer) { bytes, total in
            observe(.progress(file: name, bytes: bytes, of: total))
          }
          observe(.finished(file: name, bytes: size))
          return
        } catch {
          if case .folder(let problem) = error { throw problem }
          if error == .outOfTime { throw .tooSlow(limit: retry.whole) }
          observe(.failed(file: name, host: mirror.host, reason: "\(error)"))
          if case .noAnswer = error { silentHosts.insert(mirror.host) }
          if error == .cannotResume, mayBeginAnew {
            mayBeginAnew = false
            continue
          }
          guard error.isPassing, let pause = pauses.popFirst() else { break }
          Thread.sleep(forTimeInterval: max(0, min(pause, end - .now) / .seconds(1)))
        }
      }
    }
    throw hasAnswer ? .notHad(file: name) : .unreachable
  }

  /// One try; gives the size of the file.
  private mutating func transfer(
    _ file: PublishedFile, of dataset: String, from address: String, to path: String,
    by transfer: HTTPTransfer, observe: (Int, Int?) -> Void
  ) throws(TransferError) -> Int {
    var part: PartialFile
    do throws(FetchError) { part = try PartialFile(path: "\(path).part") } catch { throw .folder(error) }
    if part.size >= transfer.limit {
      do throws(FetchError) { try part.clear() } catch { throw .folder(error) }
    }
    let begun = part.size
    if begun > 0, (try? file.verify(at: part.path)) != nil {
      do throws(FetchError) { try part.move(to: path) } catch { throw .folder(error) }
      return begun
    }
    let start = ContinuousClock.now
    let answerDeadline = start + (hasAnswer ? retry.answer : min(retry.answer, retry.silence - silence))
    do throws(TransferError) {
      try transfer.run(&part, from: address, answerDeadline: answerDeadline, observe: observe)
      hasAnswer = true
      try Self.verify(part, as: file, of: dataset)
    } catch {
      switch error {
      case .noAnswer: if !hasAnswer { silence += .now - start }
      default: hasAnswer = true
      }
      switch error {
      case .wrongContents where begun > 0:
        // Two mirrors may have packed the same contents differently; the pieces then do not fit.
        part.remove()
        throw .cannotResume
      case .wrongContents, .tooLarge, .cannotResume: part.remove()
      case .noAnswer, .refused, .leadsAstray, .redirectsTooOften, .notHTTP, .cutOff, .stalled, .folder, .outOfTime:
        break
      }
      throw error
    }
    let size = part.size
    do throws(FetchError) { try part.move(to: path) } catch { throw .folder(error) }
    return size
  }

  private static func verify(
    _ part: borrowing PartialFile, as file: PublishedFile, of dataset: String
  ) throws(TransferError) {
    do throws(DatasetError) {
      try file.verify(at: part.path)
    } catch {
      if case .wrongContents? = error.problem as? PublishedProblem {
        throw .wrongContents("it is not the file of \(dataset)")
      }
      throw .wrongContents("it is damaged: \(error.problem)")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = [error as NSError, underlying].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }
    return posix.map { String(cString: strerror(Int32($0.code))) } ?? error.localizedDescription
  }
}
