package import NotebookSyntax

/// What was measured when a notebook ran last, as it is shown.
package struct LastMeasured {
  /// A number by its name.
  let number: (FieldReference) -> String?
  /// All numbers of a cell by its label, in the order to list them.
  let numbers: (_ label: String) -> [(name: String, text: String)]

  package init(
    number: @escaping (FieldReference) -> String?,
    numbers: @escaping (_ label: String) -> [(name: String, text: String)]
  ) {
    self.number = number
    self.numbers = numbers
  }

  /// Where nothing ran.
  package static var nothing: LastMeasured { LastMeasured(number: { _ in nil }, numbers: { _ in [] }) }

  /// More are not listed.
  private static let most = 12

  /// The numbers of a cell in one line; nil where there are none.
  func phrase(of label: String) -> String? {
    let numbers = numbers(label)
    guard !numbers.isEmpty else { return nil }
    let listed = numbers.prefix(Self.most).map { "`\($0.name)` \($0.text)" }.joined(separator: ", ")
    return "Last measured: \(listed)\(numbers.count > Self.most ? " and \(numbers.count - Self.most) more" : "")"
  }
}
