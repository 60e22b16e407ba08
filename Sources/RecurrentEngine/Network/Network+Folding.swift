extension Network {
  /// The places of linear layers that are taken as one with the next: their product takes fewer multiplications a row.
  ///
  /// A layer that another is folded into is not folded itself.
  var foldedLayers: Set<Int> {
    let kernels = inputKernels
    var folded: Set<Int> = []
    for index in 0..<(lastRecurrentIndex ?? 0) where !folded.contains(index - 1) && layers[index].isLinear {
      guard let front = kernels[index], let behind = kernels[index + 1] else { continue }
      let apart = front.inputs * front.units + front.units * behind.columns
      if front.inputs * behind.columns < apart { folded.insert(index) }
    }
    return folded
  }
}
