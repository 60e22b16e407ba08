import NotebookResults

/// How often images of each class were read as each class.
struct ConfusionMatrix {
  /// By class, then by what it was read as; last, how many were read as nothing.
  private var counts: [[Int]]

  /// Counts pairs of a class and a reading, which is nil where the network gave no number.
  init(labels: [Int], predictions: [Int?], classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes + 1), count: classes)
    for (label, prediction) in zip(labels, predictions) { counts[label][prediction ?? classes] += 1 }
  }

  private var classes: Range<Int> { counts.indices }

  /// The columns of the matrix: "nothing" is one only where something was read as it.
  private var readings: Range<Int> { 0..<classes.count + (readAs(classes.count) > 0 ? 1 : 0) }

  private func readAs(_ prediction: Int) -> Int { classes.reduce(0) { $0 + counts[$1][prediction] } }

  /// Images, found and precision of each class.
  var classTable: Table {
    let rows: [[Table.Value]] = classes.map { label in
      let images = counts[label].reduce(0, +)
      let correct = counts[label][label]
      return [
        .text("\(label)"), .quantity(.count(images)), .quantity(.count(correct)), share(correct, of: images),
        share(correct, of: readAs(label)),
      ]
    }
    return Table(
      caption:
        "By class: recall is the share of its images that were found, precision the share of its readings that were right",
      columns: ["class", "images", "correct", "recall", "precision"], rows: rows)
  }

  /// The matrix, mistakes shaded by how many there are.
  var table: Table {
    let most = classes.flatMap { label in readings.map { label == $0 ? 0 : counts[label][$0] } }.max() ?? 0
    let rows: [[Table.Value]] = classes.map { label in
      [.text("\(label)")]
        + readings.map { prediction in
          let count = counts[label][prediction]
          let isMistake = label != prediction && count > 0
          return isMistake
            ? .shaded(.count(count), weight: Double(count) / Double(most)) : .quantity(.count(count))
        }
    }
    return Table(
      caption: "Confusion: each row a class, each column what its images were read as",
      columns: ["class"] + readings.map { $0 < classes.count ? "\($0)" : "nothing" }, rows: rows)
  }

  private func share(_ part: Int, of whole: Int) -> Table.Value {
    whole == 0 ? .empty : .quantity(.fraction(Double(part) / Double(whole)))
  }
}
