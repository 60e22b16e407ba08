package import NotebookResults
import RecurrentEngine

extension EngineVersion {
  /// What a result belongs to: it is found again by an engine that would give the same.
  package static var ofResults: String { "\(current)-\(generation)-\(String(Arithmetic.name, radix: 36))" }

  /// Counts the times that cells came to give other results by the same arithmetic.
  private static let generation = 4
}
