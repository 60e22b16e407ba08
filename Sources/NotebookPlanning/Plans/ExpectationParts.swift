import NotebookSyntax

/// An expectation taken apart: what is measured, the relation, and what it is held against.
struct ExpectationParts {
  let left: String
  /// As written, which may be no relation.
  let sign: String
  let right: String

  private static let range = "in"

  init?(_ text: String) {
    let isSign: (Character) -> Bool = { "<>=!≥≤≠".contains($0) }
    if let start = text[Self.end(ofSettingsIn: text)...].firstIndex(where: isSign) {
      sign = String(text[start...].prefix(while: isSign))
      left = text[..<start].trimmed
      right = text[start...].dropFirst(sign.count).trimmed
    } else if let word = text.firstRange(of: " in ") {
      sign = Self.range
      left = text[..<word.lowerBound].trimmed
      right = text[word.upperBound...].trimmed
    } else {
      return nil
    }
  }

  /// Where what is said in parentheses of the points of a sweep is over, so that its signs are no relations.
  private static func end(ofSettingsIn text: String) -> String.Index {
    guard let close = text.firstIndex(of: ")"), let open = text[..<close].firstIndex(of: "("),
      text[..<open].allSatisfy({ !" <>=!≥≤≠".contains($0) })
    else { return text.startIndex }
    return text.index(after: close)
  }

  /// What has to hold; nil when the relation or what follows it is none.
  func condition(at position: SourcePosition) -> Expectation.Condition? {
    if sign == Self.range { return OptionReader.range(right).map { .range($0) } }
    guard let relation = Expectation.Relation(rawValue: sign) else { return nil }
    if let number = OptionReader.number(right) { return .number(relation, number) }
    return FieldReference(right, at: position).map { .field(relation, $0) }
  }

  /// The expectation that this was meant as; nil when that cannot be guessed.
  ///
  /// - Parameters:
  ///   - label: The cell that expects it.
  ///   - knows: Whether a cell measures a number of that name.
  /// - Returns: Another text.
  func meant(_ label: String, knows: (_ label: String, _ field: String) -> Bool) -> String? {
    let subject = FieldReference.isName(left) && knows(label, left) ? "\(label).\(left)" : left
    let number = right.last == "%" ? OptionReader.number(right.dropLast()).map { OptionText.number($0 / 100) } : nil
    let text = "\(subject) \(Self.meant[sign] ?? sign) \(number ?? right)"
    guard let other = ExpectationParts(text), FieldReference(subject, at: SourcePosition(line: 1)) != nil,
      other.condition(at: SourcePosition(line: 1)) != nil
    else { return nil }
    return text
  }

  /// The relations that other languages write otherwise.
  private static let meant = [
    "=": "==", "===": "==", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=", "!==": "!=", ">>": ">",
    "<<": "<", ">>=": ">=", "<<=": "<=",
  ]
}
