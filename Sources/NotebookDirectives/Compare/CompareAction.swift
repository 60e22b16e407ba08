import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Looks the measured numbers up and gives the verdicts.
struct CompareAction: DirectAction {
  let rows: [ComparedRow]

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var compared: [Comparison.Row] = []
    for row in rows {
      let measured = try measured(row, in: session)
      compared.append(
        Comparison.Row(
          subject: row.subject, reported: row.reported.map { $0.quantity(like: measured) }, measured: measured,
          accepted: row.accepted, verdict: verdict(row, measured?.number)))
    }
    let comparison = Comparison(caption: "Reported and measured", rows: compared)
    return CellResult(
      outputs: [.comparison(comparison)],
      fields: [
        Field("held", .count(compared.count { $0.verdict == .holds })), Field("rows", .count(compared.count)),
      ])
  }

  /// The number to compare; nil when training did not get as far.
  private func measured(_ row: ComparedRow, in session: Session) throws(CellFailure) -> Quantity? {
    switch row.source {
    case .field(let reference):
      if let quantity = session.quantity(reference) { return quantity }
      if reference.excerpt != nil { return nil }
      throw CellFailure("'\(reference.text)' was not measured")
    case .point(let reference, let x):
      guard let series = session.series(reference) else {
        throw CellFailure("the series '\(reference.text)' was not recorded")
      }
      return series.value(at: x).map(series.quantity)
    }
  }

  private func verdict(_ row: ComparedRow, _ measured: Double?) -> Comparison.Verdict {
    if let reason = row.notComparable { return .notComparable(because: reason) }
    guard let measured else { return .notComparable(because: "nothing was recorded there") }
    switch row.accepted {
    case .range(let range): return range.contains(measured) ? .holds : .differs
    case .tolerance(let tolerance):
      return abs(measured - (row.reported ?? .nan)) <= tolerance ? .holds : .differs
    case nil: return .notComparable(because: "nothing says what is accepted")
    }
  }
}

extension Double {
  /// The number shown as another quantity is.
  fileprivate func quantity(like other: Quantity?) -> Quantity {
    switch other {
    case .count: self == rounded() && abs(self) < 1e15 ? .count(Int(self)) : .real(self)
    case .fraction: .fraction(self)
    case .real, .written, nil: .real(self)
    }
  }
}
