import NotebookResults

extension CellOutput {
  /// This with what the program says in it in another language, as far as it is known there.
  func translated(by words: CellWords) -> CellOutput {
    if words.isEmpty { return self }
    return switch self {
    case .table(let table): .table(table.translated(by: words))
    case .chart(let chart): .chart(chart.translated(by: words))
    case .bars(let chart): .bars(chart.translated(by: words))
    case .heatMap(let map): .heatMap(map.translated(by: words))
    case .pictures(let strip): .pictures(strip.translated(by: words))
    case .comparison(let comparison): .comparison(Comparison(caption: words(comparison.caption), rows: comparison.rows))
    case .passage, .note: self
    }
  }
}

extension Table {
  /// This with its caption, its heads and the texts of rows that have names in another language.
  ///
  /// Where rows have no names, their texts are data.
  func translated(by words: CellWords) -> Table {
    if words.isEmpty { return self }
    func translated(_ row: [Value]) -> [Value] {
      row.map { if hasRowHeaders, case .text(let text) = $0 { .text(words(text)) } else { $0 } }
    }
    return Table(
      caption: words(caption), columns: columns.map { words($0) }, rows: rows.map(translated),
      footer: footer.map(translated), hasRowHeaders: hasRowHeaders)
  }
}

extension Chart {
  fileprivate func translated(by words: CellWords) -> Chart {
    Chart(
      title: words(title), xLabel: words(xLabel), yLabel: words(yLabel),
      series: series.map { ChartSeries(name: words($0.name), points: $0.points) }, style: style)
  }
}

extension BarChart {
  fileprivate func translated(by words: CellWords) -> BarChart {
    BarChart(title: words(title), label: words(label), bars: bars, range: range, scale: scale)
  }
}

extension HeatMap {
  fileprivate func translated(by words: CellWords) -> HeatMap {
    HeatMap(
      title: words(title), rowLabel: rowLabel, columnLabel: columnLabel, rows: rows, columns: columns, cells: cells,
      isLargerBetter: isLargerBetter, range: range, scale: scale)
  }
}

extension PictureStrip {
  fileprivate func translated(by words: CellWords) -> PictureStrip {
    PictureStrip(
      caption: words(caption),
      pictures: pictures.map {
        Picture(rows: $0.rows, columns: $0.columns, pixels: $0.pixels, label: words($0.label))
      })
  }
}
