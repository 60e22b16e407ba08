/// Which points of a sweep are meant: `(rate=0.01, seed=2)`.
package struct PointSettings: Sendable, Hashable {
  /// In the order of the names, so that it does not matter in which they are written.
  private let values: [String: String]

  /// Points by the values of what is swept over.
  package init(_ values: [String: String]) {
    self.values = values
  }

  /// As they stand behind a name; nothing where nothing is said.
  package var text: String {
    values.isEmpty
      ? "" : "(" + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") + ")"
  }

  /// Takes what stands in parentheses out of a name.
  ///
  /// - Returns: The name without it, and what it says; nil when there are parentheses that say no such thing.
  static func taken(out text: some StringProtocol) -> (bare: Substring, settings: PointSettings?)? {
    let text = Substring(text)
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
      return (text, nil)
    }
    guard let settings = PointSettings(text[text.index(after: open)..<close]) else { return nil }
    let (name, rest) = (text[..<open], text[text.index(after: close)...])
    guard name.contains("."), !name.contains("@"), rest.isEmpty || rest.first == "@" || rest.hasPrefix(".mean@") else {
      return nil
    }
    return (name + rest, settings)
  }

  private init?(_ text: Substring) {
    var values: [String: String] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let (name, value) = (part[..<sign].trimmingSpaces, part[part.index(after: sign)...].trimmingSpaces)
      guard FieldReference.isName(name), !value.isEmpty, values[String(name)] == nil else { return nil }
      values[String(name)] = String(value)
    }
    self.values = values
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? start[start.endIndex...]
  }
}
