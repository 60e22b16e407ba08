import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// When something is measured: again and again while training, and in any case after the last step.
enum Timing: Sendable, Hashable {
  case every(Interval)
  /// After the last step alone.
  case atTheEnd

  static let wordsForTheEnd = "at the end"

  /// What the places of the measurements count.
  var unit: RecordedSeries.Unit {
    if case .every(.epochs) = self { .epoch } else { .step }
  }

  /// As a notebook writes it.
  var phrase: String {
    switch self {
    case .every(let interval): interval.phrase
    case .atTheEnd: Self.wordsForTheEnd
    }
  }

  /// Whether a measurement is due after a step, counted from 0, however many there are.
  func isDue(after step: Int, epochSteps: Int) -> Bool {
    switch self {
    case .every(.steps(let every)): step % every == 0
    case .every(.epochs(let every)): (step + 1) % (epochSteps * every) == 0
    case .atTheEnd: false
    }
  }

  /// What a measurement after a step is recorded under: the step, or the epoch that it belongs to.
  func place(of step: Int, epochSteps: Int) -> Int {
    unit == .epoch ? step / epochSteps : step
  }

  /// How many measurements are due in so many steps.
  func dueCount(in steps: Int, epochSteps: Int) -> Int {
    switch self {
    case .every(.steps(let every)): (steps + every - 1) / every
    case .every(.epochs(let every)): steps / epochSteps / every
    case .atTheEnd: 0
    }
  }

  /// What the measurements of so many steps are recorded under, with that after the last step or without.
  func places(in steps: Int, epochSteps: Int, withLast: Bool) -> [Int] {
    let due = (0..<dueCount(in: steps, epochSteps: epochSteps)).map(duePlace)
    guard withLast, steps > 0, !isDue(after: steps - 1, epochSteps: epochSteps) else { return due }
    return due + [place(of: steps - 1, epochSteps: epochSteps)]
  }

  /// What a measurement that is due is recorded under, counted from 0.
  private func duePlace(of index: Int) -> Int {
    switch self {
    case .every(.steps(let every)): index * every
    case .every(.epochs(let every)): (index + 1) * every - 1
    case .atTheEnd: 0
    }
  }
}

extension OptionType where Value == Timing {
  /// `every 20 steps`, `every epoch` or `at the end`.
  static var timing: OptionType<Timing> {
    let interval = OptionType<Interval>.interval
    return OptionType(
      form: .either([interval.form(), .words([Timing.wordsForTheEnd])]), examples: interval.examples,
      phrase: { $0.phrase }, read: { read($0, as: $1, &$2) })
  }

  private static func read(_ value: YAMLValue, as what: String, _ reader: inout OptionReader) -> Timing? {
    if case .scalar(Timing.wordsForTheEnd, isQuoted: _) = value.kind { return .atTheEnd }
    return OptionType<Interval>.interval.read(value, what, &reader).map { .every($0) }
  }
}
