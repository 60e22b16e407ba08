/// Commands that take something behind them.
extension FormulaReader {
  mutating func command() throws(FormulaMistake) -> FormulaNode {
    let start = place
    let name = command(at: start)
    place += 1 + name.unicodeScalars.count
    if let node = FormulaCommands.node(name) { return node }
    if let alphabet = FormulaAlphabet(rawValue: name) {
      let outer = self.alphabet
      self.alphabet = alphabet
      defer { self.alphabet = outer }
      return try argument(of: "\\" + name, from: start)
    }
    if let sign = FormulaCommands.accents[name] {
      let base = try argument(of: "\\" + name, from: start)
      return .accent(base, sign, isWide: name.hasPrefix("wide") || name == "overline")
    }
    switch name {
    case "frac":
      let above = try argument(of: "\\frac", from: start)
      return .fraction(above, over: try argument(of: "\\frac", from: start))
    case "sqrt": return try root(from: start)
    case "text": return .text(try words(of: "\\text", from: start))
    case "operatorname": return .function(try words(of: "\\operatorname", from: start), hasLimits: false)
    case "left": return try fenced(from: start)
    case "begin": return try grid(from: start)
    default:
      throw FormulaMistake(
        at: start, length: name.unicodeScalars.count + 1, "a formula knows no '\\\(name)'",
        suggestion: Spelling.nearest(to: name, among: FormulaCommands.names).map {
          Suggestion(meaning: "\\\($0)", by: "\\\(name)")
        })
    }
  }

  private mutating func root(from start: Int) throws(FormulaMistake) -> FormulaNode {
    skipBlanks()
    guard next == "[" else { return .root(try argument(of: "\\sqrt", from: start), degree: nil) }
    guard let end = scalars[place...].firstIndex(of: "]") else {
      throw FormulaMistake(at: place, "'[' is closed by ']'")
    }
    let degree = scalars[(place + 1)..<end]
    guard !degree.isEmpty, degree.allSatisfy({ $0.isASCII && ($0.isDigit || $0.properties.isAlphabetic) }) else {
      throw FormulaMistake(at: place, length: degree.count + 2, "the degree of a root is a number or a letter")
    }
    let text = String(String.UnicodeScalarView(degree))
    place = end + 1
    return .root(
      try argument(of: "\\sqrt", from: start), degree: degree.allSatisfy(\.isDigit) ? .number(text) : .variable(text))
  }

  /// Words in braces, which are no formula.
  private mutating func words(of owner: String, from start: Int) throws(FormulaMistake) -> String {
    skipBlanks()
    guard next == "{" else {
      throw FormulaMistake(at: start, length: owner.count, "'\(owner)' is followed by words in braces")
    }
    let opening = place
    place += 1
    var words = String.UnicodeScalarView()
    while let next, next != "}" {
      if next == "\\", place + 1 < scalars.count, "{}$%&#_".unicodeScalars.contains(scalars[place + 1]) { place += 1 }
      guard scalars[place] != "\\", next != "{" else {
        throw FormulaMistake(at: place, "'\(owner)' has words in its braces, and no commands or braces")
      }
      words.append(scalars[place].properties.isWhitespace ? " " : scalars[place])
      place += 1
    }
    guard next == "}" else { throw FormulaMistake(at: opening, "'{' is closed by '}'") }
    place += 1
    return String(words)
  }

  private mutating func fenced(from start: Int) throws(FormulaMistake) -> FormulaNode {
    let left = try bracket(of: "\\left", from: start)
    let nodes = try row()
    guard command(at: place) == "right" else {
      throw FormulaMistake(at: start, length: 5, "'\\left' is closed by '\\right'")
    }
    let end = place
    place += 6
    return .fenced(left, .row(nodes), try bracket(of: "\\right", from: end))
  }

  private mutating func bracket(of owner: String, from start: Int) throws(FormulaMistake) -> String {
    skipBlanks()
    if let next, next == "." || FormulaCommands.brackets.contains(next) {
      place += 1
      return next == "." ? "" : next == "<" ? "⟨" : next == ">" ? "⟩" : String(next)
    }
    let name = command(at: place)
    if case .sign(let sign, .opening)? = FormulaCommands.node(name) { return take(sign, name) }
    if case .sign(let sign, .closing)? = FormulaCommands.node(name) { return take(sign, name) }
    if case .sign(let sign, .bar)? = FormulaCommands.node(name) { return take(sign, name) }
    throw FormulaMistake(
      at: start, length: owner.count, "'\(owner)' is followed by a bracket",
      suggestion: "write a full stop for one that is not to be seen")
  }

  private mutating func take(_ sign: String, _ name: String) -> String {
    place += 1 + name.unicodeScalars.count
    return sign
  }

  private mutating func grid(from start: Int) throws(FormulaMistake) -> FormulaNode {
    let name = try words(of: "\\begin", from: start)
    guard let (left, right, kind) = FormulaCommands.grids[name] else {
      throw FormulaMistake(
        at: start, length: place - start, "a formula knows no '\\begin{\(name)}'",
        suggestion: "there is \(Spelling.list(FormulaCommands.grids.keys.sorted()))")
    }
    var rows: [[FormulaNode]] = [[]]
    while true {
      rows[rows.count - 1].append(.row(try row()))
      if next == "&" {
        place += 1
      } else if command(at: place) == "\\" {
        place += 2
        rows.append([])
      } else {
        break
      }
    }
    try endGrid(name, from: start)
    // What ends the last row leaves an empty one behind it.
    if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
    let grid = FormulaNode.grid(rows, kind)
    return left.isEmpty && right.isEmpty ? grid : .fenced(left, grid, right)
  }

  private mutating func endGrid(_ name: String, from start: Int) throws(FormulaMistake) {
    let end = place
    var found = command(at: place)
    if found == "end" {
      place += 4
      found = try words(of: "\\end", from: end)
    }
    guard found == name else {
      throw FormulaMistake(at: start, length: name.count + 8, "'\\begin{\(name)}' is closed by '\\end{\(name)}'")
    }
  }
}
