import Datasets
import Testing

/// Windows of a table, worked out by hand: line i has the level 10·i and the wind i + 0.5.
@Suite struct SeriesExamplesTests {
  private let folder: TemporaryFolder
  private let table: NumberTable

  init() throws {
    folder = try TemporaryFolder()
    let lines = (0..<10).map { "\(10 * $0),\($0).5\n" }.joined()
    try folder.write(Array("level,wind\n\(lines)".utf8), to: "t.csv")
    table = try NumberTableFile(path: "\(folder.path)/t.csv").read(threads: 1)
  }

  private func examples(
    _ part: Range<Int>, steps: Int = 3, ahead: Int = 1, told: ExampleShape.Moment = .once, stride: Int? = nil,
    inputs: [Int] = [0, 1], targets: [Int] = [0], scaledBy lines: Range<Int>? = nil
  ) -> SeriesExamples {
    SeriesExamples(
      NumberSeries(table, inputs: inputs, targets: targets, scaledBy: lines),
      SeriesWindows(steps: steps, ahead: ahead, told: told, stride: stride), part: part)
  }

  @Test func readThreeLinesAndTellTheNext() {
    let train = examples(0..<6)
    #expect(train.count == 3)
    #expect(train.numbers(of: 0) == [[0, 0.5], [10, 1.5], [20, 2.5]])
    #expect(train.numbers(of: 2) == [[20, 2.5], [30, 3.5], [40, 4.5]])
    #expect((0..<3).map { train.numbers(of: $0, at: 0) } == [[30], [40], [50]])
    #expect(train.shape == ExampleShape(steps: 3, input: .numbers(2), target: .numbers(1), isForecast: true))
  }

  @Test func areComparedByWhatIsTold() {
    let train = examples(0..<6)
    #expect(train.firstTold(otherwiseThan: examples(0..<6, inputs: [1])) == nil, "read in another way")
    #expect(train.firstTold(otherwiseThan: examples(0..<6, targets: [1])) == 0)
    #expect(train.firstTold(otherwiseThan: examples(0..<5)) == 2, "one fewer")
    #expect(train.firstTold(otherwiseThan: examples(0..<6, told: .eachStep)) == 0)
  }

  @Test func everyLineOfALaterPartIsToldFromTheLinesBeforeIt() {
    let test = examples(6..<10)
    #expect(test.count == 4)
    #expect((0..<4).map { test.numbers(of: $0, at: 0) } == [[60], [70], [80], [90]])
    #expect(test.numbers(of: 0).map { $0[0] } == [30, 40, 50])
    #expect(test.numbers(of: 3).map { $0[0] } == [60, 70, 80])
  }

  @Test(arguments: [1, 2, 4]) func tellsALineThatLiesFurtherAhead(_ ahead: Int) {
    let train = examples(0..<8, ahead: ahead)
    #expect(train.count == 8 - 2 - ahead)
    #expect(train.numbers(of: 0, at: 0) == [Float(20 + 10 * ahead)])
    let test = examples(8..<10, ahead: ahead)
    #expect(test.count == 2)
    #expect(test.numbers(of: 0, at: 0) == [80] && test.numbers(of: 1, at: 0) == [90])
    #expect(test.numbers(of: 0).map { $0[0] } == [60, 70, 80].map { $0 - Float(10 * ahead) })
  }

  @Test(arguments: [
    (1, [30, 40, 50, 60, 70]), (2, [30, 50, 70]), (3, [30, 60]), (4, [30, 70]), (5, [30]), (9, [30]),
  ])
  func windowsStandAsFarApartAsTheyAreToldTo(_ stride: Int, _ told: [Float]) {
    let train = examples(0..<8, stride: stride)
    #expect((0..<train.count).map { train.numbers(of: $0, at: 0) } == told.map { [$0] })
    let test = examples(8..<10, stride: stride)
    #expect((0..<test.count).map { test.numbers(of: $0, at: 0) } == (stride == 1 ? [[80], [90]] : [[80]]))
    #expect(test.numbers(of: 0).map { $0[0] } == [50, 60, 70])
  }

  @Test func toldAtEachStepWindowsOverlapWhereTheyStandCloser() {
    let train = examples(0..<8, told: .eachStep, stride: 2)
    #expect(train.count == 3)
    #expect((0..<3).map { train.numbers(of: $0, at: 0) } == [[10], [30], [50]])
    #expect((0..<3).map { train.numbers(of: $0, at: 2) } == [[30], [50], [70]])
    #expect(examples(0..<8, told: .eachStep, stride: 4).count == 2)
    #expect(examples(0..<8, told: .eachStep, stride: 5).count == 1)
  }

