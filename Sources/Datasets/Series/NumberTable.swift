/// A table in memory, of which every line is a time step and every column a number at each.
package struct NumberTable: Sendable {
  package let findings: NumberTableFindings
  /// By column, then by line; nothing in a column where something is no number.
  let columns: [[Double]]

  init(names: [String]?, columns: [[Double]], strays: [NumberTableFindings.Stray?], lines: Int) {
    self.columns = columns
    findings = NumberTableFindings(
      names: names, strays: strays, lines: lines, digest: Self.digest(names, columns, strays))
  }

  package func numbers(of column: Int) -> [Double] { columns[column] }

  private static func digest(
    _ names: [String]?, _ columns: [[Double]], _ strays: [NumberTableFindings.Stray?]
  ) -> String {
    var hasher = SHA256.Hasher()
    func update(_ hasher: inout SHA256.Hasher, _ text: String) {
      Array("\(text.utf8.count) \(text)".utf8).withUnsafeBytes { hasher.update($0) }
    }
    for (index, column) in columns.enumerated() {
      update(&hasher, names?[index] ?? "")
      update(&hasher, strays[index].map { "line \($0.line) \($0.found)" } ?? "")
      column.withUnsafeBytes { hasher.update($0) }
    }
    return SHA256.hexadecimal(hasher.finish())
  }
}

/// What is known of a table once it has been read: everything but its numbers.
package struct NumberTableFindings: DataFindings, Hashable {
  /// A field that is no number.
  package struct Stray: Sendable, Hashable, Codable {
    /// In the file, from 1.
    package let line: Int
    package let found: String
  }

  /// What the first line calls the columns; nil where it has numbers.
  package let names: [String]?
  /// The first field of each column that is no number.
  package let strays: [Stray?]
  /// How many lines of numbers there are.
  package let lines: Int
  /// What names columns and numbers, in hexadecimal.
  package let digest: String

  /// How many columns there are.
  package var columns: Int { strays.count }

  package var arePossible: Bool {
    Self.possibleCounts.contains(lines) && !strays.isEmpty && names?.count ?? columns == columns
  }

  /// The columns that a notebook means: those of a name, or the one of a place from 1 on.
  package func columns(called text: String) -> [Int] {
    if let names {
      let named = names.indices.filter { names[$0] == text }
      if !named.isEmpty { return named }
    }
    return Int(text).flatMap { (1...columns).contains($0) ? [$0 - 1] : nil } ?? []
  }

  /// What a column is called.
  package func name(of column: Int) -> String {
    names.flatMap { $0[column].isEmpty ? nil : $0[column] } ?? "column \(column + 1)"
  }
}
