import NotebookResults
import RecurrentEngine

/// The weights with which a quantity was best so far.
struct BestWeights: Sendable, Hashable, Codable {
  /// The step after which that was, counted from 0.
  let step: Int
  let value: Double
  let parameters: PackedFloats

  /// Whether these can be the weights of such a network after fewer than so many steps.
  func belongs(to network: Network, before steps: Int) -> Bool {
    (0..<steps).contains(step) && parameters.values.count == network.parameterCount
      && parameters.values.allSatisfy(\.isFinite)
  }
}
