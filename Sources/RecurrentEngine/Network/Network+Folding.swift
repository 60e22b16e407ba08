extension Network {
  /// The places of linear layers that are taken as one with the next: their product takes fewer multiplications a row.
  ///
  /// A layer that another is folded into is not folded itself.
  var foldedLayers: Set<Int> {
    let shapes = kernelShapes
    var folded: Set<Int> = []
    for index in 0..<(lastRecurrentIndex ?? 0) where !folded.contains(index - 1) {
      guard case .dense(let layer) = layers[index], layer.activation == .none else { continue }
      let (front, behind) = (shapes[index], shapes[index + 1])
      let apart = front.inputs * front.units + front.units * behind.columns
      if front.inputs * behind.columns < apart { folded.insert(index) }
    }
    return folded
  }
}
