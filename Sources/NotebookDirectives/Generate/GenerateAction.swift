import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Lets a network write, and holds its words against those of the text that it has learned.
struct GenerateAction: DirectAction {
  static let fieldNames = ["characters", "words", "known_words"]

  let model: String
  let data: String
  let start: String
  /// Of each sample.
  let characters: Int
  let temperature: Double
  let samples: Int

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard let model = session.models[model], let data = try session.dataset(data, context),
      let examples = data.examples(.train) as? TextExamples
    else {
      throw CellFailure("the model '\(model)' or the text '\(self.data)' was not made")
    }
    let vocabulary = examples.text.vocabulary
    if let stray = vocabulary.firstStray(in: start) {
      throw CellFailure("'\(self.data)' has no character '\(Vocabulary.name(of: stray))'")
    }
    let writer = TextWriter(network: model.network, parameters: model.parameters, samples: samples)
    let written = try writer.write(
      characters, after: vocabulary.tokens(of: start), temperature: temperature,
      seed: context.seed, isCancelled: context.isCancelled)
    let texts = written.map { vocabulary.text(of: $0) }
    let known = Words.set(of: vocabulary.text(of: examples.text.tokens[examples.part].lazy.map { Int($0) }))
    // The last word may have been broken off.
    let words = texts.flatMap { Words.list(of: start + $0).dropLast() }
    let share = Double(words.count { known.contains(String($0)) }) / Double(max(1, words.count))
    return CellResult(
      outputs: texts.enumerated().map { number, text in
        CellOutput.passage(Passage(caption: caption(number), start: start, text: text))
      },
      fields: [
        Field("characters", .count(samples * characters)), Field("words", .count(words.count)),
        Field("known_words", .fraction(share)),
      ])
  }

  private func caption(_ number: Int) -> String {
    let degree = temperature == 0 ? "the likeliest at each step" : "temperature \(OptionText.number(temperature))"
    let text = "\(characters) characters, \(degree)"
    return samples == 1 ? text : "\(text), sample \(number + 1) of \(samples)"
  }
}

/// The words of a text: runs of letters of the English alphabet, of apostrophes and of characters beyond ASCII.
///
/// So what a word is does not depend on an edition of Unicode.
private enum Words {
  static func list(of text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "'", "\u{80}"...: false
      default: true
      }
    }
  }

  static func set(of text: String) -> Set<String> { Set(list(of: text).map { String($0) }) }
}
