/// Windows of a series as examples: T lines, and the numbers of lines ahead of them as what is to be told.
package struct SeriesExamples: NumberTargets {
  package let series: NumberSeries
  package let windows: SeriesWindows
  /// The lines that are told.
  package let part: Range<Int>
  package let shape: ExampleShape

  package init(_ series: NumberSeries, _ windows: SeriesWindows, part: Range<Int>) {
    precondition(part.lowerBound >= 0 && part.upperBound <= series.lines, "a part lies within its series")
    self.series = series
    self.windows = windows
    self.part = part
    shape = Self.shape(windows, inputs: series.inputs.count, targets: series.targets.count)
  }

  /// What windows of so many columns look like.
  package static func shape(_ windows: SeriesWindows, inputs: Int, targets: Int) -> ExampleShape {
    ExampleShape(
      steps: windows.steps, input: .numbers(inputs), target: .numbers(targets), told: windows.told, isForecast: true)
  }

  package var count: Int { windows.count(in: part) }

  package var bytes: Int {
    NumberSeries.bytes(lines: series.lines, inputs: series.inputs.count, targets: series.targets.count)
  }

  package var numberNames: [String] { series.targetNames }

  package func numbers(of index: Int, at step: Int) -> [Float] {
    targets(at: lastLine(of: index, at: step) + windows.ahead)
  }

  package func lastNumbers(of index: Int, at step: Int) -> [Float]? { targets(at: lastLine(of: index, at: step)) }

  package func write(_ index: Int, draw: Int, into sink: inout some ExampleSink) {
    let (first, features) = (firstLine(of: index), shape.features)
    series.inputNumbers.withUnsafeBufferPointer { numbers in
      for step in 0..<shape.steps {
        let place = (first + step) * features
        sink.set(step: step, to: UnsafeBufferPointer(rebasing: numbers[place..<place + features]).span)
      }
    }
  }

  package func view(of index: Int) -> ExampleView {
    let (first, features) = (firstLine(of: index), shape.features)
    return .curves(
      series.inputNames.enumerated().map { place, name in
        ExampleCurve(
          name: name, values: (0..<shape.steps).map { series.inputNumbers[(first + $0) * features + place] })
      })
  }

  /// The last line that has been read when something is told.
  private func lastLine(of index: Int, at step: Int) -> Int {
    firstLine(of: index) + (windows.told == .once ? shape.steps - 1 : step)
  }

  private func firstLine(of index: Int) -> Int {
    precondition(0..<count ~= index, "a window is named by its place in the part")
    return windows.firstLine(of: index, in: part)
  }

  private func targets(at line: Int) -> [Float] {
    Array(series.targetNumbers[line * shape.outputs..<(line + 1) * shape.outputs])
  }
}
