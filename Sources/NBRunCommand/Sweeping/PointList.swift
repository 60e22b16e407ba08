import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// The points of the sweeps of a notebook, as they are listed for people and for programs.
struct PointList {
  /// A point with where it belongs.
  private struct Item: Encodable {
    let file: String
    /// The label of the sweep.
    let sweep: String
    /// Which of its points, from 1 on.
    let number: Int
    let of: Int
    let settings: [String: String]
    /// What its numbers follow from; equal points have equal ones.
    let identity: String
    let kept: Bool
    /// What runs it alone, as arguments of nbrun.
    let arguments: [String]
    let name: String

    private enum CodingKeys: String, CodingKey {
      case file, sweep, number, of, settings, identity, kept, arguments
    }
  }

  private let items: [Item]

  init(_ notebook: PlannedNotebook, store: ResultStore?) {
    let file = notebook.file.path
    items = notebook.plan.cells.flatMap { cell -> [Item] in
      guard let sweep = cell.action as? any SweepingAction else { return [] }
      return sweep.points.enumerated().map { index, point in
        Item(
          file: file, sweep: cell.header.label, number: index + 1, of: sweep.points.count,
          settings: Dictionary(point.settings.map { ($0.name, $0.value) }) { first, _ in first },
          identity: point.identity, kept: point.measuredKeys.allSatisfy { store?.state(of: $0) == .whole },
          arguments: [file]
            + point.settings.flatMap { setting in
              setting.name == PlannedPoint.seed
                ? ["--seed", setting.value] : ["-p", "\(setting.name)=\(setting.value)"]
            }, name: point.name)
      }
    }
  }

  /// A line for each point.
  var text: ConsoleText {
    items.map { "\($0.sweep) \($0.number)/\($0.of)  \($0.name)  \($0.kept ? "kept" : "will run")\n" as ConsoleText }
      .reduce("") { $0 + $1 }
  }

  /// A JSON object a line.
  var json: ConsoleText {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return items.compactMap { try? encoder.encode($0) }
      .map { "\(String(decoding: $0, as: UTF8.self))\n" as ConsoleText }.reduce("") { $0 + $1 }
  }
}
