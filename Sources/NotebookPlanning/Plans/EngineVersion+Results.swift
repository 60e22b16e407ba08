package import NotebookResults
import RecurrentEngine

extension EngineVersion {
  /// What a result belongs to: it is found again by an engine that would give the same.
  package static var ofResults: String { "\(current)-\(String(Arithmetic.name, radix: 36))" }
}
