import Datasets
import NotebookPlanning
import NotebookSyntax

/// `text: FILE`: a text below the notebook's own folder.
enum TextFileKind: DataSourceKind {
  static let key = "text"
  static let names: [String]? = nil

  static let text = DeclaredOption(
    "text", .path(of: "a file inside the notebook's own folder", examples: ["words.txt", "other-words.txt"]),
    "A text inside the notebook's own folder, in place of `dataset`.",
    examples: OptionExamples(
      ["words.txt", "other-words.txt"], beside: [ExampleOption("time_steps", "4")],
      without: ["dataset", "train", "test", "validation"]), alsoKnownAs: ["file", "filename", "corpus"])
  static let options: [any OptionDeclaration] = [text] + TextOptions.options

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    guard let path = NotebookFolder(values.scope.environment.notebookFolder).path(of: name) else {
      values.report(.unreadableData, at: position, NotebookFolder.refusal(of: name))
      return nil
    }
    let form = TextOptions.form(&values)
    let file = TextFile(path: path, form: form)
    do throws(DatasetError) {
      let memory = values.scope.environment.memory
      return TextOptions.source(.file(file, name: name, try memory.findings(of: file), memory), in: form, &values)
    } catch {
      values.report(.unreadableData, at: position, "\(error.renaming(path, to: name))")
      return nil
    }
  }
}
