import NotebookPlanning
import NotebookSyntax

/// How much of what there is a part takes.
enum PartSize: Sendable, Hashable {
  case count(Int)
  /// Of the whole, between 0 and 1.
  case share(Double)

  func count(of whole: Int) -> Int {
    switch self {
    case .count(let count): count
    case .share(let share): Int(share * Double(whole))
    }
  }
}

extension OptionType where Value == PartSize {
  /// A whole number of a range, or a share.
  static func partSize(_ range: ClosedRange<Int>) -> OptionType<PartSize> {
    OptionType(
      form: .either([.integer(range, unit: nil), .number(0...1, unit: nil)]), examples: ["20", "15"],
      phrase: { size in
        switch size {
        case .count(let count): "\(count)"
        case .share(let share): OptionText.number(share)
        }
      },
      read: { value, what, reader in
        guard let text = reader.text(of: value, as: what) else { return nil }
        if let share = OptionReader.number(text), 0 < share, share < 1 { return .share(share) }
        return reader.integer(of: value, as: what, in: range).map { .count($0) }
      })
  }
}
