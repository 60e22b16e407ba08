import NotebookReport
import NotebookResults

/// An expectation in one line for the terminal.
enum ExpectationText {
  static func text(_ result: ExpectationResult) -> String {
    let measured = QuantityText.text(result.measured)
    return switch result.outcome {
    case .held: "held: \(result.text) (measured \(measured))"
    case .failed: "failed: \(result.text) (measured \(measured))"
    case .notChecked(let reason): "not checked: \(result.text) (measured \(measured)), because \(reason)"
    }
  }
}
