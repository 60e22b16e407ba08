import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

extension Stepper {
  /// Whether words ask for an example: by its number, or for the first that the network reads right or wrong.
  static func isExample(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return Int(first) != nil || ["right", "wrong"].contains(first)
  }

  /// Shows an example as the network sees it where the run stands.
  ///
  /// - Parameter words: Which example, then what of it, as `example` and `show` of a trace take them.
  func look(at words: [String]) {
    let session = timeline.runner.session
    guard !session.models.isEmpty, !session.datasets.isEmpty else {
      write("a network has to be built and data loaded before an example can be looked at\n")
      return
    }
    var options = [(key: "example", value: words[0])]
    if words.count > 1 { options.append((key: "show", value: "[\(words.dropFirst().joined(separator: ", "))]")) }
    do throws(LookProblem) {
      write(screen.result(try trials.bench.look(through: "trace", options)).asLines)
    } catch {
      switch error {
      case .failed(let failure): write("\(failure.text)\n")
      case .wrong(let diagnostics):
        for diagnostic in diagnostics {
          write("\(diagnostic.message)\(diagnostic.suggestion.map { "; \($0)" } ?? "")\n")
        }
      }
    }
  }
}
