import ArgumentParser
import Foundation
import NotebookResults
import Ranks
import RecurrentEngine

/// Times the engine's training steps and test sets; each figure is the median of one run of so many seconds, of a phase the mean of the middle
/// half.
@main struct EngineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-benchmark",
    abstract:
      "Time one training step of the four articles' models or of others, see where its time goes, or how it grows.",
    discussion: """
      A step is what a training does: forward pass, backward pass and Adam, on random batches of which a fifth of the pixels is not zero. \
      Machines differ and are noisy: a figure counts beside another program's of the same minute. Built with MPI and started by mpirun, the ranks \
      take each step together, and the share of it is told that the first of them spends on sums of others, waiting for them included.
      """)

  @Argument(
    help: ArgumentHelp(
      "The models to time: \(TimedModel.all.map(\.name).joined(separator: ", ")); by default the articles'.",
      valueName: "model"))
  var models = TimedModel.articles.map(\.name)

  @Option(help: "How long to time each model, in seconds.")
  var seconds = 6.0

  @Option(help: "How many threads to use; by default one for each of the machine's cores.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Time growing batches, units and time steps instead, each beside its share of the machine's ceiling.")
  var sweep = false

  @Flag(
    help: "Show the share of the ceiling for many units and batches, and where it falls below half of its neighbours.")
  var map = false

  @Flag(help: "Show where the time of a step goes, and each phase's share of the machine's ceiling.")
  var phases = false

  @Flag(help: "Time a test set of 10,000 images instead of training steps.")
  var testSet = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("at least one thread is needed") }
    guard seconds > 0 else { throw ValidationError("the time is a number of seconds above zero") }
    let names = TimedModel.all.map(\.name)
    for name in models where !names.contains(name) {
      throw ValidationError("there is no model '\(name)', but \(names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let chosen = models.compactMap { name in TimedModel.all.first { $0.name == name } }
    if let job = MPIJob.join() {
      defer { job.leave() }
      guard !map && !sweep && !phases && !testSet && chosen.allSatisfy({ $0.images == nil }) else {
        throw ValidationError("ranks time training steps, nothing else")
      }
      return RankTiming(job, seconds: seconds, threads: threads).run(chosen)
    }
    if map { return SizeMap(seconds: seconds, threads: threads).run() }
    if sweep { return Sweep(seconds: seconds, threads: threads).run() }
    for var model in chosen {
      if testSet { model.images = 10_000 }
      if phases {
        PhaseTable(seconds: seconds, threads: threads).run(model)
      } else {
        time(model)
      }
    }
  }

  private func time(_ model: TimedModel) {
    let time = Timing.median(of: model.loop(threads: threads), seconds: seconds)
    printLine("nbrun \(EngineVersion.current) \(model.name) \(milliseconds(time)) ms/\(model.turn)")
  }
}

/// Prints a line that a pipe sees at once.
func printLine(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Seconds as milliseconds with three decimals.
func milliseconds(_ seconds: Double) -> String {
  String(format: "%.3f", seconds * 1e3)
}
