/// A line of YAML taken apart without knowing YAML, to guess what its author meant; columns count from 0.
struct WrittenLine {
  /// The key of a line `key: value`, with where its value begins.
  struct Key {
    let text: String
    let valueStart: Int
  }

  let text: String
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  subscript(_ column: Int) -> Unicode.Scalar? { scalars.indices.contains(column) ? scalars[column] : nil }

  var indentation: Int { scalars.prefix { $0 == " " }.count }
  var isBlankOrComment: Bool { isBlank || self[indentation] == "#" }
  var isBlank: Bool { scalars.allSatisfy { $0 == " " || $0 == "\t" } }

  /// From a column to the end of the line, without blanks at its end.
  func text(from column: Int) -> String {
    let rest = scalars.dropFirst(max(0, column))
    return Self.string(rest.dropLast(rest.reversed().prefix { $0 == " " || $0 == "\t" }.count))
  }

  func text(before column: Int) -> String { Self.string(scalars.prefix(max(0, column))) }

  func replacing(_ column: Int, by scalar: Unicode.Scalar) -> String {
    guard scalars.indices.contains(column) else { return text }
    var changed = scalars
    changed[column] = scalar
    return Self.string(changed)
  }

  func replacing(first old: Unicode.Scalar, by new: Unicode.Scalar) -> String {
    scalars.firstIndex(of: old).map { replacing($0, by: new) } ?? text
  }

  /// The key that the line begins with, after the dashes of a list.
  var key: Key? {
    var start = indentation
    while self[start] == "-", self[start + 1] == " " { start += 2 }
    guard let colon = (start..<max(start, scalars.count)).first(where: { isColon(at: $0) }), colon > start else {
      return nil
    }
    let name = scalars[start..<colon]
    guard name.allSatisfy({ $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }) else {
      return nil
    }
    let blanks = scalars[(colon + 1)...].prefix { $0 == " " }.count
    return Key(text: Self.string(name), valueStart: colon + 1 + blanks)
  }

  /// The line with its key alone; empty when it has none.
  var withoutValue: String { key.map { text(before: $0.valueStart) } ?? "" }

  /// Where a quote begins a value and none ends it on this line.
  var openQuote: Int? {
    var column = 0
    var mayBegin = true
    while column < scalars.count {
      let scalar = scalars[column]
      if mayBegin, scalar == "\"" || scalar == "'" {
        guard let end = closing(scalar, from: column + 1) else { return column }
        column = end
      }
      if mayBegin, scalar == "#" { return nil }
      mayBegin =
        scalar == " " ? mayBegin : "[{,".unicodeScalars.contains(scalar) || isColon(at: column) || isDash(at: column)
      column += 1
    }
    return nil
  }

  private func closing(_ quote: Unicode.Scalar, from start: Int) -> Int? {
    var column = start
    while column < scalars.count {
      if scalars[column] == "\\", quote == "\"" {
        column += 1
      } else if scalars[column] == quote {
        guard quote == "'", self[column + 1] == "'" else { return column }
        column += 1
      }
      column += 1
    }
    return nil
  }

  private func isColon(at column: Int) -> Bool { scalars[column] == ":" && (self[column + 1] ?? " ") == " " }
  private func isDash(at column: Int) -> Bool { scalars[column] == "-" && (self[column + 1] ?? " ") == " " }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// A line such as `train = 100` or `train:100`, which was meant as an option.
struct Assignment {
  let name: String
  let value: String
  /// Whether a blank stands before and after the sign.
  let isSpaced: Bool

  /// The option as the notebook language writes it.
  var option: String { "\(name): \(value)" }

  init?(_ text: String) {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let rest = text.dropFirst(name.count)
    let before = rest.prefix { $0 == " " }
    guard let sign = rest.dropFirst(before.count).first, sign == "=" || sign == ":" && before.isEmpty,
      name.first?.isLetter == true
    else { return nil }
    let after = rest.dropFirst(before.count + 1)
    value = String(after.drop { $0 == " " })
    guard !value.isEmpty, !value.contains(where: \.isNewline), value.first != "=", value.count <= 60 else { return nil }
    self.name = String(name)
    isSpaced = sign == "=" && !before.isEmpty && after.first == " "
  }
}
