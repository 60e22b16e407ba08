import RecurrentEngine

/// The versions that pages and kept results carry.
package enum EngineVersion {
  package static let current = "0.1.0"

  /// What a result belongs to: it is found again by an engine that would give the same.
  package static var ofResults: String { "\(current)-\(String(Arithmetic.name, radix: 36))" }
}
