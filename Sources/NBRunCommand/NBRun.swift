package import ArgumentParser
import Foundation
import NotebookResults
import NotebookSyntax

/// The `nbrun` command.
package struct NBRun: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "nbrun",
    abstract: "Runs literate notebooks about recurrent networks and writes each as one HTML page.",
    discussion: """
      Usually:
        nbrun FILE.md          run it, write output/FILE.html
        nbrun FILE.md --step   one cell at a time
        nbrun watch FILE.md    again with each save, the page in the browser
        nbrun fetch mnist      the real digits, once; a run fetches what it needs

      Exit codes:
        0    all well
        1    a cell failed while running, or a file could not be written
        2    usage, or a notebook is wrong and did not run
        3    an expectation or a comparison failed, or a page differs
        130  interrupted, or out of time; the same command goes on from there
      """,
    version: EngineVersion.current,
    subcommands: [
      Run.self, Watch.self, Check.self, List.self, Points.self, Verify.self, Export.self, New.self, Fetch.self,
      Clean.self,
      Help.self,
      Schema.self,
      LanguageServerCommand.self,
    ], defaultSubcommand: Run.self)

  package init() {}

  /// Runs the command and gives its exit code; what goes wrong is said on standard error.
  package static func run(_ arguments: [String]) -> Int32 {
    StandardStreams.hold()
    // A file that may not grow further is a mistake to tell of, not one to die of.
    signal(SIGXFSZ, SIG_IGN)
    let code = answer(arguments)
    guard let problem = Console.outputProblem else { return code }
    Console.write("error: standard output cannot be written: \(problem)\n", to: .error)
    return code == 0 ? CommandExit.failed : code
  }

  /// A message in which arguments of several lines, such as a file may be called, make no line of their own.
  private static func inOneLine(_ arguments: [String], _ message: String) -> String {
    let values = arguments + arguments.map { $0.split(separator: "=", maxSplits: 1).last.map(String.init) ?? "" }
    return values.filter { $0.contains { $0.isNewline } }.reduce(message) { message, value in
      message.replacing(value, with: VisibleText.escaping(value))
    }
  }

  /// Does what the arguments ask for, and gives the exit code.
  private static func answer(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let isRequest = exitCode(for: error).isSuccess
      let message = fullMessage(for: error)
      if let option = ForeignOption.unknownOption(in: message), let hint = ForeignOption.hint(option) {
        Console.write("Error: unknown option '\(option)'; \(hint)\n", to: .error)
        return CommandExit.usage
      }
      Console.write(ConsoleText(lines: inOneLine(arguments, message) + "\n"), to: isRequest ? .output : .error)
      return isRequest ? 0 : CommandExit.usage
    }
  }
}
