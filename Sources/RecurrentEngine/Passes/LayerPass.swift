/// One layer at work on a batch: its matrices and how they are filled forwards and backwards.
///
/// Both directions treat the rows of the batch independently, so that any thread may do any of them.
protocol LayerPass {
  var source: LayerSource { get }
  /// What the layer hands on.
  var output: PanelMatrix { get }
  /// The gradient of `output`, which the next layer writes and `backward` may overwrite.
  var outputGradient: PanelMatrix { get }
  /// The gradient of the parameters, to be computed when all rows have gone backwards.
  var weightGradient: WeightGradient { get }

  /// Computes the outputs of rows of the batch, and leaves what the way back needs unless it `keepsNothing`.
  func forward(rows: Range<Int>, keepsNothing: Bool)
  /// Takes the gradient of the outputs of the same rows to that of the sums, and to the input.
  func backward(rows: Range<Int>)
}

/// Which part of a recurrent layer's work the next layer sees.
enum RecurrentOutput {
  /// All outputs, for a layer that works on a sequence too.
  case sequence
  case read(Readout)
}
