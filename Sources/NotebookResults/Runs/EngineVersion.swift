/// The version that pages and results carry.
package enum EngineVersion {
  package static let current = "0.1.0"
}
