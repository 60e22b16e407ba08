import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// The options that say where figures stand that somebody printed: `every` so many steps from 0 on, or `at` a list of places.
struct FigurePlaceOptions: Sendable {
  let every: DeclaredOption<Interval?>
  let at: DeclaredOption<[Int]?>
  let unit: DeclaredOption<RecordedSeries.Unit?>

  /// The options for a group.
  ///
  /// - Parameters:
  ///   - needs: What stands beside them in an example: two figures.
  ///   - others: What of the group's example does not.
  ///   - units: Examples of the unit, where it has to fit what is measured.
  init(beside needs: [ExampleOption], without others: [String], units: OptionExamples? = nil) {
    every = DeclaredOption(
      "every", .figureInterval, "How many steps or epochs lie between the figures; the first stands at 0.",
      examples: OptionExamples(["2 steps", "3 steps"], beside: needs, without: others))
    let places = ["[0, 2]", "[2, 4]"]
    at = DeclaredOption(
      "at", OptionType<Int>.integer(0...Int(Int32.max)).list(of: "a place", examples: places),
      "The steps or epochs that the figures belong to, in ascending order.",
      examples: OptionExamples(places, beside: needs, without: others))
    let standard = OptionExamples(
      ["step", "epoch"], beside: needs + [ExampleOption("at", "[0, 2]")], without: others)
    unit = DeclaredOption(
      "unit", .word(of: RecordedSeries.Unit.allCases), "What `at` counts.", otherwise: "`step`",
      examples: units ?? standard)
  }

  var all: [any OptionDeclaration] { [every, at, unit] }

  /// The places of so many figures.
  func places(count: Int, _ values: inout OptionValues) -> (positions: [Int], unit: RecordedSeries.Unit)? {
    if values.isGiven(every) {
      guard !values.isGiven(at), !values.isGiven(unit) else {
        values.report(
          .conflictingKeys, at: values.place(of: every),
          "'every' says where the figures stand; 'at' and 'unit' do it otherwise")
        return nil
      }
      guard let interval = values[every] else { return nil }
      switch interval {
      case .steps(let stride): return ((0..<count).map { $0 * stride }, .step)
      case .epochs(let stride): return ((0..<count).map { $0 * stride }, .epoch)
      }
    }
    guard values.isGiven(at) else {
      values.reportMissing(
        [every.name, at.name], "\(values.owner) says where its figures stand",
        suggestion: "write 'every: 20 steps' or 'at: [0, 20, 40]'")
      return nil
    }
    guard let positions = values[at] else { return nil }
    guard positions.count == count, zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 }) else {
      values.report(
        .wrongType, at: values.place(of: at),
        "'at' has a place for each of the \(count) figures, in ascending order")
      return nil
    }
    let unit = values[unit] ?? .step
    values.resolve(self.unit, to: unit)
    return (positions, unit)
  }
}

extension OptionType where Value == [Double] {
  /// Figures as an article prints them.
  static func figures(examples: [String]) -> OptionType<[Double]> {
    OptionType<Double>.number(-1e300...1e300).list(of: "a figure", examples: examples)
  }
}

extension RecordedSeries.Unit: CaseIterable {
  static var allCases: [Self] { [.step, .epoch] }
}
