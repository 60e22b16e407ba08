extension OptionPlaceReader {
  /// Whether a line begins with a key that cannot be inside the brackets that are open, which somebody has not closed yet.
  func beginsOutside(at start: Int) -> Bool {
    guard start < line.count, let outer = frames.last(where: { !$0.isInBrackets }), start <= max(outer.indent, 0) else {
      return false
    }
    let name = line[start...].prefix { $0.isPartOfName }
    return !name.isEmpty && name.endIndex < line.count && line[name.endIndex] == ":"
      && (name.endIndex + 1 == line.count || line[name.endIndex + 1].isBlank)
  }

  /// Reads the rest of a line from a bracket on, or from its beginning inside brackets.
  mutating func readBrackets(from start: Int) {
    var place = start
    repeat {
      let next = skipBlanks(from: place)
      if let column, column >= place, column < next || column == next && !beginsScalar(next) { noteBlank() }
      place = next
      if isEnd(place) { return }
      switch line[place] {
      case "{":
        markValue()
        openMapping(Frame(isInBrackets: true))
        place += 1
      case "[":
        markValue()
        frames.append(Frame(isMapping: false, isInBrackets: true))
        place += 1
      case "}", "]":
        closePair()
        frames.removeLast()
        place += 1
      case ",":
        closePair()
        beginNext()
        place += 1
      case ":":
        place += 1
      default:
        place = readScalar(from: place)
      }
    } while isInBrackets
  }

  private mutating func readScalar(from place: Int) -> Int {
    let scalar = scalar(from: place)
    let last = frames[frames.count - 1]
    guard let colon = scalar.colon else {
      if last.isMapping, last.key == nil {
        noteIfTouched(.key, frames.dropLast(), scalar.columns, until: scalar.limit, mapping: last.number)
      } else {
        noteIfTouched(last.isMapping ? .value : .either, frames, scalar.columns, until: scalar.limit)
        markValue()
      }
      return scalar.limit
    }
    if !last.isMapping {
      markValue()
      openMapping(Frame(isInBrackets: true, isPair: true))
    }
    take(scalar)
    return colon + 1
  }

  /// Leaves a pair that stands in a list without braces.
  private mutating func closePair() {
    if frames[frames.count - 1].isPair { frames.removeLast() }
  }

  /// Goes on to what follows a comma.
  private mutating func beginNext() {
    let last = frames.count - 1
    frames[last].key = nil
    frames[last].item += 1
    frames[last].hasValue = false
  }

  /// Notes a cursor between the words.
  private mutating func noteBlank() {
    guard let column else { return }
    let last = frames[frames.count - 1]
    // The bracket that is still to be read belongs to a value that is there.
    guard isInBrackets, !last.hasValue else { return }
    if last.isMapping, last.key == nil {
      note(.key, frames.dropLast(), column..<column, mapping: last.number)
    } else {
      note(last.isMapping ? .value : .either, frames, column..<column)
    }
  }

  private func beginsScalar(_ place: Int) -> Bool {
    !isEnd(place) && !"{}[],:".unicodeScalars.contains(line[place])
  }
}
