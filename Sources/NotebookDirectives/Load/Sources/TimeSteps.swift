import Datasets
import NotebookPlanning
import NotebookSyntax

/// What a network sees at a time step, or how many steps it sees together.
enum TimeSteps: Sendable, Hashable {
  case reading(ImageReading)
  /// So many characters of a text, or so many steps of a generated task.
  case count(Int)
}

extension OptionType where Value == TimeSteps {
  /// A word for images, a number for texts and generated tasks.
  static var timeSteps: OptionType<TimeSteps> {
    let words = ImageReading.allCases.map(\.rawValue)
    let range = 1...10_000
    return OptionType(
      form: .either([.words(words), .integer(range, unit: "steps")]), examples: words,
      phrase: { steps in
        switch steps {
        case .reading(let reading): reading.rawValue
        case .count(let count): "\(count)"
        }
      },
      read: { value, what, reader in
        guard let text = reader.text(of: value, as: what) else { return nil }
        if Int(text) != nil { return reader.integer(of: value, as: what, in: range).map { .count($0) } }
        return reader.word(of: value, as: what, among: words).flatMap { ImageReading(rawValue: $0) }.map {
          .reading($0)
        }
      })
  }
}
