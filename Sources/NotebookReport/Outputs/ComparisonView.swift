import NotebookResults

/// Reported figures beside measured ones, each with its verdict in words.
struct ComparisonView: HTMLComponent {
  let comparison: Comparison
  let mark: ExhibitMark
  let phrases: Phrases.Comparison

  var body: [HTMLNode] {
    let columns = [
      ScrollingTable.Column(name: ""), ScrollingTable.Column(name: phrases.reported, isNumeric: true),
      ScrollingTable.Column(name: phrases.measured, isNumeric: true), ScrollingTable.Column(name: phrases.accepted),
      ScrollingTable.Column(name: phrases.verdict),
    ]
    ScrollingTable(caption: comparison.caption, columns: columns, mark: mark) {
      element("tbody") { comparison.rows.map(row) }
    }
  }

  private func row(_ row: Comparison.Row) -> HTMLNode {
    element("tr", ["class": Self.styleClass(row.verdict)]) {
      element("th", ["scope": "row"]) { row.subject }
      element("td") { row.reported.map(QuantityText.text) ?? "" }
      element("td") { row.measured.map(QuantityText.text) ?? phrases.none }
      element("td", ["class": "text accepted"]) {
        row.accepted.map { ComparisonText.text($0, like: row.measured) } ?? ""
      }
      element("td", ["class": "text verdict"]) { verdict(row.verdict) }
    }
  }

  @HTMLBuilder private func verdict(_ verdict: Comparison.Verdict) -> [HTMLNode] {
    switch verdict {
    case .holds: phrases.holds
    case .differs: phrases.differs
    case .notComparable(let reason): "\(phrases.notComparable)\(reason)"
    }
  }

  private static func styleClass(_ verdict: Comparison.Verdict) -> String {
    switch verdict {
    case .holds: "good"
    case .differs: "bad"
    case .notComparable: "open"
    }
  }
}
