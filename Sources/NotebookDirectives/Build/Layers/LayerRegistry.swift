import NotebookPlanning
import RecurrentEngine

/// Every kind of layer.
enum LayerRegistry {
  static let registry = KindRegistry<any Layer>(
    "layer",
    [
      DenseLayer.self,
      SimpleRNNLayer.self,
      LSTMLayer.self,
      GRULayer.self,
    ])
}
