import NotebookResults

/// What is to be known of how bars are drawn, below them.
enum BarRemarks {
  /// Remarks, each a phrase.
  ///
  /// - Parameters:
  ///   - chart: What is drawn.
  ///   - axis: Where.
  ///   - deviation: What a standard deviation is drawn as.
  ///   - words: The language.
  /// - Returns: None where everything is as it looks.
  static func texts(
    _ chart: BarChart, on axis: BarAxis, deviation: String, in words: DrawingPhrases.Bars
  ) -> [String] {
    let drawn = chart.bars.compactMap { bar in
      bar.quantity.map { (number: $0.number, place: axis.place(of: $0.number), deviation: bar.drawnDeviation) }
    }
    let hasDeviations = drawn.contains { bar in
      if case .within = bar.place { bar.deviation.map { $0 > 0 } ?? false } else { false }
    }
    let beyond = drawn.count { $0.place == .below || $0.place == .above }
    let without = drawn.count { $0.place == .nowhere && $0.number.isFinite }
    return [
      hasDeviations ? words.deviation(deviation) : nil,
      axis.beginsAtZero ? nil : words.beginElsewhere,
      beyond > 0 ? words.beyondAxis("\(beyond)") : nil,
      without > 0 ? (chart.scale == .log ? words.notAboveZero : words.tooLarge)("\(without)") : nil,
    ].compactMap { $0 }
  }
}
