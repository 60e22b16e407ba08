package import Datasets
package import RecurrentEngine

extension ExampleShape {
  /// What is to be told when, such as `a class at each time step`.
  package var toldPhrase: String {
    switch (target, told) {
    case (.classes, .once): "one class an example"
    case (.classes, .eachStep): "a class at each time step"
    case (.numbers, .once): "\(target.phrase) an example"
    case (.numbers, .eachStep): "\(target.phrase) at each time step"
    }
  }
}

extension ExampleShape.Target {
  /// What is told, such as `10 classes`.
  package var phrase: String {
    switch self {
    case .classes(let count): "\(count) classes"
    case .numbers(let count): count == 1 ? "1 number" : "\(count) numbers"
    }
  }

  /// What a loss on it holds outputs against.
  package var ofLoss: Loss.Target {
    switch self {
    case .classes: .class
    case .numbers: .number
    }
  }
}
