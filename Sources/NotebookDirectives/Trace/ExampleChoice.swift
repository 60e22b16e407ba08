import NotebookPlanning
import NotebookSyntax

/// Which example of a part is meant.
enum ExampleChoice: Sendable, Hashable {
  /// By its number, from 1.
  case number(Int)
  /// The first that the network reads correctly.
  case right
  /// The first that it does not.
  case wrong
}

extension OptionType where Value == ExampleChoice {
  /// A number, or the first that is read right or wrong.
  static var example: OptionType<ExampleChoice> {
    let numbers = 1...100_000_000
    let phrase = { @Sendable (choice: ExampleChoice) -> String in
      switch choice {
      case .number(let number): "\(number)"
      case .right: "right"
      case .wrong: "wrong"
      }
    }
    return OptionType(
      form: .either([.integer(numbers, unit: nil), .words(["right", "wrong"])]), examples: ["2", "wrong"],
      phrase: phrase
    ) { value, what, reader in
      guard let text = reader.text(of: value, as: what) else { return nil }
      switch text {
      case "right": return .right
      case "wrong": return .wrong
      default: return reader.integer(of: value, as: what, in: numbers).map { .number($0) }
      }
    }
  }
}