  @Test func toldAtEachStepEveryLineIsInOneWindow() {
    let train = examples(0..<8, told: .eachStep)
    #expect(train.count == 2)
    #expect(train.numbers(of: 0).map { $0[0] } == [0, 10, 20])
    #expect(train.numbers(of: 1).map { $0[0] } == [30, 40, 50])
    #expect((0..<3).map { train.numbers(of: 1, at: $0) } == [[40], [50], [60]])
    let test = examples(5..<9, ahead: 2, told: .eachStep)
    #expect(test.count == 1)
    #expect(test.numbers(of: 0).map { $0[0] } == [30, 40, 50])
    #expect((0..<3).map { test.numbers(of: 0, at: $0) } == [[50], [60], [70]])
  }

  @Test(arguments: [ExampleShape.Moment.once, .eachStep], 1...3)
  func nothingOfALaterPartIsReadOrToldInAnEarlierOne(_ told: ExampleShape.Moment, _ ahead: Int) {
    let parts = [0..<6, 6..<8, 8..<10]
    for part in parts {
      let examples = examples(part, steps: 2, ahead: ahead, told: told)
      for index in 0..<examples.count {
        let read = examples.numbers(of: index).map { Int($0[0]) / 10 }
        let asked = (0..<examples.shape.targets(steps: 2)).map { Int(examples.numbers(of: index, at: $0)[0]) / 10 }
        #expect(asked.allSatisfy(part.contains))
        #expect(zip(read.suffix(asked.count), asked).allSatisfy { $0 + ahead == $1 })
      }
    }
  }

  @Test func aPartThatIsTooShortHasNoWindow() {
    #expect(examples(0..<3).count == 0)
    #expect(examples(0..<4).count == 1)
    #expect(examples(0..<3, told: .eachStep).count == 0)
    #expect(examples(0..<4, told: .eachStep).count == 1)
    #expect(examples(0..<10, steps: 10_000, ahead: 10_000).count == 0)
    #expect(examples(4..<4).count == 0)
  }

  @Test func knowTheLastValueOfWhatIsTold() {
    let once = examples(6..<10, ahead: 2, inputs: [1], targets: [0, 1])
    #expect(once.numbers(of: 1, at: 0) == [70, 7.5])
    #expect(once.lastNumbers(of: 1, at: 0) == [50, 5.5])
    let each = examples(0..<8, ahead: 2, told: .eachStep)
    #expect((0..<3).map { each.lastNumbers(of: 1, at: $0) } == [[30], [40], [50]])
  }

  @Test func areMeasuredByTheMeanAndDeviationOfTheTrainingPart() {
    // Levels 0, 10, 20 and 30 have the mean 15 and the deviation √125; winds 0.5 to 3.5 the mean 2 and √1.25.
    let scaled = examples(4..<6, scaledBy: 0..<4)
    let (level, wind) = (125.0.squareRoot(), 1.25.squareRoot())
    let expected = [1.0, 2, 3].map { (line: Double) -> [Float] in
      [Float((10 * line - 15) / level), Float((line - 1.5) / wind)]
    }
    #expect(scaled.numbers(of: 0) == expected)
    #expect(scaled.numbers(of: 0, at: 0) == [Float(25 / level)])
  }

  @Test func equalNumbersHaveTheDeviationOne() {
    let scale = ColumnScale(of: [Double](repeating: 0.1, count: 1000)[...])
    #expect(scale.mean == 0.1 && scale.deviation == 1)
    #expect(scale.scaled(0.6) == 0.5)
    #expect(ColumnScale(of: []).deviation == 1)
  }

  @Test func aNumberFarBeyondTheTrainingPartIsStillANumber() {
    let scale = ColumnScale(of: [0, 1e-30])
    #expect(scale.scaled(3e38) == .greatestFiniteMagnitude && scale.scaled(-3e38) == -.greatestFiniteMagnitude)
  }

  @Test func areShownAsCurves() {
    guard case .curves(let curves) = examples(0..<6, inputs: [1]).view(of: 1) else {
      Issue.record("the view is one of curves")
      return
    }
    #expect(curves == [ExampleCurve(name: "wind", values: [1.5, 2.5, 3.5])])
  }
}
