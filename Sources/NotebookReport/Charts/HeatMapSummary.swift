import NotebookResults

/// A heat map in words, for readers who do not see it.
enum HeatMapSummary {
  /// What goes down and across, the lowest and the highest number and where they are, which is the best, and what came to nothing.
  static func text(_ map: HeatMap, in words: DrawingPhrases.HeatMap) -> String {
    var sentences = [words.axes(map.title, map.rowLabel, map.columnLabel)]
    let numbers = map.places.compactMap { place in map[place].number.map { (place, $0) } }
    func place(_ place: HeatMap.Place) -> String {
      guard case .quantity(let quantity) = map[place] else { return "" }
      return words.place(
        QuantityText.text(quantity), map.rowLabel, map.rows[place.row], map.columnLabel, map.columns[place.column])
    }
    if let first = numbers.first {
      let lowest = numbers.reduce(first) { $1.1 < $0.1 ? $1 : $0 }.0
      let highest = numbers.reduce(first) { $1.1 > $0.1 ? $1 : $0 }.0
      sentences.append(words.numbers("\(numbers.count)", place(lowest), place(highest)))
    }
    if let isLargerBetter = map.isLargerBetter, map.best != nil {
      sentences.append(isLargerBetter ? words.highestIsBest : words.lowestIsBest)
    }
    let failed = map.places.count { map[$0].cameToNothing }
    if failed > 0 { sentences.append(words.cameToNothing("\(failed)")) }
    return sentences.joined(separator: " ")
  }
}
