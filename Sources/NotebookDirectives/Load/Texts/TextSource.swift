import Datasets
import NotebookPlanning
import NotebookResults

/// A text and how it is cut into parts and windows.
struct TextSource: DataSource {
  let origin: TextOrigin
  let parts: ConsecutiveParts
  let timeSteps: Int

  var name: String { origin.name }
  var standIn: String? { origin.standIn }
  var notice: String? { origin.notice }

  var absentDataset: String? {
    if case .absent(let known, _) = origin { known.name } else { nil }
  }

  private var ranges: [DatasetSplit: Range<Int>] {
    [.train: parts.train, .validation: parts.validation, .test: parts.test]
  }

  private var shape: ExampleShape { TextExamples.shape(vocabulary: origin.vocabulary, steps: timeSteps) }

  func symbol(following dependencies: CellDependencies) -> DatasetSymbol {
    DatasetSymbol(
      shape: shape, counts: ranges.mapValues { TextExamples.count(characters: $0.count, steps: timeSteps) },
      noun: "characters", metrics: [MetricRule.accuracy, .loss, .bitsPerCharacter, .perplexity].map(\.name),
      vocabulary: origin.vocabulary, bytes: origin.characters * MemoryLayout<Int32>.stride, dependencies: dependencies)
  }

  var fields: [Field] {
    [
      Field("characters", .count(origin.characters)), Field("train_characters", .count(parts.train.count)),
      Field("validation_characters", .count(parts.validation.count)),
      Field("test_characters", .count(parts.test.count)),
      Field("time_steps", .count(timeSteps)), Field("vocabulary", .count(origin.vocabulary.count)),
    ]
  }

  func read(_ context: CellContext) throws(CellFailure) -> PlainText {
    guard let text = try origin.load(context) else { throw changed }
    return text
  }

  func dataset(of text: PlainText) -> LoadedDataset {
    LoadedDataset(
      shape: shape, digest: text.digest,
      parts: ranges.mapValues { TextExamples(text, part: $0, steps: timeSteps) })
  }

  func outputs(of text: PlainText) -> [CellOutput] {
    [.table(partTable), .table(characterTable(text)), .table(beginning(of: text))]
  }

  private var partTable: Table {
    let rows: [[Table.Value]] = DatasetSplit.allCases.compactMap { split in
      guard let range = ranges[split], !range.isEmpty else { return nil }
      return [
        .text(split.rawValue), .quantity(.count(range.count)),
        .quantity(.count(TextExamples.count(characters: range.count, steps: timeSteps))),
      ]
    }
    return Table(
      caption: "Parts of the text, in windows of \(timeSteps) characters", columns: ["part", "characters", "windows"],
      rows: rows)
  }

  /// The characters that occur most in the training part.
  private func characterTable(_ text: PlainText) -> Table {
    var counts = [Int](repeating: 0, count: text.vocabulary.count)
    for token in text.tokens[parts.train] { counts[Int(token)] += 1 }
    let names = text.vocabulary.names
    let shown = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(12)
    let all = Double(parts.train.count)
    return Table(
      caption: "The most frequent of \(names.count) characters in the training part",
      columns: ["character", "count", "share"],
      rows: shown.map {
        [.text(names[$0]), .quantity(.count(counts[$0])), .quantity(.fraction(Double(counts[$0]) / all))]
      })
  }

  private func beginning(of text: PlainText) -> Table {
    let first = text.vocabulary.text(of: text.tokens[parts.train].prefix(400).map { Int($0) })
    let lines = first.split(whereSeparator: \.isNewline).prefix(4).map { String($0.prefix(100)) }
    return Table(
      caption: "How the text begins", columns: ["text"], rows: lines.map { [.text($0)] }, hasRowHeaders: false)
  }
}
