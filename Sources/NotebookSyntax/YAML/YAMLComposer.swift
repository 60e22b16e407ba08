/// Makes located values from the events of one text, as far as it is YAML.
struct YAMLComposer: ~Copyable {
  private let events: YAMLEvents
  /// Translates a place in the text to one in the file.
  private let place: (SourcePosition) -> SourcePosition
  /// The lines whose values were given up; what stands there is not looked at again.
  private let unreadableLines: Set<Int>
  private(set) var diagnostics: [Diagnostic] = []
  /// Why reading ended early.
  private(set) var problem: YAMLProblem?
  private var depth = 0
  /// Keys and values by now.
  private var count = 0

  /// Deeper nesting than any directive has use for; composing is recursive.
  static let maximumDepth = 20
  /// More keys and values than any directive has use for; each takes a few hundred bytes.
  static let maximumCount = 100_000

  init(_ text: String, unreadableLines: Set<Int>, place: @escaping (SourcePosition) -> SourcePosition) {
    events = YAMLEvents(text)
    self.unreadableLines = unreadableLines
    self.place = place
  }

  /// The value of the text: what could be read of it when something is wrong; nil when there is none.
  mutating func compose() -> YAMLValue? {
    var root: YAMLValue?
    while problem == nil, let event = next() {
      switch event.kind {
      case .streamEnd: return root
      case .streamStart, .documentEnd: break
      case .documentStart where root != nil:
        problem = YAMLProblem(
          phrase: YAMLMistake.secondDocument, position: event.start, context: "", contextPosition: event.start)
      case .documentStart: break
      default: root = value(event)
      }
    }
    return root
  }

  private mutating func next() -> YAMLEvent? {
    guard problem == nil else { return nil }
    do throws(YAMLProblem) {
      let event = try events.next()
      if event.kind.isNode { count += 1 }
      if count > Self.maximumCount {
        problem = YAMLProblem(
          phrase: YAMLMistake.tooMany, position: event.start, context: "\(countToTheEnd())",
          contextPosition: event.start)
        return nil
      }
      return event
    } catch {
      problem = error
      return nil
    }
  }

  /// How many keys and values there are as far as the text can be read, none of which is kept.
  private func countToTheEnd() -> Int {
    var count = count
    while let kind = try? events.next().kind {
      if kind.isNode { count += 1 }
      if case .streamEnd = kind { break }
    }
    return count
  }

  private mutating func value(_ event: YAMLEvent) -> YAMLValue {
    let start = place(event.start)
    let isUnreadable = unreadableLines.contains(event.start.line)
    switch event.kind {
    case .scalar(let text, let isQuoted, let properties):
      refuse(properties, at: start)
      return YAMLValue(.scalar(text, isQuoted: isQuoted), at: start, to: place(event.end), isUnreadable: isUnreadable)
    case .sequence(let isFlow, let properties):
      refuse(properties, at: start)
      let (items, end) = nested(at: event.start) { $0.items() }
      return YAMLValue(
        .sequence(items), at: start, to: isFlow ? end : items.last?.end, isUnreadable: isUnreadable)
    case .mapping(let isFlow, let properties):
      refuse(properties, at: start)
      let (entries, end) = nested(at: event.start) { $0.entries() }
      return YAMLValue(
        .mapping(entries), at: start, to: isFlow ? end : entries.last?.value.end, isUnreadable: isUnreadable)
    default:
      report(.yamlAnchor, at: start, Self.anchors)
      return YAMLValue(.scalar("", isQuoted: false), at: start, to: place(event.end), isUnreadable: true)
    }
  }

  /// What stands in a list or mapping, unless it is nested too deeply, which ends reading.
  private mutating func nested<Parts: RangeReplaceableCollection>(
    at start: SourcePosition, _ read: (inout Self) -> (Parts, SourcePosition?)
  ) -> (Parts, SourcePosition?) {
    guard depth < Self.maximumDepth else {
      problem = YAMLProblem(
        phrase: YAMLMistake.tooDeep, position: start, context: "", contextPosition: start)
      return (Parts(), nil)
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func items() -> ([YAMLValue], SourcePosition?) {
    var items: [YAMLValue] = []
    while let event = next() {
      if case .end = event.kind { return (items, place(event.end)) }
      items.append(value(event))
    }
    return (items, nil)
  }

  private mutating func entries() -> ([YAMLEntry], SourcePosition?) {
    var entries: [YAMLEntry] = []
    var places: [String: SourcePosition] = [:]
    while let event = next() {
      if case .end = event.kind { return (entries, place(event.end)) }
      let key = value(event)
      guard let following = next() else { break }
      let value = value(following)
      guard case .scalar(let name, _) = key.kind else {
        report(.wrongType, at: key.position, "a key is a word, not a list or mapping")
        continue
      }
      if let first = places[name] {
        diagnostics.append(
          Diagnostic(
            .yamlDuplicateKey, at: key.position, to: key.end,
            "a key stands once in a mapping, and '\(name)' stands here again",
            suggestion: "delete one of the two", related: [.init("the first one is here", at: first)]))
      } else {
        places[name] = key.position
        entries.append(YAMLEntry(key: name, keyPosition: key.position, keyEnd: key.end, value: value))
      }
    }
    return (entries, nil)
  }

  static let anchors = "anchors and aliases are not part of the notebook language"

  private mutating func refuse(_ properties: YAMLEvent.Properties, at position: SourcePosition) {
    if properties.hasAnchor { report(.yamlAnchor, at: position, Self.anchors) }
    if let tag = properties.tag {
      report(.yamlTag, at: position, "the tag '\(tag)' is not part of the notebook language")
    }
  }

  private mutating func report(_ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String) {
    diagnostics.append(Diagnostic(identifier, at: position, message))
  }
}
