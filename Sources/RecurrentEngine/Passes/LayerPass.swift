/// One layer at work on a batch: its matrices and how they are filled forwards and backwards.
///
/// Both directions treat the rows of the batch independently, so that any thread may do any of them.
protocol LayerPass {
  /// What the layer hands on.
  var output: PanelMatrix { get }
  /// The gradient of `output`, which the next layer writes and `backward` may overwrite.
  var outputGradient: PanelMatrix { get }
  var kernel: PackedKernel { get }
  /// The gradient of the parameters, to be computed when all rows have gone backwards.
  var weightGradient: WeightGradient { get }

  func forward(rows: Range<Int>)
  func backward(rows: Range<Int>)
}

/// Which part of a recurrent layer's work the next layer sees.
enum RecurrentOutput {
  /// All outputs, for a layer that works on a sequence too.
  case sequence
  case read(Readout)
}
