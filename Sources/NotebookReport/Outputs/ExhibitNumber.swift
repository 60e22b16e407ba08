/// What a figure or a table is called on its page: `Figure 3`.
struct ExhibitNumber: Hashable {
  enum Kind {
    case figure
    case table
  }

  let kind: Kind
  let number: Int
  /// In the language of the page.
  let text: String
}

extension Phrases {
  /// `Figure 3`.
  func text(_ kind: ExhibitNumber.Kind, _ number: Int) -> String {
    switch kind {
    case .figure: "\(figure)\(beforeNumber)\(number)"
    case .table: "\(table)\(beforeNumber)\(number)"
    }
  }
}
