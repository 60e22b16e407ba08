import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookReport

/// Bars, heat maps and strips of numbers and names that nobody chose, a hundred of each.
@Suite struct RandomFigureTests {
  @Test(arguments: [PlotSize.page, PlotSize.phone])
  func keepsEveryLineOfAHundredBarChartsWithinItsWidth(width: Int) throws {
    for seed in 1...100 {
      let chart = RandomFigure(seed: UInt64(seed)).bars
      let lines = BarPlot(chart, width: width).lines.map(\.text)
      expectWithin(width, lines, "bars \(seed)")
      let rule = try #require(lines.lastIndex { $0.wholeMatch(of: #/ *\+[-+]{11,}/#) != nil }, "bars \(seed)")
      let axis = try #require(lines[rule].firstIndex(of: "+"))
      let (margin, columns) = (lines[rule].distance(from: lines[rule].startIndex, to: axis), lines[rule].count)
      let rows = lines[..<rule].filter { line in
        line.count > margin && line.prefix(columns).dropFirst(margin).contains { "|<>(".contains($0) }
          && line.prefix(columns).dropFirst(margin).allSatisfy { "|=-()<> ".contains($0) }
      }
      #expect(rows.count == chart.bars.count, "bars \(seed): each has a row between the ends of the axis")
      let written = lines.joined().filter { $0 != " " }
      for bar in chart.bars {
        #expect(written.contains(VisibleText.escaping(bar.name).filter { $0 != " " }), "bars \(seed): \(bar.name)")
      }
    }
  }

  @Test(arguments: [PlotSize.page, PlotSize.phone])
  func keepsEveryLineOfAHundredHeatMapsWithinItsWidth(width: Int) {
    for seed in 1...100 {
      let map = RandomFigure(seed: UInt64(seed)).heatMap
      let plot = HeatMapPlot(map, width: width)
      let lines = plot.lines.map(\.text)
      expectWithin(width, lines, "map \(seed)")
      guard plot.hasNumbers else { continue }
      for place in map.places {
        guard case .quantity(let quantity) = map[place], quantity.number.isFinite else { continue }
        #expect(lines.contains { $0.contains(BarText.short(quantity)) }, "map \(seed) lacks \(quantity)")
      }
    }
  }

  @Test(arguments: [PlotSize.page, PlotSize.phone])
  func keepsEveryLineOfAHundredChartsOfStripsWithinItsWidth(width: Int) {
    for seed in 1...100 {
      let chart = RandomFigure(seed: UInt64(seed)).strips
      let lines = AsciiChart(chart, width: width).lines
      expectWithin(width, lines, "strips \(seed)")
      let strips = lines.filter { $0.contains { $0 == "|" } }.compactMap { $0.split(separator: "|").last }
      let shades = strips.filter { $0.allSatisfy { ShadeRamp.signs.contains($0) || $0 == " " } }
      #expect(shades.count == chart.series.count, "strips \(seed)")
    }
  }

