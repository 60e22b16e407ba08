import FuzzSupport
import NotebookDirectives
import NotebookPlanning

/// Writes a notebook with a cell for each example of each directive, and changes some of their options.
struct NotebookWriter {
  var input: FuzzInput

  private static let words = [
    "0", "1", "-1", "2", "0.5", "1e-3", "1e39", "nan", "inf", "99999999999999999999", "[]", "{}", "[1, 2]", "{a: 1}",
    "''", "~", "null", "true", "$p", "$q", "data.train", "load.test", "train.test_accuracy", "\"\\e[2J\\a\\0\\u202E\"",
    "'{{load.train_images}}'", "<script>", "[[[[1]]]]", "every step", "every 2 steps", "at 1", "0..1", "1..0", "*a",
    "&a 1", "!!int 1", "load", "build", "train", "digits", "mnist", "sentences", "data", "words.txt", "..",
  ]

  mutating func notebook() -> String {
    var text = ""
    for (index, topic) in LanguageReference.roots.enumerated() {
      if input.isEmpty { break }
      if index == 0 {
        text += "---\nparams: {p: 3}\n\(input.whole(below: 4) == 0 ? body(topic, topic.example) : "")---\n"
        continue
      }
      guard let directive = DirectiveRegistry.directives.first(where: { $0.keyword == topic.name }) else { continue }
      let examples = directive.examples
      for example in examples where examples.count == 1 || input.whole(below: 3) > 0 {
        text += "```{\(topic.name)}\n\(body(topic, example))```\nIt is {{\(topic.name).loss}}.\n"
      }
    }
    return text
  }

  private mutating func body(_ topic: OptionTopic, _ example: [ExampleOption]) -> String {
    changed(example, of: topic, depth: 0).map { "\($0.name): \($0.value)\n" }.joined()
  }

  /// The options of an example with up to three changes.
  private mutating func changed(_ example: [ExampleOption], of topic: OptionTopic, depth: Int) -> [ExampleOption] {
    var options = example
    for _ in 0..<input.whole(below: 4) {
      guard !topic.options.isEmpty else { break }
      let option = input.pick(topic.options)
      options.removeAll { $0.name == option.name }
      if input.whole(below: 6) > 0 {
        options.append(ExampleOption(option.name, value(of: option, depth: depth)))
      }
    }
    return options
  }

  private mutating func value(of option: any OptionDeclaration, depth: Int) -> String {
    let cases = option.examples.cases
    switch input.whole(below: 5) {
    case 0: return input.pick(Self.words)
    case 1: return String(decoding: input.word(), as: UTF8.self)
    case 2 where !option.form.topics.isEmpty && depth < 3:
      let topic = input.pick(option.form.topics)
      let nested = topic.text(with: changed(topic.example, of: topic, depth: depth + 1))
      return input.whole(below: 2) == 0 ? nested : "[\(nested), \(nested)]"
    default: return cases.isEmpty ? input.pick(Self.words) : input.pick(cases).value
    }
  }
}
