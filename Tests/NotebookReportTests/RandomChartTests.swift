import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookReport

/// A hundred charts of series and names that nobody chose, in a hundred different ways.
@Suite struct RandomChartTests {
  @Test(arguments: [PlotSize.page, PlotSize.phone])
  func keepsEveryLineOfAHundredChartsWithinItsWidth(width: Int) throws {
    for seed in 1...100 {
      let chart = RandomChart(seed: UInt64(seed)).chart
      let lines = AsciiChart(chart, width: width).lines
      for line in lines {
        #expect(TextWidth.columns(line) <= width, "chart \(seed): \(line)")
        #expect(!line.hasSuffix(" ") && !line.contains { $0.isNewline }, "chart \(seed): \(line)")
      }
      let plot = try #require(ReadPlot(lines), "chart \(seed) has no axis")
      #expect(plot.rows.allSatisfy { $0.area.allSatisfy(\.isASCII) && $0.area.count <= plot.columns }, "chart \(seed)")
      #expect(plot.rows.allSatisfy { !$0.behind.contains("|") }, "chart \(seed)")
    }
  }

  @Test(arguments: [PlotSize.page, PlotSize.phone])
  func showsASignOfEverySeriesOrSaysThatItIsHidden(width: Int) throws {
    for seed in 1...100 {
      let chart = RandomChart(seed: UInt64(seed)).chart
      let lines = AsciiChart(chart, width: width).lines
      let plot = try #require(ReadPlot(lines))
      let isInPanels = plot.rules > 1
      #expect(plot.rules == (isInPanels ? chart.series.count : 1), "chart \(seed)")
      for (index, series) in chart.series.enumerated() where !isInPanels {
        let signs = LineShape.of(index).sample
        let isSeen = plot.rows.contains { $0.area.contains { signs.contains($0) } }
        let hidden = lines.joined().filter { $0 != " " }.split(separator: "behindotherlines:").dropFirst().joined()
        let isSaid = hidden.contains(series.name.filter { $0 != " " }) || series.points.allSatisfy { !$0.y.isFinite }
        #expect(isSeen || isSaid, "chart \(seed): nothing is seen of \(series.name)")
      }
      for name in chart.series.map(\.name) {
        let isNamed = lines.joined().filter { $0 != " " }.contains(name.filter { $0 != " " })
        #expect(isNamed, "chart \(seed): \(name) is named nowhere")
      }
    }
  }

  @Test func drawsNothingOfAHundredChartsBeyondThePicture() throws {
    for seed in 1...100 {
      let markup = ChartSVG(chart: RandomChart(seed: UInt64(seed)).chart).body.map(\.markup).joined()
      let box = try #require(markup.firstMatch(of: #/viewBox="0 0 (\d+) (\d+)"/#), "chart \(seed)")
      let (width, height) = (Int(box.1) ?? 0, Int(box.2) ?? 0)
      let places = markup.matches(of: #/ d="([^"]*)"/#).flatMap { $0.1.matches(of: #/(-?\d+) (-?\d+)/#) }
      let isWithin = places.allSatisfy { place in
        guard let x = Int(place.1), let y = Int(place.2) else { return false }
        return (0...width).contains(x) && (0...height).contains(y)
      }
      #expect(isWithin && places.count > 2, "chart \(seed)")
    }
  }

  @Test func hasChartsOfEachKindAmongTheHundred() {
    let drawn = (1...100).map { AsciiChart(RandomChart(seed: $0).chart).lines }
    #expect(drawn.contains { ReadPlot($0)?.rules ?? 0 > 1 }, "in panels")
    #expect(drawn.contains { ReadPlot($0)?.rows.contains { !$0.behind.isEmpty } ?? false }, "named at the ends")
    #expect(drawn.contains { $0.contains { $0.hasPrefix("  .:\" ") } }, "named below")
    #expect(drawn.contains { $0.contains { TextWidth.columns($0) > $0.count } }, "with wide characters")
  }
}

/// The rows of a drawing, as somebody finds them who has nothing but its text.
private struct ReadPlot {
  struct Row {
    /// What is drawn between the axis and the right side.
    let area: String
    /// What is written to the right of it.
    let behind: String
  }

  let columns: Int
  let rows: [Row]
  /// How many x axes there are.
  let rules: Int

  init?(_ lines: [String]) {
    let isRule = { (line: String) in line.wholeMatch(of: #/ +\+[-+]{12,}/#) != nil }
    guard let rule = lines.first(where: isRule), let last = lines.lastIndex(where: isRule),
      let axis = rule.firstIndex(of: "+")
    else { return nil }
    let margin = rule.distance(from: rule.startIndex, to: axis)
    columns = rule.count - margin - 1
    let columns = columns
    rules = lines.count(where: isRule)
    rows = lines[..<last].filter { line in
      !isRule(line) && line.count > margin && "|+".contains(line[line.index(line.startIndex, offsetBy: margin)])
        && line.prefix(margin).allSatisfy { $0.isASCII }
    }.map { line in
      let plot = line.dropFirst(margin + 1)
      return Row(area: String(plot.prefix(columns)), behind: String(plot.dropFirst(columns)))
    }
  }
}
