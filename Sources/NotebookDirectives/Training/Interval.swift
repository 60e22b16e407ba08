import NotebookPlanning
import NotebookSyntax

/// How often something happens: `every 20 steps`, from step 0 on, or `every epoch`, at its last step.
enum Interval: Sendable, Hashable {
  case steps(Int)
  case epochs(Int)

  /// As a notebook writes it.
  var phrase: String {
    switch self {
    case .steps(let every): "every \(every) steps"
    case .epochs(let every): "every \(every) epochs"
    }
  }
}

extension OptionType where Value == Interval {
  /// `every 20 steps` or `every epoch`.
  static var interval: OptionType<Interval> {
    OptionType(form: form("every "), examples: ["every 2 steps", "every 3 steps"], phrase: { $0.phrase }) {
      read($0, prefix: "", &$2)
    }
  }

  /// The same without its first word: `20 steps`.
  static var figureInterval: OptionType<Interval> {
    OptionType(form: form("(every )?"), examples: ["2 steps", "3 steps"], phrase: { $0.phrase }) {
      read($0, prefix: "every ", &$2)
    }
  }

  private static func form(_ prefix: String) -> OptionForm {
    let words = prefix == "every " ? "`every 20 steps` or `every epoch`" : "`20 steps` or `2 epochs`"
    return .pattern("an interval: \(words)", #"^\#(prefix)((\d+|\$\S+) )?(steps?|epochs?)$"#)
  }

  private static func read(_ value: YAMLValue, prefix: String, _ reader: inout OptionReader) -> Interval? {
    guard let written = reader.text(of: value, as: "an interval") else { return nil }
    let text = written.hasPrefix("every ") ? written : prefix + written
    var words = text.split(separator: " ").map(String.init)
    guard words.first == "every", words.count == 2 || words.count == 3 else { return malformed(text, value, &reader) }
    words.removeFirst()
    if words.count == 2, words[0].hasPrefix("$") {
      let parameter = YAMLValue(.scalar(words[0], isQuoted: false), at: value.position)
      guard let setting = reader.text(of: parameter, as: "an interval") else { return nil }
      words[0] = setting
    }
    let count = words.count == 1 ? 1 : Int(words[0]) ?? 0
    guard (1...TrainingPlan.maximumSteps).contains(count) else { return malformed(text, value, &reader) }
    switch words.last {
    case "step", "steps": return .steps(count)
    case "epoch", "epochs": return .epochs(count)
    default: return malformed(text, value, &reader)
    }
  }

  private static func malformed(_ text: String, _ value: YAMLValue, _ reader: inout OptionReader) -> Interval? {
    reader.report(
      .wrongType, at: value.position, "how often is written 'every 20 steps' or 'every epoch', not '\(text)'")
    return nil
  }
}
