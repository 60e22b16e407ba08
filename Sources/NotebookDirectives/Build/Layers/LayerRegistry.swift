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
      BidirectionalLayer.self,
      DropoutLayer.self,
      LayerNormLayer.self,
      EmbeddingLayer.self,
    ])

  /// Those that carry a state from step to step, and so have a direction.
  static let recurrent = KindRegistry<any Layer>(
    "layer",
    [
      SimpleRNNLayer.self,
      LSTMLayer.self,
      GRULayer.self,
    ])
}
