import NotebookResults

/// Reported figures beside measured ones, each with its verdict in words.
struct ComparisonView: HTMLComponent {
  let comparison: Comparison
  let mark: ExhibitMark

  var body: [HTMLNode] {
    let columns = ComparisonText.columns.map {
      ScrollingTable.Column(name: $0, isNumeric: ["reported", "measured"].contains($0))
    }
    ScrollingTable(caption: comparison.caption, columns: columns, mark: mark) {
      element("tbody") { comparison.rows.map(Self.row) }
    }
  }

  private static func row(_ row: Comparison.Row) -> HTMLNode {
    element("tr", ["class": styleClass(row.verdict)]) {
      element("th", ["scope": "row"]) { row.subject }
      element("td") { row.reported.map(QuantityText.text) ?? "" }
      element("td") { ComparisonText.text(measured: row.measured) }
      element("td", ["class": "text accepted"]) {
        row.accepted.map { ComparisonText.text($0, like: row.measured) } ?? ""
      }
      element("td", ["class": "text verdict"]) { ComparisonText.text(row.verdict) }
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
