import NotebookResults

/// What a cell measured, as a table that is folded where it is long.
struct PointTableView: HTMLComponent {
  let table: Table
  let mark: ExhibitMark
  /// The word for them.
  let rows: String

  /// The most rows that are shown unasked.
  var longestOpen = 12

  var body: [HTMLNode] {
    if table.rows.count > longestOpen {
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
