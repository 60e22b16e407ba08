import NotebookResults
import TestSupport
import Testing

@testable import NotebookReport

@Suite struct HeatMapTests {
  @Test(arguments: [
    Named("heat-map", accuracies), Named("heat-map-of-losses", map(losses, isLargerBetter: false)),
    Named("heat-map-of-neither", map([[.quantity(.real(-1)), .quantity(.real(2))]], isLargerBetter: nil)),
    Named("heat-map-flat", map(Array(repeating: Array(repeating: .quantity(.fraction(0.5)), count: 2), count: 2))),
    Named("heat-map-of-nothing", map([[.failed, .failed], [.missing, .quantity(.real(.nan))]])),
    Named("heat-map-wide", ramp(rows: 3, columns: 12)), Named("heat-map-tall", ramp(rows: 14, columns: 3)),
    Named("heat-map-in-parts", ramp(rows: 2, columns: 40)),
    Named("heat-map-by-powers", map(losses, isLargerBetter: false, scale: .log)),
    Named("heat-map-within-a-range", map(losses, isLargerBetter: nil, range: 0.5...2)),
    Named(
      "heat-map-chinese",
      HeatMap(
        title: "准确率", rowLabel: "层", columnLabel: "损失函数", rows: ["门控循环", "lstm"], columns: ["交叉熵", "mse"],
        cells: [[.quantity(.fraction(0.9)), .quantity(.fraction(0.8))], [.failed, .quantity(.fraction(0.7))]],
        isLargerBetter: true)),
  ])
  func drawsAHeatMapAsRecorded(map: Named<HeatMap>) throws {
    let drawings = [PlotSize.page, PlotSize.phone].map { width in
      HeatMapPlot(map.value, width: width).lines.map(\.text).joined(separator: "\n")
    }
    try expectSnapshot(drawings.joined(separator: "\n\n"), named: "\(map.name).txt")
  }

  @Test func drawsAHeatMapAsSVG() throws {
    let markup = { (map: HeatMap) in HeatMapSVG(map: map).body.map(\.markup).joined(separator: "\n") }
    try expectSnapshot(markup(Self.accuracies), named: "heat-map.svg")
    let texts = markup(Self.ramp(rows: 2, columns: 40)).matches(of: #/>(0\.[0-9]{4})</#).count
    let flat = markup(Self.map([[.quantity(.fraction(0.5)), .quantity(.fraction(0.5))]]))
    #expect(flat.matches(of: #/>0\.5000</#).count == 6, "equal numbers have one shade, which is told once")
    #expect(texts == 4, "tiles too narrow for their numbers have none, only the ends of the shades are written")
  }

  @Test func givesTheDarkestShadeToTheBest() {
    for isLargerBetter in [true, false] {
      let map = Self.map(Self.losses, isLargerBetter: isLargerBetter)
      let shades = ShadeScale(map)
      let numbers = map.places.compactMap { map[$0].number }
      let best = isLargerBetter ? numbers.max() : numbers.min()
      #expect(best.flatMap(shades.level) == ShadeRamp.count - 1)
      #expect(map.best.flatMap { map[$0].number } == best)
    }
  }

  @Test func takesTheFirstOfEqualsForTheBestAndNoneWhereNoneIsBetter() {
    let equal = Self.map([[.failed, .quantity(.real(1))], [.quantity(.real(1)), .quantity(.real(.infinity))]])
    #expect(equal.best == HeatMap.Place(row: 0, column: 1))
    #expect(Self.map(Self.losses, isLargerBetter: nil).best == nil)
    #expect(Self.map([[.failed, .missing]]).best == nil)
  }

  @Test(
    arguments: [
      ([2, 1, 1, 3], 1, 3), ([nil, 5, nil], 1, 1), ([.infinity, 1, -.infinity, .nan, 2], 1, 4), ([7, 7], 0, 0),
      ([1], nil, nil), ([], nil, nil), ([.nan, nil], nil, nil),
    ] as [([Double?], Int?, Int?)])
  func findsTheBestOfNumbers(_ numbers: [Double?], _ smallest: Int?, _ largest: Int?) {
    #expect(numbers.indexOfBest(isLargerBetter: false) == smallest)
    #expect(numbers.indexOfBest(isLargerBetter: true) == largest)
    #expect(numbers.indexOfBest(isLargerBetter: nil) == nil)
  }

  @Test func writesTheNumbersBelowWhereTilesHaveNoRoomForThem() {
    let roomy = TerminalText.lines(for: .heatMap(Self.accuracies), width: 78)
    let narrow = TerminalText.lines(for: .heatMap(Self.accuracies), width: 26)
    for lines in [roomy, narrow] { #expect(lines.count { $0.contains("0.9421") } == 2, "and at the end of the shades") }
    #expect(roomy.allSatisfy { !$0.contains("failed") })
    #expect(narrow.contains { $0.contains("failed") })
  }

  @Test(arguments: [
    (DrawingPhrases.english, "Title: units down, rate across", "failed"),
    (.chinese, "Title：纵向 units，横向 rate", "失败"),
  ])
  func hasItsNumbersInATableOfTheLanguageOfThePage(_ words: DrawingPhrases, _ caption: String, _ failed: String) {
    let table = HeatMapTable.table(of: Self.accuracies, in: words.heatMap)
    #expect(table.caption == caption)
    #expect(table.columns == ["units", "0.003", "0.01", "0.03"])
    #expect(
      table.rows == [
        [.text("4"), .quantity(.fraction(0.1)), .quantity(.fraction(0.8123)), .text(failed)],
        [.text("8"), .quantity(.fraction(0.35)), .quantity(.fraction(0.9421)), .empty],
      ])
  }

  private static let accuracies = map([
    [.quantity(.fraction(0.1)), .quantity(.fraction(0.8123)), .failed],
    [.quantity(.fraction(0.35)), .quantity(.fraction(0.9421)), .missing],
  ])

  private static let losses: [[HeatMap.Cell]] = [
    [.quantity(.real(2.3)), .quantity(.real(0.7)), .quantity(.real(0.05))],
    [.quantity(.real(2.1)), .quantity(.real(0.4)), .failed],
  ]

  private static func map(
    _ cells: [[HeatMap.Cell]], isLargerBetter: Bool? = true, range: ClosedRange<Double>? = nil,
    scale: ChartStyle.Scale = .linear
  ) -> HeatMap {
    HeatMap(
      title: "Title", rowLabel: "units", columnLabel: "rate", rows: cells.indices.map { "\(4 << $0)" },
      columns: cells[0].indices.map { ["0.003", "0.01", "0.03"][$0] }, cells: cells, isLargerBetter: isLargerBetter,
      range: range, scale: scale)
  }

  /// Numbers that rise from the first to the last.
  private static func ramp(rows: Int, columns: Int) -> HeatMap {
    let cells = (0..<rows).map { row in
      (0..<columns).map { column -> HeatMap.Cell in
        .quantity(.fraction(Double(row * columns + column) / Double(rows * columns)))
      }
    }
    return HeatMap(
      title: "Title", rowLabel: "units", columnLabel: "rate", rows: (0..<rows).map { "\($0 + 1)" },
      columns: (0..<columns).map { "0.\($0 + 10)" }, cells: cells, isLargerBetter: true)
  }
}
