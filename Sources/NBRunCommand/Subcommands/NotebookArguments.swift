import ArgumentParser
import Foundation
import NotebookSyntax

/// What a command line may name as notebooks.
enum NotebookArguments {
  /// Only what is not run can come from standard input: a run reads its notebook again.
  static func refuseStandardInput(_ paths: [String]) throws {
    if paths.contains("-") { throw ValidationError("only 'nbrun check' reads standard input; name a file") }
  }

  /// Asks what was meant when the first path is no file but looks like a subcommand.
  static func refuseMisspeltSubcommand(_ paths: [String]) throws {
    guard let word = paths.first, word.allSatisfy({ $0.isLetter }), access(word, F_OK) != 0,
      let nearest = Spelling.nearest(to: word, among: NBRun.configuration.subcommands.map { $0._commandName })
    else { return }
    throw ValidationError("there is no file and no subcommand '\(word)'; did you mean 'nbrun \(nearest)'?")
  }
}
