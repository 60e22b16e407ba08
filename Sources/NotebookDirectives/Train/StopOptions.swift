import NotebookPlanning
import NotebookResults

/// `stop`: when a training ends before its last step.
enum StopOptions: NestedOptions {
  static let owner = "'stop'"
  static let summary = "Ends the training when a quantity has not become better for a while."
  /// Whether it stops can only be known by going on.
  static let dependsOnLength = true
  static let on = DeclaredOption(
    "on", .measureName, "The quantity.", isRequired: true, suggestion: "write 'on: validation_loss'",
    alsoKnownAs: ["monitor", "metric"])
  static let patience = DeclaredOption(
    "patience", .integer(1...1_000_000), "How many measurements may go by without a better one.", isRequired: true)
  static let options: [any OptionDeclaration] = [on, patience]

  static func make(_ values: inout OptionValues) -> EarlyStop? {
    guard let on = values[on], let patience = values[patience] else { return nil }
    return EarlyStop(measure: on, patience: patience)
  }
}

extension OptionType where Value == String {
  /// The name of a quantity that `report` measures, one that can be better or worse.
  static var measureName: OptionType<String> {
    OptionType(
      form: .name(.reported, "a quantity that `report` measures"), examples: ["batch_loss", "test_loss"],
      phrase: { $0 }
    ) { $2.text(of: $0, as: $1) }
  }
}
