import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

extension Optimizer {
  /// Reads `adam`, `adam: {learning_rate: 0.001}` or `sgd: {…}`; Adam with TensorFlow's defaults when nothing is given.
  static func read(_ key: String, from options: inout OptionReader) -> Optimizer {
    let standard = Optimizer.adam(learningRate: 0.001)
    guard let value = options.value(key),
      let (name, written) = options.variant(value, of: "optimizer", among: ["adam", "sgd"])
    else { return standard }
    let optimizer = options.nested(written, owner: "'\(name)'") { options -> Optimizer? in
      let rate = options.number("learning_rate", in: 0...1e6)
      guard name == "adam" else {
        return .sgd(learningRate: rate ?? 0.01, momentum: options.number("momentum", in: 0...1) ?? 0)
      }
      return .adam(
        learningRate: rate ?? 0.001, beta1: options.number("beta_1", in: 0...0.999999) ?? 0.9,
        beta2: options.number("beta_2", in: 0...0.9999999) ?? 0.999,
        epsilon: options.number("epsilon", in: 0...1) ?? 1e-8)
    }
    return optimizer ?? standard
  }

  var learningRate: Double {
    switch self {
    case .adam(let learningRate, _, _, _), .sgd(let learningRate, _): learningRate
    }
  }

  /// Kind and options, under the names that a notebook gives them.
  var settings: [CellMeaning.Setting] {
    switch self {
    case .adam(let learningRate, let beta1, let beta2, let epsilon):
      [
        CellMeaning.Setting("optimizer", "adam"), CellMeaning.Setting("learning_rate", "\(learningRate)"),
        CellMeaning.Setting("beta_1", "\(beta1)"), CellMeaning.Setting("beta_2", "\(beta2)"),
        CellMeaning.Setting("epsilon", "\(epsilon)"),
      ]
    case .sgd(let learningRate, let momentum):
      [
        CellMeaning.Setting("optimizer", "sgd"), CellMeaning.Setting("learning_rate", "\(learningRate)"),
        CellMeaning.Setting("momentum", "\(momentum)"),
      ]
    }
  }
}
