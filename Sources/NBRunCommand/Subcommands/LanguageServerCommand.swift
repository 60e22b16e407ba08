import ArgumentParser
import Foundation

extension NBRun {
  /// `nbrun lsp`: a language server for editors.
  struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lsp",
      abstract: "Serve an editor: mistakes as they are typed, completions, and what a word means.",
      discussion: """
        An editor starts it and talks to it over standard input and output, by the Language Server Protocol. It runs \
        nothing; the manual has settings for VS Code, Neovim and Helix.
        """)

    @OptionGroup var planning: PlanOptions

    @OptionGroup var store: StoreOption

    @Flag(name: .customLong("stdio"), help: .hidden)
    var usesStandardStreams = false

    func run() throws {
      signal(SIGPIPE, SIG_IGN)
      let server = LanguageServer(planner: planning.planner(keepingIn: store.folder), store: store.folder)
      var session = LanguageSession(server, input: STDIN_FILENO, output: STDOUT_FILENO)
      guard session.run() else { throw ExitCode(CommandExit.failed) }
    }
  }
}
