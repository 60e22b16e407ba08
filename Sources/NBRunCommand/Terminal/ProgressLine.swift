import Foundation
import NotebookReport
import NotebookResults

/// How far a training cell is, in one line.
struct ProgressLine {
  private let progress: CellProgress
  /// Steps or points a second; nil where nothing has been done since the clock started.
  private let rate: Double?

  /// Takes what is to be said.
  ///
  /// - Parameters:
  ///   - progress: How far the training is.
  ///   - done: What had been done when the clock started.
  ///   - elapsed: Seconds since then.
  init(_ progress: CellProgress, since done: Double, elapsed: Double) {
    self.progress = progress
    rate = progress.done > done && elapsed > 0 ? (progress.done - done) / elapsed : nil
  }

  private var figures: [String] {
    let loss = progress.loss.map { "loss \(QuantityText.text(.real($0)))" }
    let accuracy = progress.accuracy.map { "accuracy \(QuantityText.text(.fraction($0)))" }
    let speed = rate.map { rate in
      switch progress.unit {
      case .step: String(format: "%.1f steps/s", rate)
      case .point: String(format: "%.1f points/min", rate * 60)
      }
    }
    let parts = progress.parts.map { "\($0.name): \(Int($0.share * 100)) %" }
    let left = rate.map { "\(Self.seconds((Double(progress.totalSteps) - progress.done) / $0)) left" }
    return (["\(progress.step)/\(progress.totalSteps)", speed, loss, accuracy] + parts + [left]).compactMap { $0 }
  }

  /// For lines that stay.
  var text: String { "\(progress.unit.rawValue) " + figures.joined(separator: ", ") }

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
