import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

extension OptionReader {
  /// Reads `adam`, `adam: {learning_rate: 0.001}` or `sgd: {…}`; Adam with TensorFlow's defaults when nothing is given.
  mutating func optimizer(_ key: String) -> any Optimizer {
    let standard = Adam(learningRate: 0.001)
    guard let value = value(key), let (name, written) = variant(value, of: "optimizer", among: ["adam", "sgd"])
    else { return standard }
    let optimizer = nested(written, owner: "'\(name)'") { options -> (any Optimizer)? in
      let rate = options.number("learning_rate", in: 0...1e6)
      guard name == "adam" else {
        return SGD(learningRate: rate ?? 0.01, momentum: options.number("momentum", in: 0...1) ?? 0)
      }
      return Adam(
        learningRate: rate ?? 0.001, beta1: options.number("beta_1", in: 0...0.999999) ?? 0.9,
        beta2: options.number("beta_2", in: 0...0.9999999) ?? 0.999,
        epsilon: options.number("epsilon", in: 0...1) ?? 1e-8)
    }
    return optimizer ?? standard
  }
}

extension Optimizer {
  /// Kind and options, under the names that a notebook gives them.
  var settings: [CellMeaning.Setting] {
    if let adam = self as? Adam {
      return [
        CellMeaning.Setting("optimizer", "adam"), CellMeaning.Setting("learning_rate", "\(adam.learningRate)"),
        CellMeaning.Setting("beta_1", "\(adam.beta1)"), CellMeaning.Setting("beta_2", "\(adam.beta2)"),
        CellMeaning.Setting("epsilon", "\(adam.epsilon)"),
      ]
    }
    guard let sgd = self as? SGD else { return [] }
    return [
      CellMeaning.Setting("optimizer", "sgd"), CellMeaning.Setting("learning_rate", "\(sgd.learningRate)"),
      CellMeaning.Setting("momentum", "\(sgd.momentum)"),
    ]
  }
}