  @Test func drawsNothingOfAHundredFiguresOfEachKindBeyondThePicture() throws {
    for seed in 1...100 {
      let figure = RandomFigure(seed: UInt64(seed))
      let pictures =
        BarSVG(chart: figure.bars).body + HeatMapSVG(map: figure.heatMap).body + ChartSVG(chart: figure.strips).body
      #expect(pictures.count == 6, "a wide and a narrow one of each")
      for markup in pictures.map(\.markup) {
        let box = try #require(markup.firstMatch(of: #/viewBox="0 0 (\d+) (\d+)"/#), "figure \(seed)")
        let (width, height) = (Int(box.1) ?? 0, Int(box.2) ?? 0)
        let rectangles = markup.matches(of: #/<rect x="(-?\d+)" y="(-?\d+)" width="(-?\d+)" height="(-?\d+)"/#)
        for rectangle in rectangles.map(\.output) {
          let numbers = [rectangle.1, rectangle.2, rectangle.3, rectangle.4].compactMap { Int($0) }
          let isWithin =
            numbers.allSatisfy { $0 >= 0 } && numbers[0] + numbers[2] <= width && numbers[1] + numbers[3] <= height
          #expect(isWithin, "figure \(seed): \(rectangle.0)")
        }
        let places = markup.matches(of: #/(?:<text x|M)="?(\d+)"?(?: y=")? ?(\d+)/#).map(\.output)
        let isWithin = places.allSatisfy {
          (0...width).contains(Int($0.1) ?? -1) && (0...height).contains(Int($0.2) ?? -1)
        }
        #expect(isWithin && !places.isEmpty, "figure \(seed)")
      }
    }
  }

  @Test func hasFiguresOfEachSortAmongTheHundred() {
    let figures = (1...100).map { RandomFigure(seed: $0) }
    let bars = figures.map { BarPlot($0.bars, width: PlotSize.page).lines.map(\.text).joined(separator: "\n") }
    for sign in ["( )", "do not begin at 0", "beyond the axis", "failed", "without a bar", "|==", "==|"] {
      #expect(bars.contains { $0.contains(sign) }, "bars with \(sign)")
    }
    let maps = figures.map { HeatMapPlot($0.heatMap, width: PlotSize.page) }
    #expect(maps.contains { $0.hasNumbers } && maps.contains { !$0.hasNumbers })
    #expect(maps.contains { $0.lines.contains { $0.text.contains("x came to nothing") } })
  }

  private func expectWithin(_ width: Int, _ lines: [String], _ what: String) {
    for line in lines {
      #expect(TextWidth.columns(line) <= width, "\(what): \(line)")
      #expect(!line.hasSuffix(" ") && !line.contains { $0.isNewline }, "\(what): \(line)")
    }
  }
}

/// Bars, a heat map and strips that follow from a number.
private struct RandomFigure {
  let bars: BarChart
  let heatMap: HeatMap
  let strips: Chart

  init(seed: UInt64) {
    var random = Digits(state: seed)
    let scale: ChartStyle.Scale = Int.random(in: 0..<4, using: &random) == 0 ? .log : .linear
    let range = Int.random(in: 0..<3, using: &random) == 0 ? 0.5...Double.random(in: 0.6...4, using: &random) : nil
    let names = (0..<Int.random(in: 1...12, using: &random)).map { index in
      Bool.random(using: &random) ? "n\(index)" : RandomChart.name(&random) + "_\(index)"
    }
    let isPlain = Bool.random(using: &random)
    bars = BarChart(
      title: "Bars \(seed)", label: RandomChart.name(&random),
      bars: names.enumerated().map { index, name in
        BarChart.Bar(
          name: isPlain ? "n\(index)" : name, quantity: Self.quantity(&random),
          deviation: Bool.random(using: &random) ? Double.random(in: 0...2, using: &random) : nil)
      }, range: range, scale: scale)
    let count = [1, 3, 5, 9, 16, 90].randomElement(using: &random) ?? 1
    let columns = (0..<count).map { "0.\($0)" + (isPlain ? "" : "准") }
    heatMap = HeatMap(
      title: "Map \(seed)", rowLabel: "units", columnLabel: RandomChart.name(&random), rows: names, columns: columns,
      cells: names.map { _ in columns.map { _ in Self.quantity(&random).map { .quantity($0) } ?? .failed } },
      isLargerBetter: [true, false, nil].randomElement(using: &random) ?? nil, range: range, scale: scale)
    let chart = RandomChart(seed: seed).chart
    strips = Chart(
      title: chart.title, xLabel: chart.xLabel, yLabel: chart.yLabel, series: chart.series,
      style: ChartStyle(strips: true))
  }

  private static func quantity(_ random: inout Digits) -> Quantity? {
    let number = Double.random(in: -1...3, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return nil
    case 1: return .real(.nan)
    case 2: return .real(number * 1e12)
    case 3: return .count(Int(number * 1_000))
    case 4: return .fraction(number.magnitude / 3)
    case 5:
      let extremes = [1e300, -1e300, 1.7e308, .infinity, .leastNonzeroMagnitude, -0.0]
      return Int.random(in: 0..<4, using: &random) == 0 ? extremes.randomElement(using: &random).map { .real($0) } : nil
    default: return .real(number)
    }
  }
}
