import Datasets

extension ClassTargets {
  /// The signs of an example, as much as there is room for.
  func seen(_ index: Int) -> String {
    guard case .text(let text) = view(of: index) else { return "" }
    return text.shortened
  }

  /// The classes that are to be told of an example, one after the other, as much as there is room for.
  func told(_ index: Int) -> String {
    (0..<shape.targets(steps: steps(of: index))).map { classNames[target(of: index, at: $0)] }.joined().shortened
  }
}

extension String {
  /// The same without its middle where it is long.
  var shortened: String { count <= 40 ? self : "\(prefix(18)) … \(suffix(18))" }
}
