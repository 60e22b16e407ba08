/// The options of the language as a JSON Schema of draft 2020-12, for editors.
package enum OptionSchema {
  /// The schema of the front matter and of each directive's body, under its name in `$defs`.
  ///
  /// - Parameter topics: Front matter and directives.
  /// - Returns: JSON.
  package static func text(of topics: [OptionTopic]) -> String {
    var definitions = ["parameter": parameter]
    for topic in topics.flatMap(\.withDescendants) { definitions[topic.name] = object(topic) }
    let properties = Dictionary(topics.map { ($0.name, reference($0.name)) }) { first, _ in first }
    return JSONValue.object([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "title": .text("nbrun notebooks"),
      "description": .text("The front matter of a notebook, and the body of each directive under its keyword."),
      "type": .text("object"), "properties": .object(properties), "additionalProperties": .flag(false),
      "$defs": .object(definitions),
    ]).text
  }

  private static func reference(_ name: String) -> JSONValue { .object(["$ref": .text("#/$defs/\(name)")]) }

  /// `$name`, which may stand for any one value.
  private static let parameter: JSONValue = .object([
    "description": .text("A parameter of the front matter."), "type": .text("string"), "pattern": .text(#"^\$."#),
  ])

  private static let scalar: JSONValue = .object([
    "type": .list(["string", "number", "boolean"].map { .text($0) })
  ])

  private static func object(_ topic: OptionTopic) -> JSONValue {
    let properties = Dictionary(topic.options.map { ($0.name, property($0)) }) { first, _ in first }
    return .object([
      "description": .text(topic.summary), "type": .text("object"), "properties": .object(properties),
      "required": .list(topic.options.filter(\.isRequired).map { .text($0.name) }),
      "additionalProperties": .flag(false),
    ])
  }

  private static func property(_ option: any OptionDeclaration) -> JSONValue {
    var property = schema(option.form)
    property["description"] = .text(option.summary)
    if let standard = option.standard { property["default"] = value(standard, of: option.form) }
    return .object(property)
  }

  /// A default as JSON has it.
  private static func value(_ text: String, of form: OptionForm) -> JSONValue {
    switch form {
    case .integer, .number: Double(text).map { .number($0) } ?? .text(text)
    default: .text(text)
    }
  }

  private static func schema(_ form: OptionForm) -> [String: JSONValue] {
    switch form {
    case .text, .name: return ["anyOf": .list([scalar])]
    case .integer(let range, _):
      return orParameter(["type": .text("integer")], Double(range.lowerBound), Double(range.upperBound))
    case .number(let range, _):
      return orParameter(["type": .text("number")], range.lowerBound, range.upperBound)
    case .words(let words):
      return any([.object(["enum": .list(words.map { .text($0) })]), reference("parameter")])
    case .pattern(_, let pattern):
      return any([.object(["type": .text("string"), "pattern": .text(pattern)]), reference("parameter")])
    case .list(let item, let orOne):
      let list = JSONValue.object(["type": .text("array"), "items": .object(schema(item))])
      return any(orOne ? [list, .object(schema(item))] : [list])
    case .tuple(let forms):
      let count = JSONValue.number(Double(forms.count))
      return [
        "type": .text("array"), "prefixItems": .list(forms.map { .object(schema($0)) }), "minItems": count,
        "maxItems": count,
      ]
    case .group(let topic): return any([reference(topic.name)])
    case .kind(_, let kinds): return self.kinds(kinds)
    case .either(let forms): return any(forms.map { .object(schema($0)) })
    case .mapping: return ["type": .text("object"), "additionalProperties": scalar]
    }
  }

  /// A kind by its name alone, where it needs no option, or with its options.
  private static func kinds(_ kinds: [OptionTopic]) -> [String: JSONValue] {
    let bare = kinds.filter { !$0.options.contains { $0.isRequired } }.map { JSONValue.text($0.name) }
    let properties = Dictionary(kinds.map { ($0.name, reference($0.name)) }) { first, _ in first }
    let mapping = JSONValue.object([
      "type": .text("object"), "properties": .object(properties), "additionalProperties": .flag(false),
      "minProperties": .number(1), "maxProperties": .number(1),
    ])
    return any((bare.isEmpty ? [] : [.object(["enum": .list(bare)]), reference("parameter")]) + [mapping])
  }

  private static func any(_ schemas: [JSONValue]) -> [String: JSONValue] { ["anyOf": .list(schemas)] }

  private static func orParameter(
    _ schema: [String: JSONValue], _ low: Double, _ high: Double
  ) -> [String: JSONValue] {
    var schema = schema
    if low > -1e100 { schema["minimum"] = .number(low) }
    if high < 1e15 { schema["maximum"] = .number(high) }
    return any([.object(schema), reference("parameter")])
  }
}
