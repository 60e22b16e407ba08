import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine
import TestSupport
import Testing

@testable import NotebookDirectives

/// What an `{evaluate}` shows, worked out in another way.
struct EvaluateTests {
  private func numbers(_ row: [Table.Value]) -> [Double?] {
    row.dropFirst().map { value in
      switch value {
      case .quantity(let quantity), .shaded(let quantity, _): quantity.number
      case .text, .empty: nil
      }
    }
  }

  @Test func hasAClassARowAndWhatItWasReadAsAColumn() {
    let confusion = ConfusionMatrix(labels: [0, 0, 0, 1, 1, 2], predictions: [0, 1, 1, 1, 0, 2], classes: 4)
    #expect(confusion.table.rows.map(numbers) == [[1, 2, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]])
  }

  @Test func dividesByTheImagesForRecallAndByTheReadingsForPrecision() {
    let confusion = ConfusionMatrix(labels: [0, 0, 0, 1, 1, 2], predictions: [0, 1, 1, 1, 0, 2], classes: 4)
    #expect(confusion.classTable.columns == ["class", "images", "correct", "recall", "precision"])
    let expected: [[Double?]] = [[3, 1, 1.0 / 3, 0.5], [2, 1, 0.5, 1.0 / 3], [1, 1, 1, 1], [0, 0, nil, nil]]
    #expect(confusion.classTable.rows.map(numbers) == expected)
  }

  @Test func countsWhatIsNoNumberAsReadAsNothing() {
    let confusion = ConfusionMatrix(labels: [0, 0, 1, 1], predictions: [0, nil, nil, 0], classes: 2)
    #expect(confusion.table.columns == ["class", "0", "1", "nothing"])
    #expect(confusion.table.rows.map(numbers) == [[1, 0, 1], [1, 0, 1]])
    #expect(confusion.classTable.rows.map(numbers) == [[2, 1, 0.5, 0.5], [2, 0, 0, nil]])
  }

  @Test func showsWhatIsNoNumberBeforeAllOtherMistakes() {
    let evaluation = SplitEvaluation(
      Evaluation(
        losses: [1, .nan, 3, 2, .nan], predictions: [1, nil, 1, 1, nil], probabilities: [], correct: 0, targetCount: 5),
      examples: 5)
    #expect(Array(evaluation.worst(4, among: 0..<5)) == [1, 4, 2, 3])
    #expect(Array(evaluation.worst(9, among: [0, 3])) == [3, 0])
    #expect(evaluation.unreadCount == 2)
    #expect(evaluation.accuracy == 0)
    #expect(evaluation.meanLoss.isNaN)
  }

  @Test func showsThePicturesOfMistakesAndOfNothingElse() throws {
    // The second and the fourth of four images are read wrong, and the fourth is the worse; the first has the largest loss of all.
    let images = ImageSet(
      shape: ImageShape(rows: 1, columns: 2), pixels: [1, 2, 3, 4, 5, 6, 7, 8], labels: [0, 1, 1, 0])
    let examples = ImageExamples(images, reading: .rows, classes: 2)
    let data = LoadedDataset(shape: examples.shape, digest: "", parts: [.test: examples])
    let evaluation = SplitEvaluation(
      Evaluation(losses: [9, 1, 0.1, 2], predictions: [0, 0, 1, 1], correct: 2, targetCount: 4), examples: 4)
    let pictures = ClassReport.result(of: evaluation, on: .test, of: data).outputs.flatMap { output in
      if case .pictures(let strip) = output { return strip.pictures }
      return []
    }
    #expect(pictures.map(\.label) == ["0 read as 1", "1 read as 0"])
    #expect(pictures.map(\.pixels) == [[7, 8], [3, 4]])
  }

  @Test func shadesAMistakeByItsShareOfTheMostFrequentOne() {
    let confusion = ConfusionMatrix(labels: [0, 0, 0, 1, 2], predictions: [1, 1, 0, 0, 2], classes: 3)
    #expect(
      confusion.table.rows.map { $0.dropFirst() } == [
        [.quantity(.count(1)), .shaded(.count(2), weight: 1), .quantity(.count(0))],
        [.shaded(.count(1), weight: 0.5), .quantity(.count(0)), .quantity(.count(0))],
        [.quantity(.count(0)), .quantity(.count(0)), .quantity(.count(1))],
      ])
  }

  @Test func meansOverImagesAndNotOverBatches() throws {
    // 300 images are worked on as 128, 128 and 44.
    let parts = "```{load}\nlabel: parts\ndataset: digits\nvalidation: 256\ntrain: 44\ntest: 1\n```\n"
    let evaluations = ["digits.train", "parts.validation", "parts.train"].enumerated().map {
      "```{evaluate}\nlabel: e\($0)\nmodel: net\non: \($1)\n```\n"
    }
    let run = try TestNotebook(TestNotebook.model + parts + evaluations.joined()).run()
    let losses = try (0..<3).map { try #require(run.number("e\($0)", "loss")) }
    #expect(abs(losses[0] - (losses[1] * 256 + losses[2] * 44) / 300) < 1e-9)
    #expect(abs(losses[1] - losses[2]) > 1e-4, "the last batch is no harder than the others")
  }

  /// An image as the sets that end before and after it tell it apart.
  private struct Image {
    let label: Int
    let prediction: Int
    let loss: Double
  }

  @Test func showsTheMistakesOfTheLargestLossFirst() throws {
    let count = 14
    let cells = (1...count).map { count in
      "```{load}\nlabel: d\(count)\ndataset: digits\ntrain: 1\ntest: \(count)\n```\n"
        + "```{evaluate}\nlabel: e\(count)\nmodel: net\non: d\(count).test\n```\n"
    }
    let run = try TestNotebook(TestNotebook.model + cells.joined()).run()
    var images: [Image] = []
    var (sum, before) = (0.0, [[Double?]](repeating: Array(repeating: 0, count: 10), count: 10))
    for count in 1...count {
      let tables = try #require(run.result(2 * count + 1)).outputs.compactMap {
        if case .table(let table) = $0 { table } else { nil }
      }
      let confusion = try #require(tables.last).rows.map(numbers)
      let total = try #require(run.number("e\(count)", "loss")) * Double(count)
      for (label, row) in confusion.enumerated() {
        for (prediction, number) in row.enumerated() where number != before[label][prediction] {
          images.append(Image(label: label, prediction: prediction, loss: total - sum))
        }
      }
      (sum, before) = (total, confusion)
    }
    let mistakes = images.filter { $0.label != $0.prediction }.sorted { $0.loss > $1.loss }
    try #require(images.count == count && mistakes.count > 3)
    let pictures = try #require(run.result(2 * count + 1)).outputs.compactMap {
      if case .pictures(let strip) = $0 { strip } else { nil }
    }
    #expect(
      pictures.map { $0.pictures.map(\.label) } == [mistakes.prefix(12).map { "\($0.label) read as \($0.prediction)" }])
  }
}
