extension WeightArrangement {
  /// What a module's tensors are called in it, and what shapes they have.
  private typealias Contents = [String: [Int]]

  /// The names of the modules that the weights lie in, each once, in the order of the layers.
  package var modules: [String] {
    blocks.flatMap(\.names).reduce(into: []) { modules, name in
      let module = self.module(of: name)
      if modules.last != module, !modules.contains(module) { modules.append(module) }
    }
  }

  /// The same where modules have other names, given by those that they have here.
  package func renamed(_ others: [String: String]) -> WeightArrangement {
    var renamed = self
    renamed.blocks = blocks.map { block in
      block.named(
        block.names.map { name in
          let module = module(of: name)
          return others[module].map { $0 + name.dropFirst(module.count) } ?? name
        })
    }
    return renamed
  }

  /// Whether a file has tensors of a module of that name.
  package func hasModule(_ name: String, in tensors: [TensorInfo]) -> Bool {
    tensors.contains { $0.name.hasPrefix(name + layout.separator) }
  }

  /// The modules that the tensors of a file lie in, each once, in the order of the file.
  package func modules(in tensors: [TensorInfo]) -> [String] {
    var seen: Set<String> = []
    return tensors.compactMap { tensor in
      let module = parts(of: tensor.name).dropLast().joined(separator: layout.separator)
      return !module.isEmpty && seen.insert(module).inserted ? module.shown : nil
    }
  }

  /// Which modules of a file are the network's, by what their tensors are called and by their shapes.
  ///
  /// - Parameter tensors: What the file has.
  /// - Returns: The file's name for each module that it calls otherwise; nil where there is any doubt, or something is left over.
  package func modulesByShape(in tensors: [TensorInfo]) -> [String: String]? {
    let expected = blocks.flatMap { block in block.names.map { (name: $0, shape: block.shape) } }
    guard expected.count == tensors.count else { return nil }
    var contents: [String: Contents] = [:]
    for (name, shape) in expected {
      let module = module(of: name)
      contents[module, default: [:]][String(name.dropFirst(module.count))] = shape
    }
    let depths = Set(contents.values.flatMap { $0.keys.map { parts(of: $0).count - 1 } })
    var found: [String: Contents] = [:]
    for tensor in tensors {
      let parts = parts(of: tensor.name)
      for depth in depths where depth < parts.count {
        let module = parts.dropLast(depth).joined(separator: layout.separator)
        found[module, default: [:]][String(tensor.name.dropFirst(module.count))] = tensor.shape
      }
    }
    var others: [String: String] = [:]
    for (module, content) in contents {
      let fitting = found.filter { $0.value == content }
      guard let name = fitting.first?.key, fitting.count == 1 else { return nil }
      others[module] = name
    }
    return Set(others.values).count == others.count ? others.filter { $0.key != $0.value } : nil
  }

  /// What stands between the separators of a name.
  private func parts(of name: String) -> [Substring] {
    name.split(separator: layout.separator, omittingEmptySubsequences: false)
  }

  /// The module of one of the names that a tensor has here.
  private func module(of name: String) -> String {
    String(name.prefix { String($0) != layout.separator })
  }
}
