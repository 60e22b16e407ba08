import RecurrentEngine

/// Another library whose names and arrangement of weights a file has.
package enum WeightLayout: String, Sendable, Hashable, CaseIterable {
  /// Names of a state dictionary, such as `lstm.weight_ih_l0`; kernels stand on their side.
  case pytorch
  /// Names of variables, such as `lstm/recurrent_kernel`; the biases of a GRU lie in one array.
  case keras
  /// One kernel for inputs and state, as the cells of TensorFlow 1 have it and nbrun too; named by nbrun's layers.
  case tf1

  /// As its users write it.
  package var title: String {
    switch self {
    case .pytorch: "PyTorch"
    case .keras: "Keras"
    case .tf1: "TensorFlow 1"
    }
  }

  /// Where each gate's columns stand among those of others, ascending; nil where they stay as they are.
  private var ranks: [Gate.Role]? {
    switch self {
    case .pytorch: [.input, .forget, .reset, .update, .candidate, .output]
    case .keras: [.input, .forget, .update, .reset, .candidate, .output]
    case .tf1: nil
    }
  }

  /// Which of nbrun's gates stand one after the other.
  func order(of gates: [Gate]) -> [Int] {
    guard let ranks else { return Array(gates.indices) }
    let rank = { (index: Int) in ranks.firstIndex(of: gates[index].role) ?? 0 }
    return gates.indices.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// Why a layer's weights cannot be written down so; nil when they can.
  func refusal(of gates: [Gate]) -> String? {
    guard self == .tf1, gates.contains(where: { $0.role == .reset }) else { return nil }
    return "TensorFlow 1 resets a GRU's state before the product, and nbrun after it"
  }
}
