import Datasets
import NotebookPlanning
import NotebookResults

/// Where a text comes from, found and looked over before anything runs.
enum TextOrigin: Sendable {
  case generated(TextForm)
  case file(TextFile, name: String, TextFindings, DataMemory)
  /// In no folder; it has to be fetched, and the notebook planned again, before it can be loaded.
  case absent(KnownText, TextForm)
  /// Generated in place of a text that could not be had, with as many characters of the same alphabet.
  case standIn(KnownText, TextForm, failure: String?)

  var name: String {
    switch self {
    case .generated, .standIn: GeneratedSentences.name
    case .file(_, let name, _, _): name
    case .absent(let known, _): known.name
    }
  }

  var characters: Int {
    switch self {
    case .generated(let form): form.characters ?? 0
    case .file(_, _, let findings, _): findings.characters
    case .absent(let known, let form), .standIn(let known, let form, _): known.characters(in: form)
    }
  }

  var vocabulary: Vocabulary {
    switch self {
    case .generated(let form): GeneratedSentences.vocabulary(in: form)
    case .file(_, _, let findings, _): findings.vocabulary
    case .absent(let known, let form), .standIn(let known, let form, _): known.vocabulary(in: form)
    }
  }

  /// Why numbers from it cannot be held against anybody's figures; nil when they can.
  var standIn: String? {
    if case .standIn(let known, _, _) = self { "generated sentences stand in for \(known.name)" } else { nil }
  }

  /// What a reader has to know before anything else about a text that stands in for another.
  var notice: String? {
    guard case .standIn(_, _, let failure) = self, let standIn else { return nil }
    return "The real text was not found\(failure.map { ", and \($0)" } ?? ""): \(standIn). "
      + "Nothing here can be compared with anybody's figures."
  }

  /// Says what the text depends on besides the options.
  func declareDependencies(_ values: inout OptionValues) {
    switch self {
    case .generated, .standIn:
      values.depend(on: "sentences", "\(GeneratedSentences.name) \(GeneratedSentences.edition)")
      values.depend(on: "vocabulary", "\(vocabulary.count)")
      values.drawRandomNumbers()
    case .file(_, _, let findings, _): values.depend(onFile: "text", digest: findings.digest)
    case .absent: break
    }
  }

  /// Reads or makes the text; one that is another by now is nil.
  func load(_ context: CellContext) throws(CellFailure) -> PlainText? {
    switch self {
    case .generated(let form), .standIn(_, let form, _):
      do throws(DatasetError) {
        return try GeneratedSentences.text(count: characters, in: form, vocabulary: vocabulary, seed: context.seed)
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
    case .absent:
      throw CellFailure("the text '\(name)' has not been fetched", suggestion: "nbrun fetch \(name)")
    }
  }
}
