import RecurrentEngine

/// Where the time of a training step or of a test set goes, and how near to the machine's ceiling each phase comes.
struct PhaseTable {
  let seconds: Double
  let threads: Int

  /// A step's duration, and the time of each phase in it on all threads together.
  private typealias Step = (seconds: Double, phases: [StepPhase: Double])

  /// Times a model, and the ceiling by turns with it.
  func run(_ model: TimedModel) {
    let clock = PhaseClock(threads: threads)
    let loop = model.loop(threads: threads, watch: clock)
    for _ in 0..<5 { loop.step() }
    let end = Timing.now() + seconds
    var (steps, ceilings) = ([Step](), [Double]())
    while steps.isEmpty || Timing.now() < end {
      ceilings.append(Ceiling.measure(threads: threads))
      let pause = Timing.now() + 0.2
      loop.step()
      repeat {
        _ = clock.take()
        let start = Timing.now()
        loop.step()
        steps.append((Timing.now() - start, clock.take()))
      } while Timing.now() < pause
    }
    // The middle half: neither what something else on the machine has slowed down nor what was lucky.
    steps.sort { $0.seconds < $1.seconds }
    ceilings.sort()
    print(model, steps[steps.count / 4...steps.count * 3 / 4], ceiling: ceilings[ceilings.count / 2])
  }

  private func print(_ model: TimedModel, _ steps: ArraySlice<Step>, ceiling: Double) {
    let step = steps.reduce(0) { $0 + $1.seconds } / Double(steps.count)
    let share = StepPhase.allCases.reduce(0) { $0 + model.operations(in: $1) } / step / ceiling
    printLine(
      "\(model.name): \(milliseconds(step)) ms/\(model.turn), \(percent(share)) of \(Int(ceiling * 1e-9)) GFLOP/s on \(threads) threads"
    )
    printLine("phase                   ms  of them  of ceiling")
    // Whatever no thread says it is at is waiting.
    var rest = step
    for phase in StepPhase.allCases where phase != .meeting {
      let time = steps.reduce(0) { $0 + ($1.phases[phase] ?? 0) } / Double(steps.count * threads)
      let operations = model.operations(in: phase)
      rest -= time
      if time > 0 { print(phase, time, of: step, share: operations > 0 ? operations / time / ceiling : nil) }
    }
    print(.meeting, rest, of: step, share: nil)
  }

  private func print(_ phase: StepPhase, _ time: Double, of step: Double, share: Double?) {
    let columns = [
      phase.name + String(repeating: " ", count: max(0, 16 - phase.name.count)),
      padded(milliseconds(time), 8), padded(percent(time / step), 7), padded(share.map(percent) ?? "", 10),
    ]
    printLine(columns.joined(separator: "  "))
  }
}

/// A share in whole hundredths.
func percent(_ share: Double) -> String {
  "\(Int((100 * share).rounded())) %"
}

/// Text filled up on the left.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

extension StepPhase {
  /// The phase as the table has it.
  fileprivate var name: String { self == .weightGradient ? "weight gradient" : "\(self)" }
}
