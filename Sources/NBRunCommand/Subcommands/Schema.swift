import ArgumentParser
import NotebookDirectives
import NotebookPlanning

extension NBRun {
  /// `nbrun schema`: the language for editors.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a JSON Schema of the front matter and of every directive.")

    func run() {
      Console.write(ConsoleText(lines: OptionSchema.text(of: LanguageReference.roots)), to: .output)
    }
  }
}
