import Datasets
import NotebookPlanning
import NotebookResults

/// A table and how it is cut into parts and windows.
struct TableSource: DataSource {
  let file: NumberTableFile
  let name: String
  let findings: NumberTableFindings
  let memory: DataMemory
  let inputs: [Int]
  let targets: [Int]
  let windows: SeriesWindows
  let parts: ConsecutiveParts
  let isStandardized: Bool

  private var ranges: [DatasetSplit: Range<Int>] {
    [.train: parts.train, .validation: parts.validation, .test: parts.test]
  }

  private var shape: ExampleShape {
    SeriesExamples.shape(windows, inputs: inputs.count, targets: targets.count)
  }

  func symbol(following dependencies: CellDependencies) -> DatasetSymbol {
    DatasetSymbol(
      shape: shape, counts: ranges.mapValues { windows.count(in: $0) }, noun: "windows",
      metrics: [MetricRule.loss, .meanSquaredError, .meanAbsoluteError].map(\.name),
      bytes: NumberSeries.bytes(lines: findings.lines, inputs: inputs.count, targets: targets.count),
      dependencies: dependencies)
  }

  var fields: [Field] {
    [
      Field("lines", .count(findings.lines)), Field("train_windows", .count(windows.count(in: parts.train))),
      Field("validation_windows", .count(windows.count(in: parts.validation))),
      Field("test_windows", .count(windows.count(in: parts.test))), Field("time_steps", .count(windows.steps)),
      Field("ahead", .count(windows.ahead)), Field("inputs", .count(inputs.count)),
      Field("numbers", .count(targets.count)),
    ]
  }

  func read(_ context: CellContext) throws(CellFailure) -> NumberTable {
    let table: NumberTable
    do throws(DatasetError) {
      table = try memory.contents(of: file, threads: context.threads)
    } catch {
      throw CellFailure("\(error.renaming(file.path, to: name))")
    }
    guard table.findings == findings else { throw changed }
    return table
  }

  func dataset(of table: NumberTable) -> LoadedDataset {
    let series = NumberSeries(
      table, inputs: inputs, targets: targets, scaledBy: isStandardized ? parts.train : nil)
    return LoadedDataset(
      shape: shape, digest: findings.digest, parts: ranges.mapValues { SeriesExamples(series, windows, part: $0) })
  }

  func outputs(of table: NumberTable) -> [CellOutput] {
    [.table(partTable), .table(columnTable(table)), .chart(chart(of: table))]
  }

  private var partTable: Table {
    let rows: [[Table.Value]] = DatasetSplit.allCases.compactMap { split in
      guard let range = ranges[split], !range.isEmpty else { return nil }
      return [
        .text(split.rawValue), .quantity(.count(range.lowerBound + 1)), .quantity(.count(range.upperBound)),
        .quantity(.count(windows.count(in: range))),
      ]
    }
    let read = windows.steps == 1 ? "1 line is read" : "\(windows.steps) lines are read"
    return Table(
      caption: "The lines that are told in each part; \(read), and what stands \(windows.ahead) ahead is told "
        + (windows.told == .once ? "after the last" : "at each"),
      columns: ["part", "from line", "to line", "windows"], rows: rows)
  }

  /// What the training part's columns are like.
  private func columnTable(_ table: NumberTable) -> Table {
    let rows: [[Table.Value]] = Set(inputs + targets).sorted().map { column in
      let numbers = table.numbers(of: column)[parts.train]
      let scale = ColumnScale(of: numbers)
      let words = [(inputs, "read"), (targets, "told")].filter { $0.0.contains(column) }.map(\.1)
      return [
        .text(findings.name(of: column)), .text(words.joined(separator: ", ")), .quantity(.real(scale.mean)),
        .quantity(.real(scale.deviation)), .quantity(.real(numbers.min() ?? 0)), .quantity(.real(numbers.max() ?? 0)),
      ]
    }
    return Table(
      caption: "Numbers of the training part"
        + (isStandardized ? ", of which a network sees how many deviations they are from their mean" : ""),
      columns: ["column", "", "mean", "deviation", "least", "most"], rows: rows)
  }

  /// How many lines of a column are drawn, and how many columns.
  private static let (shownLines, shownColumns) = (400, 3)

  private func chart(of table: NumberTable) -> Chart {
    Chart(
      title: "What is to be told, over all lines", xLabel: "line", yLabel: "value",
      series: targets.prefix(Self.shownColumns).map { column in
        let numbers = table.numbers(of: column)
        return ChartSeries(
          name: findings.name(of: column),
          points: Array(numbers.indices).thinned(to: Self.shownLines).map { SeriesPoint(x: $0 + 1, y: numbers[$0]) })
      })
  }
}
