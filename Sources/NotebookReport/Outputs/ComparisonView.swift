import NotebookResults

/// Reported figures beside measured ones, each with its verdict in words.
struct ComparisonView: HTMLComponent {
  let comparison: Comparison
  let anchor: String

  var body: [HTMLNode] {
    let columns = ComparisonText.columns.map {
      ScrollingTable.Column(name: $0, isNumeric: ["reported", "measured"].contains($0))
    }
    ScrollingTable(caption: comparison.caption, columns: columns, anchor: anchor) {
      element("tbody") { comparison.rows.map(Self.row) }
    }
  }

  private static func row(_ row: Comparison.Row) -> HTMLNode {
    element("tr", ["class": styleClass(row.verdict)]) {
      element("th", ["scope": "row"]) { row.subject }
      element("td", ["class": "number"]) { row.reported.map(QuantityText.text) ?? "" }
      element("td", ["class": "number"]) { ComparisonText.text(measured: row.measured) }
      element("td", ["class": "accepted"]) { row.accepted.map { ComparisonText.text($0, like: row.measured) } ?? "" }
      element("td", ["class": "verdict"]) { ComparisonText.text(row.verdict) }
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
