package import RecurrentEngine

extension Network {
  /// Its layers with what each of them hands on, such as ``2 layers with 19210 parameters: `lstm` 64, `dense` 10``.
  package var phrase: String {
    let summary = summary
    let count = summary.count == 1 ? "1 layer" : "\(summary.count) layers"
    let shown = summary.prefix(Self.mostShown).map { layer in
      "`\(layer.kind)` \(layer.outputShape.map(String.init).joined(separator: " × "))"
    }
    let rest = summary.count > Self.mostShown ? " …" : ""
    return "\(count) with \(parameterCount) parameters: \(shown.joined(separator: ", "))\(rest)"
  }

  private static var mostShown: Int { 12 }
}
