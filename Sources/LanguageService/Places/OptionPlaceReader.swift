import NotebookSyntax

/// Finds where in the options of a body a cursor is, from indentation and brackets alone: most of the time that a body is typed it is no YAML.
///
/// Every line is read once, and nothing that is written makes it fail. What YAML allows and notebooks do without, such as a
/// quotation of several lines, is not recognised.
struct OptionPlaceReader {
  private let cursor: SourcePosition
  var frames = [Frame()]
  /// The keys of each mapping.
  private var keys: [[String]] = [[]]
  /// The indentation beyond which lines are the text of a block such as `|` begins.
  private var literal: Int?
  private var found: (place: OptionPlace, mapping: Int?)?
  /// The line that is read.
  private(set) var line: [Unicode.Scalar] = []
  private var number = 0
  /// The column of the cursor from 0 where it is in this line.
  private(set) var column: Int?

  /// The place of a cursor; nil where nothing can be written that is known.
  ///
  /// - Parameters:
  ///   - cursor: In one of the lines.
  ///   - lines: Those of the file.
  ///   - body: The numbers of those of the body.
  /// - Returns: The place.
  static func place(of cursor: SourcePosition, in lines: SourceLines, body: Range<Int>) -> OptionPlace? {
    var reader = OptionPlaceReader(cursor)
    for number in body { reader.read(lines[number], number: number) }
    guard var found = reader.found else { return nil }
    if let mapping = found.mapping { found.place.keys = reader.keys[mapping] }
    return found.place
  }

  private init(_ cursor: SourcePosition) {
    self.cursor = cursor
  }

  private mutating func read(_ text: String, number: Int) {
    line = Array(text.unicodeScalars)
    self.number = number
    column = number == cursor.line ? min(max(cursor.column - 1, 0), line.count) : nil
    let start = skipBlanks(from: 0)
    if isInBrackets, beginsOutside(at: start) { frames.removeAll { $0.isInBrackets } }
    if isInBrackets { return readBrackets(from: 0) }
    if let literal {
      let indent = start < line.count ? start : column ?? .max
      if indent > literal { return }
      if start < line.count { self.literal = nil }
    }
    guard !isEnd(start) else {
      if let column, column <= start { noteBeginning(at: column, word: column..<column) }
      return
    }
    readLine(from: start)
  }

  private mutating func readLine(from start: Int) {
    close(at: start)
    var start = start
    while isDash(start) {
      openItem(at: start)
      let next = skipBlanks(from: start + 1)
      if let column, column > start, column < next || isEnd(next) { note(.either, frames, column..<column) }
      if isEnd(next) { return }
      start = next
    }
    if isBracket(start) {
      markValue()
      return readBrackets(from: start)
    }
    let scalar = scalar(from: start)
    guard let colon = scalar.colon else {
      noteBeginning(at: start, word: scalar.columns, until: scalar.limit)
      return markValue()
    }
    openKey(scalar, at: start)
    readValue(from: colon + 1)
  }

  private mutating func readValue(from start: Int) {
    let next = skipBlanks(from: start)
    if let column, column >= start, column < next || isEnd(next) && column <= next {
      note(.value, frames, column..<column)
    }
    if isEnd(next) { return }
    if line[next] == "|" || line[next] == ">" {
      literal = frames.last?.indent
    } else if isBracket(next) {
      markValue()
      return readBrackets(from: next)
    } else {
      let scalar = scalar(from: next, untilColon: false)
      noteIfTouched(.value, frames, scalar.columns, until: scalar.limit)
    }
    markValue()
  }

  // MARK: What is open

  /// Leaves what the indentation of a line is outside of.
  private mutating func close(at indent: Int) {
    frames = Self.closed(frames, at: indent, isDash: isDash(indent))
  }

  private static func closed(_ frames: [Frame], at indent: Int, isDash: Bool) -> [Frame] {
    var frames = frames
    while frames.count > 1, let last = frames.last,
      last.indent > indent || last.indent == indent && !last.isMapping && !isDash
    { frames.removeLast() }
    return frames
  }

  private mutating func openItem(at indent: Int) {
    let last = frames.count - 1
    if !frames[last].isMapping, frames[last].indent == indent {
      frames[last].item += 1
      frames[last].hasValue = false
    } else {
      markValue()
      frames.append(Frame(isMapping: false, indent: indent))
    }
  }

  private mutating func openKey(_ scalar: Scalar, at indent: Int) {
    if frames.count == 1, keys[0].isEmpty || indent < frames[0].indent { frames[0].indent = indent }
    if !(frames[frames.count - 1].isMapping && frames[frames.count - 1].indent == indent) {
      markValue()
      openMapping(Frame(indent: indent))
    }
    take(scalar)
  }

  mutating func openMapping(_ frame: Frame) {
    var frame = frame
    frame.number = keys.count
    // The first key of a mapping may be written above those that are there.
    if let found, found.mapping == nil, found.place.role == .either, found.place.path == frames.compactMap(\.step) {
      self.found?.mapping = frame.number
    }
    keys.append([])
    frames.append(frame)
  }

  /// Takes a key of the innermost mapping.
  mutating func take(_ key: Scalar) {
    let last = frames.count - 1
    noteIfTouched(.key, frames.dropLast(), key.columns, until: key.limit, mapping: frames[last].number, hasColon: true)
    keys[frames[last].number].append(key.text)
    frames[last].key = key.text
    frames[last].hasValue = false
  }

  mutating func markValue() { frames[frames.count - 1].hasValue = true }

  // MARK: The cursor

  /// Notes the cursor at the beginning of a line, or behind a dash, if it is in a word there.
  private mutating func noteBeginning(at indent: Int, word: Range<Int>, until limit: Int? = nil) {
    let open = Self.closed(frames, at: indent, isDash: false)
    guard let last = open.last else { return }
    if last.isMapping, last.indent == indent || open.count == 1 && keys[0].isEmpty {
      noteIfTouched(.key, open.dropLast(), word, until: limit ?? word.upperBound, mapping: last.number)
    } else if indent > last.indent, last.step != nil, !last.hasValue {
      noteIfTouched(.either, open[...], word, until: limit ?? word.upperBound)
    }
  }

  /// Notes the cursor if it is in a stretch of columns, or in the blanks after it.
  mutating func noteIfTouched(
    _ role: OptionPlace.Role, _ frames: some Sequence<Frame>, _ columns: Range<Int>, until limit: Int,
    mapping: Int? = nil, hasColon: Bool = false
  ) {
    guard let column, columns.lowerBound <= column, column <= limit else { return }
    note(
      role, frames, columns.lowerBound..<max(columns.upperBound, column), mapping: mapping, hasColon: hasColon)
  }

  mutating func note(
    _ role: OptionPlace.Role, _ frames: some Sequence<Frame>, _ columns: Range<Int>, mapping: Int? = nil,
    hasColon: Bool = false
  ) {
    guard found == nil, let column else { return }
    let word = Word(line, columns, cursor: column, number: number)
    let path = frames.compactMap(\.step)
    found = (
      OptionPlace(role: role, path: path, word: word, hasColon: hasColon, isInBrackets: isInBrackets), mapping
    )
  }
}
