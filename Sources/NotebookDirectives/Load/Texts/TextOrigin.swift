import Datasets
import NotebookPlanning
import NotebookResults

/// Where a text comes from, found and looked over before anything runs.
enum TextOrigin: Sendable {
  case generated(characters: Int)
  case file(TextFile, name: String, TextFindings, DataMemory)

  var name: String {
    switch self {
    case .generated: GeneratedSentences.name
    case .file(_, let name, _, _): name
    }
  }

  var characters: Int {
    switch self {
    case .generated(let characters): characters
    case .file(_, _, let findings, _): findings.characters
    }
  }

  var vocabulary: Vocabulary {
    switch self {
    case .generated: GeneratedSentences.vocabulary
    case .file(_, _, let findings, _): findings.vocabulary
    }
  }

  /// Says what the text depends on besides the options.
  func declareDependencies(_ values: inout OptionValues) {
    switch self {
    case .generated:
      values.depend(on: "sentences", "\(GeneratedSentences.name) \(GeneratedSentences.edition)")
      values.drawRandomNumbers()
    case .file(_, _, let findings, _): values.depend(onFile: "text", digest: findings.digest)
    }
  }

  /// Reads or makes the text; one that is another by now is nil.
  func load(_ context: CellContext) throws(CellFailure) -> PlainText? {
    switch self {
    case .generated(let characters):
      do throws(DatasetError) {
        return try GeneratedSentences.text(count: characters, seed: context.seed)
      } catch {
        throw CellFailure("\(error)")
      }
    case .file(let file, let name, let findings, let memory):
      do throws(DatasetError) {
        let text = try memory.contents(of: file, threads: context.threads)
        return text.digest == findings.digest ? text : nil
      } catch {
        throw CellFailure("\(error.renaming(file.path, to: name))")
      }
    }
  }
}
