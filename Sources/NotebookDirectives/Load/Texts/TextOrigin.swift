import Datasets
import NotebookPlanning
import NotebookResults

/// Where a text comes from, found and looked over before anything runs.
enum TextOrigin: Sendable {
  case generated(characters: Int)
  case file(TextFile, name: String, characters: Int, vocabulary: Vocabulary, digest: String)

  var name: String {
    switch self {
    case .generated: GeneratedSentences.name
    case .file(_, let name, _, _, _): name
    }
  }

  var characters: Int {
    switch self {
    case .generated(let characters), .file(_, _, let characters, _, _): characters
    }
  }

  var vocabulary: Vocabulary {
    switch self {
    case .generated: GeneratedSentences.vocabulary
    case .file(_, _, _, let vocabulary, _): vocabulary
    }
  }

  /// Says what the text depends on besides the options.
  func declareDependencies(_ values: inout OptionValues) {
    switch self {
    case .generated:
      values.depend(on: "sentences", "\(GeneratedSentences.name) \(GeneratedSentences.edition)")
      values.drawRandomNumbers()
    case .file(let file, let name, _, _, _):
      values.depend(on: CellDependencies.File(name: name, path: file.path))
    }
  }

  /// Reads or makes the text; one that is another by now is nil.
  func load(_ context: CellContext) throws(CellFailure) -> PlainText? {
    do throws(DatasetError) {
      switch self {
      case .generated(let characters): return try GeneratedSentences.text(count: characters, seed: context.seed)
      case .file(let file, let name, _, _, let digest):
        let text = try file.read(name: name)
        return text.digest == digest ? text : nil
      }
    } catch {
      throw CellFailure("\(error)")
    }
  }
}
