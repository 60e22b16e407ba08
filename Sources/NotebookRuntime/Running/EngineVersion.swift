/// The version that pages carry and that results belong to.
package enum EngineVersion {
  package static let current = "0.1.0"
}
