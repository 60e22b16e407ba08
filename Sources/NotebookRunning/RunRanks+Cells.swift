import NotebookPlanning
import NotebookResults

extension RunRanks {
  /// Begins a cell on every rank, and sees to it that all come to the same.
  ///
  /// - Throws: What all came to, the interruption of the first, or what one came to that others did not, as where one of them has lost its data.
  func agreed(_ begin: () throws(CellFailure) -> BegunCell) throws(CellFailure) -> BegunCell {
    let own: Result<BegunCell, CellFailure>
    do throws(CellFailure) { own = .success(try begin()) } catch { own = .failure(error) }
    let words = each(Array(Self.words(own).utf8)).map { String(decoding: $0, as: UTF8.self) }
    guard let other = words.indices.first(where: { words[$0] != words[0] }) else { return try own.get() }
    if words[0] == Self.interruption { throw CellFailure("stopped while it began", kind: .interrupted) }
    // The first is told from the others by what went wrong, if that is known.
    let failed = words.indices.first { words[$0].hasPrefix(Self.failure) } ?? other
    throw CellFailure("rank \(failed) of \(words.count) has not come to what the others have: \(words[failed])")
  }

  private static let (failure, interruption) = ("failed: ", "interrupted")

  private static func words(_ end: Result<BegunCell, CellFailure>) -> String {
    switch end {
    case .success(.finished): "finished"
    case .success(.underWay(let work)): "under way after step \(work.step)"
    case .failure(let failure): failure.kind == .interrupted ? interruption : "\(Self.failure)\(failure.text)"
    }
  }
}
