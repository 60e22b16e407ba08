import NotebookResults

/// Which shade the numbers of a heat map have.
struct ShadeScale {
  /// What the faintest and the darkest shade stand for; nil where there is no number.
  let ends: (faint: Double, dark: Double)?
  private let scale: ValueScale
  private let range: ClosedRange<Double>?

  init(_ map: HeatMap) {
    let scale = ValueScale(map.scale)
    let numbers = map.places.compactMap { map[$0].number }.filter(scale.canShow)
    let asked = map.range.flatMap { scale.canShow($0.lowerBound) && scale.canShow($0.upperBound) ? $0 : nil }
    let found = numbers.first.map { first in
      numbers.reduce(first...first) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
    }
    self.scale = scale
    range = found == nil ? nil : asked ?? found
    // Where less is better, the best is the darkest all the same.
    ends = range.map {
      map.isLargerBetter == false ? ($0.upperBound, $0.lowerBound) : ($0.lowerBound, $0.upperBound)
    }
  }

  /// The shade of a number, that of the nearer end for what lies beyond; nil for what has none.
  func level(of number: Double) -> Int? {
    guard let ends, let range, scale.canShow(number) else { return nil }
    let (faint, dark) = (scale.place(of: ends.faint), scale.place(of: ends.dark))
    guard faint != dark else { return ShadeRamp.level(0.5) }
    let place = scale.place(of: min(max(number, range.lowerBound), range.upperBound))
    return ShadeRamp.level((place - faint) / (dark - faint))
  }

  /// Whether all numbers are the same.
  var isFlat: Bool { ends.map { $0.faint == $0.dark } ?? false }
}
