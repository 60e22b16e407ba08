/// Reads a formula in the part of TeX that the manual names, up to the first thing that is not in it.
struct FormulaReader {
  let scalars: [Unicode.Scalar]
  var place = 0
  private var depth = 0
  /// The alphabet of the letters that are read; nil where they are variables.
  var alphabet: FormulaAlphabet?

  /// The most characters of a formula.
  static let mostCharacters = 2000
  /// The most levels of parts in parts.
  static let mostNesting = 24

  /// Reads a formula without the signs around it.
  static func read(_ scalars: [Unicode.Scalar]) -> Result<[FormulaNode], FormulaMistake> {
    guard scalars.count <= mostCharacters else {
      return .failure(
        FormulaMistake(at: 0, "a formula has at most \(mostCharacters) characters, and this one has \(scalars.count)"))
    }
    var reader = FormulaReader(scalars: scalars)
    return Result { () throws(FormulaMistake) in try reader.whole() }
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func whole() throws(FormulaMistake) -> [FormulaNode] {
    let nodes = try row()
    guard let next else { return nodes }
    switch next {
    case "}": throw FormulaMistake(at: place, "'}' closes nothing", suggestion: "write \\} for the bracket itself")
    case "&": throw FormulaMistake(at: place, "'&' divides the cells of a matrix, and stands in none")
    default:
      let name = command(at: place)
      throw FormulaMistake(
        at: place, length: name.count + 1,
        name == "\\"
          ? "'\\\\' ends a row of a matrix, of cases or of aligned lines, and stands in none"
          : "'\\\(name)' closes nothing")
    }
  }
}

/// What stands in a row.
extension FormulaReader {
  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func skipBlanks() {
    while let next, next.properties.isWhitespace { place += 1 }
  }

  /// The name of the command that begins in a place; empty where none does.
  func command(at start: Int) -> String {
    guard start + 1 < scalars.count, scalars[start] == "\\" else { return "" }
    let letters = scalars[(start + 1)...].prefix { $0.isASCII && $0.properties.isAlphabetic }
    return letters.isEmpty ? String(scalars[start + 1]) : String(String.UnicodeScalarView(letters))
  }

  /// Whether what comes next ends a row.
  private var endsRow: Bool {
    guard let next else { return true }
    return next == "}" || next == "&" || next == "\\" && ["\\", "right", "end"].contains(command(at: place))
  }

  mutating func row() throws(FormulaMistake) -> [FormulaNode] {
    guard depth < Self.mostNesting else {
      throw FormulaMistake(at: place, "the parts of a formula are nested at most \(Self.mostNesting) levels deep")
    }
    depth += 1
    defer { depth -= 1 }
    var nodes: [FormulaNode] = []
    skipBlanks()
    while !endsRow {
      let node = try scripted()
      // The letters of a word stand together.
      if alphabet == .upright, case .upright(let letter) = node, case .upright(let word)? = nodes.last {
        nodes[nodes.count - 1] = .upright(word + letter)
      } else {
        nodes.append(node)
      }
      skipBlanks()
    }
    return nodes
  }

  /// Something with what stands below and above it.
  private mutating func scripted() throws(FormulaMistake) -> FormulaNode {
    let base: FormulaNode = next == "^" || next == "_" || next == "'" ? .row([]) : try atom()
    var (below, above, primes): (FormulaNode?, FormulaNode?, String) = (nil, nil, "")
    while true {
      skipBlanks()
      let start = place
      switch next {
      case "'":
        place += 1
        primes += "′"
      case "_":
        guard below == nil else { throw Self.twice("_", at: start) }
        place += 1
        below = try argument(of: "_", from: start)
      case "^":
        guard above == nil else { throw Self.twice("^", at: start) }
        place += 1
        above = try argument(of: "^", from: start)
      default:
        if !primes.isEmpty {
          above = above.map { .row([.sign(primes, .closing), $0]) } ?? .sign(primes, .closing)
        }
        return below == nil && above == nil ? base : .scripts(base, below: below, above: above)
      }
    }
  }

  private static func twice(_ sign: String, at place: Int) -> FormulaMistake {
    FormulaMistake(
      at: place, "'\(sign)' stands once behind a letter", suggestion: "put what belongs together in braces")
  }

  /// What stands behind a sign or command: a group, or a single thing.
  mutating func argument(of owner: String, from start: Int) throws(FormulaMistake) -> FormulaNode {
    skipBlanks()
    guard !endsRow, let next, !"^_'".unicodeScalars.contains(next) else {
      throw FormulaMistake(at: start, length: owner.count, "'\(owner)' is followed by what it is about")
    }
    if next.isDigit {
      place += 1
      return number(String(next))
    }
    guard depth < Self.mostNesting else { return .row(try row()) }
    depth += 1
    defer { depth -= 1 }
    return try atom()
  }

  private mutating func group() throws(FormulaMistake) -> FormulaNode {
    let start = place
    place += 1
    let nodes = try row()
    guard next == "}" else { throw FormulaMistake(at: start, "'{' is closed by '}'") }
    place += 1
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private func number(_ digits: String) -> FormulaNode {
    guard let alphabet else { return .number(digits) }
    return .number(digits.unicodeScalars.map { alphabet.character($0) ?? String($0) }.joined())
  }

  private mutating func atom() throws(FormulaMistake) -> FormulaNode {
    guard let next else { return .row([]) }
    switch next {
    case "{": return try group()
    case "\\": return try command()
    case _ where next.isDigit:
      let start = place
      while let digit = self.next,
        digit.isDigit || digit == "." && place + 1 < scalars.count && scalars[place + 1].isDigit
      {
        place += 1
      }
      return number(String(String.UnicodeScalarView(scalars[start..<place])))
    case _ where next.properties.isAlphabetic:
      guard let alphabet else {
        place += 1
        return .variable(String(next))
      }
      guard let letter = alphabet.character(next) else {
        throw FormulaMistake(at: place, "'\\\(alphabet.rawValue)' has no '\(next)'")
      }
      place += 1
      return .upright(letter)
    default:
      guard let sign = FormulaCommands.sign(next) else {
        throw FormulaMistake(
          at: place, "'\(next)' stands for nothing in a formula",
          suggestion: "%#".unicodeScalars.contains(next) ? "write \\\(next)" : nil)
      }
      place += 1
      return sign
    }
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}
