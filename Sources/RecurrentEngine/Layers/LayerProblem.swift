/// Something that is wrong with a layer.
package struct LayerProblem: Sendable, Hashable {
  /// The option at fault, such as `units`; nil where it is the layer as a whole.
  let key: String?
  let message: String
  /// What would be right in its place; nil where nothing does or there is too much to choose from.
  let remedy: String?

  package init(_ key: String?, _ message: String, remedy: String? = nil) {
    self.key = key
    self.message = message
    self.remedy = remedy
  }
}

extension LayerProblem {
  /// The most units a layer may have.
  static let maximalUnits = 1 << 16

  /// What is wrong with a number of units.
  static func ofUnits(_ units: Int) -> [LayerProblem] {
    (1...maximalUnits).contains(units) ? [] : [LayerProblem("units", "a layer has between 1 and \(maximalUnits) units")]
  }

  /// What is wrong with initial values.
  static func of(_ initial: InitialValues) -> [LayerProblem] {
    let message = "initial values are finite numbers with a deviation of at least 0"
    var problems: [LayerProblem] = []
    if !initial.kernel.isUsable { problems.append(LayerProblem("initial", message)) }
    if initial.recurrent?.isUsable == false { problems.append(LayerProblem("recurrent_initial", message)) }
    return problems + ofBias(initial.bias, "bias")
  }

  /// What is wrong with a bias of that name.
  static func ofBias(_ bias: Double, _ key: String) -> [LayerProblem] {
    Float(bias).isFinite ? [] : [LayerProblem(key, "a bias is a finite number")]
  }
}
