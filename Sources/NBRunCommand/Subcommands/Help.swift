import ArgumentParser
import NotebookDirectives
import NotebookPlanning

extension NBRun {
  /// `nbrun help`: the keys of a directive, a layer, an optimizer …, or how a subcommand is used.
  struct Help: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the keys of a directive, a layer or an optimizer, or how a subcommand is used.")

    @Argument(help: ArgumentHelp("What to show, such as train, lstm, adam or list.", valueName: "name"))
    var name: String?

    func run() throws {
      guard let name else { return try Self.showUsage(["--help"]) }
      let topics = LanguageReference.topics
      if let topic = topics.first(where: { $0.name == name }) {
        return Console.write(ConsoleText(lines: OptionHelp.text(topic)), to: .output)
      }
      let subcommands = NBRun.configuration.subcommands.map { $0._commandName }
      if subcommands.contains(name) { return try Self.showUsage([name, "--help"]) }
      Console.write(
        "error: \(OptionHelp.absence(of: name, among: topics.map(\.name) + subcommands))\n", to: .error)
      throw ExitCode(CommandExit.usage)
    }

    /// What the command itself says when it is asked.
    private static func showUsage(_ arguments: [String]) throws {
      var command = try NBRun.parseAsRoot(arguments)
      try command.run()
    }
  }
}
