/// The change of one option's value in a notebook's text; everything else stays as it is, byte for byte.
package struct OptionEdit: Sendable, Hashable {
  /// The option's name, or the way to it from the outside in: `optimizer.adam.learning_rate`.
  package let path: [String]
  /// As YAML writes it in one line.
  package let value: String

  package init(_ path: String, value: String) {
    self.path = path.split(separator: ".").map(String.init)
    self.value = value
  }

  /// The document's text with the change made in the cell whose fence begins on a line.
  package func applied(to document: NotebookDocument, cellOnLine line: Int) throws(OptionEditProblem) -> String {
    let blocks = document.blocks.lazy.compactMap { if case .directive(let block) = $0 { block } else { nil } }
    guard let block = blocks.first(where: { $0.lines.lowerBound == line }) else {
      throw OptionEditProblem("there is no such cell")
    }
    let found = Self.entries(named: path, in: block.options)
    guard found.count <= 1 else {
      throw OptionEditProblem(
        "'\(path.joined(separator: "."))' stands in this cell \(found.count) times; say which, as in 'outer.\(path[0])'"
      )
    }
    guard let entry = found.first else { return try Self.inserting(path, value, into: block, of: document) }
    return try Self.replacing(entry.value, by: value, in: document)
  }

  /// The entries that a path leads to: a single name may stand at any depth, the outermost first.
  private static func entries(named path: [String], in entries: [YAMLEntry]) -> [YAMLEntry] {
    guard let name = path.first else { return [] }
    let here = entries.filter { $0.key == name }
    if path.count > 1 { return here.flatMap { self.entries(named: Array(path.dropFirst()), in: $0.value.entries) } }
    return here.isEmpty ? entries.flatMap { self.entries(named: path, in: $0.value.entries) } : here
  }

  private static func replacing(
    _ old: YAMLValue, by value: String, in document: NotebookDocument
  ) throws(OptionEditProblem) -> String {
    guard let start = document.source.index(of: old.position) else { throw .notInOneLine }
    let line = document.source.unicodeScalars[start...].prefix { !$0.endsLine }
    let end =
      switch old.kind {
      case .scalar(_, isQuoted: true): endOfQuoted(line)
      case .scalar(let written, isQuoted: false): end(of: written, in: line)
      case .mapping, .sequence: endOfBrackets(line)
      }
    guard let end else { throw .notInOneLine }
    return document.source.replacingCharacters(in: start..<end, with: value)
  }

  /// Where the words that a line begins with end; nil when it begins otherwise, as a value of several lines does.
  private static func end(of written: String, in line: Substring.UnicodeScalarView) -> String.Index? {
    guard !written.isEmpty, line.starts(with: written.unicodeScalars) else { return nil }
    return line.index(line.startIndex, offsetBy: written.unicodeScalars.count)
  }

  /// Where the quotation that a line begins with ends; nil when it goes on in the next line, or is none.
  private static func endOfQuoted(_ line: Substring.UnicodeScalarView) -> String.Index? {
    guard let quote = line.first, quote == "\"" || quote == "'" else { return nil }
    var place = line.index(after: line.startIndex)
    while place < line.endIndex {
      let next = line.index(after: place)
      let follower = next < line.endIndex ? line[next] : nil
      // YAML writes a quotation mark inside as \" or as '', depending on which it is.
      if line[place] == (quote == "'" ? "'" : "\\"), let follower, quote == "\"" || follower == "'" {
        place = line.index(after: next)
      } else if line[place] == quote {
        return next
      } else {
        place = next
      }
    }
    return nil
  }

  /// Where the list or mapping in brackets that a line begins with ends; nil when it goes on in the next line, or stands on lines of its own.
  private static func endOfBrackets(_ line: Substring.UnicodeScalarView) -> String.Index? {
    guard let open = line.first, open == "{" || open == "[" else { return nil }
    var (place, depth) = (line.startIndex, 0)
    // A quotation is the whole of a value; elsewhere its mark is a character like any other.
    var beginsValue = true
    while place < line.endIndex {
      let scalar = line[place]
      if beginsValue, let end = endOfQuoted(line[place...]) {
        (place, beginsValue) = (end, false)
        continue
      }
      if scalar == "#", line[line.index(before: place)] == " " { return nil }
      if scalar == "{" || scalar == "[" { depth += 1 }
      if scalar == "}" || scalar == "]" { depth -= 1 }
      place = line.index(after: place)
      if depth == 0 { return place }
      beginsValue = "{[,:".unicodeScalars.contains(scalar) || scalar == " " && beginsValue
    }
    return nil
  }

  /// Adds a line before the closing fence, indented as the fence is.
  private static func inserting(
    _ path: [String], _ value: String, into block: DirectiveBlock, of document: NotebookDocument
  ) throws(OptionEditProblem) -> String {
    if path.count > 1, let taken = block.options.first(where: { $0.key == path[0] }) {
      throw OptionEditProblem(
        "'\(path[0])' is \(taken.value.kindName) here and has no '\(path.dropFirst().joined(separator: "."))'")
    }
    let fence = SourcePosition(line: block.lines.upperBound, column: 1)
    guard let start = document.source.index(of: fence), let name = path.first else { throw .notInOneLine }
    let inner = path.dropFirst().reversed().reduce(value) { "{\($1): \($0)}" }
    let indent = document.source[start...].prefix { $0 == " " || $0 == ">" || $0 == "\t" }
    let ending = document.source.unicodeScalars[..<start].lineEnd
    return document.source.replacingCharacters(in: start..<start, with: "\(indent)\(name): \(inner)\(ending)")
  }
}

/// Why a change cannot be made.
package struct OptionEditProblem: Error, Sendable, Hashable {
  package let phrase: String

  init(_ phrase: String) {
    self.phrase = phrase
  }

  static let notInOneLine = OptionEditProblem(
    "this value does not stand in one line; change it in the file, then type 'e'")
}

extension YAMLValue {
  /// The entries of a mapping, or of the mappings in a list.
  fileprivate var entries: [YAMLEntry] {
    switch kind {
    case .scalar: []
    case .mapping(let entries): entries
    case .sequence(let items): items.flatMap(\.entries)
    }
  }
}

extension String {
  /// Where a place of the file stands in its text.
  fileprivate func index(of position: SourcePosition) -> Index? {
    let scalars = unicodeScalars
    var place = startIndex
    for _ in 1..<position.line {
      guard let end = scalars[place...].firstIndex(where: \.endsLine) else { return nil }
      place = scalars.index(after: end)
      if scalars[end] == "\r", place < endIndex, scalars[place] == "\n" { place = scalars.index(after: place) }
    }
    return scalars.index(place, offsetBy: position.column - 1, limitedBy: endIndex)
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var scalars = unicodeScalars
    scalars.replaceSubrange(range, with: text.unicodeScalars)
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether lines end here, as CommonMark has it.
  fileprivate var endsLine: Bool { self == "\n" || self == "\r" }
}

extension Substring.UnicodeScalarView {
  /// How the last line ends.
  fileprivate var lineEnd: String {
    guard last == "\n" else { return last == "\r" ? "\r" : "\n" }
    return dropLast().last == "\r" ? "\r\n" : "\n"
  }
}
