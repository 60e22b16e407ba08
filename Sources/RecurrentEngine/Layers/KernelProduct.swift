/// A kernel at work: packed before a batch, multiplied by on both ways, its gradient computed after them.
package struct KernelProduct {
  let kernel: PackedKernel
  /// The linear layer in front that is multiplied in, if there is one.
  let fold: LinearFold?
  let gradient: WeightGradient
}
