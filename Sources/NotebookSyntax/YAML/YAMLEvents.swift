private import CLibYAML

/// The events of a YAML text, one after the other: the one file that knows libyaml.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The parser reads from here as events are asked for.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ text: String) {
    let count = text.utf8.count
    bytes = .allocate(capacity: max(1, count))
    _ = bytes.initialize(from: text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event; after the end of the stream it is asked for no other.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(
      kind: kind(of: event), start: SourcePosition(event.start_mark), end: SourcePosition(event.end_mark))
  }

  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE && scalar.style != YAML_ANY_SCALAR_STYLE
      return .scalar(text, isQuoted: isQuoted, properties(anchor: scalar.anchor, tag: scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .sequence(
        isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, properties(anchor: start.anchor, tag: start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .mapping(isFlow: start.style == YAML_FLOW_MAPPING_STYLE, properties(anchor: start.anchor, tag: start.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_START_EVENT: return .streamStart
    default: return .streamEnd
    }
  }

  private func properties(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> YAMLEvent.Properties {
    YAMLEvent.Properties(hasAnchor: anchor != nil, tag: tag.map { String(cString: $0) })
  }

  private var problem: YAMLProblem {
    let parser = parser.pointee
    return YAMLProblem(
      phrase: parser.problem.map { String(cString: $0) } ?? "it cannot be read",
      position: SourcePosition(parser.problem_mark), context: parser.context.map { String(cString: $0) } ?? "",
      contextPosition: SourcePosition(parser.context_mark))
  }
}

/// A node that begins, or something that ends.
struct YAMLEvent {
  /// What may stand before a node and is no part of the notebook language.
  struct Properties {
    let hasAnchor: Bool
    let tag: String?
  }

  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias
    case scalar(String, isQuoted: Bool, Properties)
    case sequence(isFlow: Bool, Properties)
    case mapping(isFlow: Bool, Properties)
    /// Of the list or mapping that was begun last.
    case end

    /// Whether it begins a key or a value.
    var isNode: Bool {
      switch self {
      case .alias, .scalar, .sequence, .mapping: true
      case .streamStart, .streamEnd, .documentStart, .documentEnd, .end: false
      }
    }
  }

  let kind: Kind
  /// Within the text, from line 1.
  let start: SourcePosition
  let end: SourcePosition
}

/// Why a text is not YAML, in libyaml's words and places.
struct YAMLProblem: Error {
  let phrase: String
  let position: SourcePosition
  /// What was being read, such as `while scanning a quoted scalar`.
  let context: String
  /// Where that began.
  let contextPosition: SourcePosition

  /// Whether a bound is passed, beyond which nothing more is read.
  var endsReading: Bool { phrase == YAMLMistake.tooDeep || phrase == YAMLMistake.tooMany }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
