import NotebookResults

/// What a cell measured and drew, as a table below its charts; a long one is folded.
struct PointTableView: HTMLComponent {
  let table: Table
  let mark: ExhibitMark
  /// The word for them.
  let rows: String

  /// The most rows that are shown unasked.
  private static let longestOpen = 12

  var body: [HTMLNode] {
    if table.rows.count > Self.longestOpen {
      element("details", ["class": "record", "id": mark.anchor]) {
        element("summary") {
          mark.caption(table.caption)
          ", \(DecimalText.grouped(table.rows.count)) \(rows)"
        }
        TableView(table: table, mark: ExhibitMark(anchor: nil, number: mark.number), isTitled: false)
      }
    } else {
      TableView(table: table, mark: mark)
    }
  }
}
