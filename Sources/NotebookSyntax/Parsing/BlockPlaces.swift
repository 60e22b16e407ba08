/// Where pictures and links of a block stand, which libcmark does not tell: looked for in the block's lines.
struct BlockPlaces {
  let block: CommonMarkTree.Block
  let lines: SourceLines

  /// Says of each picture that a page shows none.
  var pictureProblems: [Diagnostic] {
    guard !block.images.isEmpty else { return [] }
    let places = places(of: "![")
    return block.images.enumerated().map { index, address in
      Diagnostic(
        .image, at: index < places.count ? places[index].position : start,
        "a page stands alone and shows no picture from '\(address)'", suggestion: "link to it: [text](\(address))")
    }
  }

  /// The links to places of the page, in the order of their block, each where its address is next.
  var links: [PageLink] {
    guard !block.pageLinks.isEmpty else { return [] }
    var places = places(of: "#")[...]
    return block.pageLinks.map { target in
      // An address may be written elsewhere, so it is looked for near by alone.
      let found = places.prefix(16).firstIndex { $0.rest.hasPrefix(target) }
      let place = found.map { places[$0].position } ?? start
      if let found { places = places.suffix(from: found + 1) }
      return PageLink(target: target, position: place)
    }
  }

  /// Says of what is no markup here that it is none; what has a backslash before it was meant to be text.
  var foreignProblems: [Diagnostic] {
    var (number, column) = (block.lines.lowerBound, 0)
    return block.foreign.compactMap { foreign in
      var isEscaped = false
      for line in number...block.lines.upperBound {
        let text = lines[line].unicodeScalars.dropFirst(line == number ? column : 0)
        let skipped = line == number ? column : 0
        var rest = Substring(text)
        while let place = rest.firstRange(of: foreign.sign) {
          if rest[..<place.lowerBound].last == "\\" {
            isEscaped = true
            rest = rest[place.upperBound...]
            continue
          }
          let before = text.distance(from: text.startIndex, to: place.lowerBound)
          (number, column) = (line, skipped + before + 1)
          return foreign.problem(at: SourcePosition(line: line, column: column))
        }
      }
      return isEscaped ? nil : foreign.problem(at: start)
    }
  }

  private var start: SourcePosition { SourcePosition(line: block.lines.lowerBound) }

  /// Where a text stands, each with what follows up to the next.
  private func places(of text: String) -> [(position: SourcePosition, rest: Substring)] {
    block.lines.flatMap { number in
      let parts = lines[number].split(separator: text, omittingEmptySubsequences: false)
      var column = 1
      return zip(parts, parts.dropFirst()).map { part, rest in
        column += part.unicodeScalars.count
        defer { column += text.unicodeScalars.count }
        return (SourcePosition(line: number, column: column), rest)
      }
    }
  }
}
