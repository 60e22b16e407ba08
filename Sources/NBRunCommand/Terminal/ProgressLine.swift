import Foundation
import NotebookReport
import NotebookResults

/// How far a training cell is, in one line.
struct ProgressLine {
  private let progress: CellProgress
  private let firstStep: Int
  private let elapsed: Double

  /// Takes what is to be said.
  ///
  /// - Parameters:
  ///   - progress: How far the training is.
  ///   - firstStep: The steps that had been taken when the clock started.
  ///   - elapsed: Seconds since then.
  init(_ progress: CellProgress, from firstStep: Int = 0, elapsed: Double) {
    self.progress = progress
    self.firstStep = firstStep
    self.elapsed = elapsed
  }

  private var rate: Double { Double(progress.step - firstStep) / max(elapsed, 1e-9) }

  private var secondsLeft: Double { Double(progress.totalSteps - progress.step) / max(rate, 1e-9) }

  private var figures: [String] {
    let loss = "loss \(QuantityText.text(.real(progress.loss)))"
    let accuracy = progress.accuracy.map { "accuracy \(QuantityText.text(.fraction($0)))" }
    return [
      "\(progress.step)/\(progress.totalSteps)", String(format: "%.1f steps/s", rate), loss, accuracy,
      "\(Self.seconds(secondsLeft)) left",
    ].compactMap { $0 }
  }

  /// For lines that stay.
  var text: String { "step " + figures.joined(separator: ", ") }

  /// A bar and the figures that fit beside it.
  func bar(width: Int) -> String {
    var shown = figures
    while shown.count > 1, shown.joined(separator: "  ").count > width - 14 { shown.remove(at: shown.count - 2) }
    let text = shown.joined(separator: "  ")
    let room = min(30, max(0, width - text.count - 3))
    guard room >= 4 else { return String(text.prefix(max(0, width))) }
    let filled = room * progress.step / max(1, progress.totalSteps)
    let head = filled < room ? ">" : ""
    let bar = String(repeating: "=", count: filled) + head
    return "[\(bar.padding(toLength: room, withPad: " ", startingAt: 0))] \(text)"
  }

  /// A time as a person says it.
  static func seconds(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: String(format: "%.1f s", seconds)
    case ..<120: "\(Int(seconds.rounded())) s"
    case ..<7200: "\(Int(seconds / 60)) min \(Int(seconds) % 60) s"
    default: "\(Int(min(seconds, 1e9) / 3600)) h \(Int(min(seconds, 1e9) / 60) % 60) min"
    }
  }
}
