/// One layer at work on a batch: its matrices and how they are filled forwards and backwards.
///
/// Both directions treat the rows of the batch independently, so that any thread may do any of them. An LSTM of H units that reads [T, B, D]
/// has the output [T, B, H], the states h and c of [T+1, B, H], and the pre-activations [T, B, 4·H], which become gates and then gradients
/// where they stand.
package protocol LayerPass: AnyObject {
  /// What the layer hands on.
  var output: PanelMatrix { get }
  /// The gradient of `output`, which the next layer writes and `backward` may overwrite.
  var outputGradient: PanelMatrix { get }
  /// The kernels at work; a layer may have none.
  var products: [KernelProduct] { get }
  /// The gradients of all parameters: those of the products, unless the layer has others too.
  var gradients: [ParameterGradient] { get }
  /// The states to go on from in a later batch, each [1, B, H], and together as many columns as the layer says.
  var carriedStates: [PanelMatrix] { get }
  /// What a trace shows; nil where there is nothing, as in a layer without a state or of both directions.
  var traced: TracedSequence? { get }

  /// Takes what the layer reads of the flat array of parameters besides kernels, before a batch.
  func take(_ parameters: UnsafePointer<Float>)
  /// Computes the outputs of rows of the batch, and leaves what the way back needs.
  func forward(rows: Range<Int>, _ context: PassContext)
  /// Takes the gradient of the outputs of the same rows to the pre-activations, and to the inputs.
  ///
  /// Behind the end of a row both gradients are zero.
  func backward(rows: Range<Int>, _ context: PassContext)
}

extension LayerPass {
  package var products: [KernelProduct] { [] }
  package var gradients: [ParameterGradient] { products.map { $0.gradient.asParameterGradient } }
  package var carriedStates: [PanelMatrix] { [] }
  package var traced: TracedSequence? { nil }
  package func take(_ parameters: UnsafePointer<Float>) {}
}
