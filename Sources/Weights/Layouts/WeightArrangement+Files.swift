import RecurrentEngine

extension WeightArrangement {
  /// What a file with the parameters has, in the order of the file.
  package var expected: [TensorInfo] {
    SafetensorsFile.infos(blocks.flatMap { block in block.names.map { ($0, block.shape) } })
  }

  /// The bytes of a file with the parameters, whatever they are.
  package var fileSize: Int { SafetensorsFile.size(of: expected, metadata: metadata) }

  /// The parameters as tensors with their names.
  package func tensors(of parameters: [Float]) -> [Tensor] {
    precondition(parameters.count == parameterCount, "there is a value for every parameter of the network")
    return blocks.flatMap { $0.tensors(of: parameters) }
  }

  /// The bytes of a file with the parameters.
  package func file(of parameters: [Float]) -> [UInt8] {
    SafetensorsFile.bytes(of: tensors(of: parameters), metadata: metadata)
  }

  /// What keeps the tensors of a file from being the network's parameters; empty when nothing does.
  ///
  /// - Parameters:
  ///   - tensors: What the file has.
  ///   - metadata: What it says besides.
  /// - Returns: A sentence each.
  package func problems(with tensors: [TensorInfo], metadata: [String: String]) -> [String] {
    var problems: [String] = []
    let found = Dictionary(tensors.map { ($0.name, $0) }) { first, _ in first }
    let expected = blocks.flatMap { block in block.names.map { (name: $0, shape: block.shape) } }
    for (name, shape) in expected {
      guard let tensor = found[name] else {
        problems.append("there is no tensor '\(name)' \(TensorInfo.text(of: shape))")
        continue
      }
      if tensor.shape != shape {
        problems.append("'\(name)' is \(tensor.shapeText), and the network has \(TensorInfo.text(of: shape))")
      }
      if !tensor.element.isExactFloat {
        problems.append(
          "'\(name)' has elements of the kind \(tensor.element.rawValue), and weights are F32, F16 or BF16")
      }
    }
    let names = Set(expected.map(\.name))
    for tensor in tensors where !names.contains(tensor.name) {
      problems.append("the network has no place for '\(tensor.name.shown)' \(tensor.shapeText)")
    }
    // What is added to the sums and lies in no tensor has to be what the network adds.
    if layout == .tf1, metadata[Self.layoutKey] != nil, metadata[Self.constantsKey] != self.metadata[Self.constantsKey]
    {
      problems.append(
        "its weights go with the constants \((metadata[Self.constantsKey] ?? "0").shown), and the network has "
          + (self.metadata[Self.constantsKey] ?? "0"))
    }
    return problems
  }

  /// The parameters that a file holds, of which ``problems(with:metadata:)`` has nothing to say; nil for one of which it has.
  package func parameters(in file: SafetensorsFile) -> [Float]? {
    guard problems(with: file.tensors, metadata: file.metadata).isEmpty else { return nil }
    let found = Dictionary(file.tensors.map { ($0.name, $0) }) { first, _ in first }
    var parameters = [Float](repeating: 0, count: parameterCount)
    for block in blocks {
      let tensors = block.names.compactMap { found[$0].flatMap { file.values(of: $0) } }
      guard tensors.count == block.names.count else { return nil }
      block.put(tensors, into: &parameters)
    }
    return parameters
  }
}

extension WeightLayout {
  /// The layout that a file says it has; nil where it says nothing.
  package init?(metadata: [String: String]) {
    guard let layout = metadata[WeightArrangement.layoutKey] else { return nil }
    self.init(rawValue: layout)
  }
}
