/// Some of a network's parameters as one tensor of another library, or as the sum of two of one shape.
struct TensorBlock: Sendable, Hashable {
  /// The name of the tensor that has the parameters, and perhaps of one that has nothing but constants.
  let names: [String]
  let shape: [Int]
  let block: ParameterBlock
  /// What each gate in the tensor's order has besides the parameters.
  let constants: [Float]

  /// The same under other names, as many as there are.
  func named(_ names: [String]) -> TensorBlock {
    TensorBlock(names: names, shape: shape, block: block, constants: constants)
  }

  /// The values of each tensor.
  ///
  /// Of two, the second has the constants, so that nothing is rounded; one alone has the sums.
  func tensors(of parameters: [Float]) -> [Tensor] {
    var values = [Float](repeating: 0, count: block.count)
    let isAlone = names.count == 1
    block.forEach { element, parameter, gate in
      values[element] =
        isAlone && constants[gate] != 0
        ? parameters[parameter] + constants[gate] : parameters[parameter]
    }
    let first = Tensor(name: names[0], shape: shape, values: values)
    return [first]
      + names.dropFirst().map { name in
        var values = [Float](repeating: 0, count: block.count)
        block.forEach { element, _, gate in values[element] = constants[gate] }
        return Tensor(name: name, shape: shape, values: values)
      }
  }

  /// Puts where they belong the sums of the tensors without the constants, each rounded once.
  func put(_ tensors: [[Float]], into parameters: inout [Float]) {
    block.forEach { element, parameter, gate in
      if tensors.count == 1, constants[gate] == 0 {
        parameters[parameter] = tensors[0][element]
      } else {
        let sum = tensors.reduce(0.0) { $0 + Double($1[element]) }
        parameters[parameter] = Float(sum - Double(constants[gate]))
      }
    }
  }
}
