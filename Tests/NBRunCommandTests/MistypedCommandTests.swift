import Foundation
import TestSupport
import Testing

/// What a command line that is wrong is told to be.
struct MistypedCommandTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
  }

  private func refusal(_ arguments: [String], _ location: SourceLocation = #_sourceLocation) throws -> String {
    let result = try command.finish(try command.start(arguments))
    #expect(result.status == 2, sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(try command.files() == ["small.md"], sourceLocation: location)
    return result.error
  }

  private static func errors(in text: String) -> Int { text.split(separator: "\n").count { $0.contains(": error: ") } }

  @Test(arguments: [
    (["ckeck", "small.md"], "did you mean 'nbrun check'?"), (["lst", "small.md"], "did you mean 'nbrun list'?"),
    (["clena"], "did you mean 'nbrun clean'?"),
    (
      ["small.md", "--param", "steps=3"],
      "unknown option '--param'; a parameter of the notebook is given with -p NAME=VALUE"
    ),
    (["small.md", "--steps", "3"], "unknown option '--steps'; what a notebook has as a parameter is given with -p"),
    (["small.md", "--steps=3"], "unknown option '--steps'; what a notebook has as a parameter is given with -p"),
    (
      ["small.md", "--watch"],
      "unknown option '--watch'; 'nbrun watch FILE.md' runs what changes with each save and shows the page"
    ),
    (["check", "small.md", "--json"], "unknown option '--json'; "),
    (["small.md", "--trheads", "2"], "Unknown option '--trheads'. Did you mean '--threads'?"),
    (["small.md", "--data", "nowhere"], "--data names a folder, and 'nowhere' is none"),
    (["check", "small.md", "--data", "small.md"], "--data names a folder"),
    (["small.md", "--results", ""], "--results names a file"), (["small.md", "--junit", "-"], "--junit names a file"),
    (["small.md", "--step", "--time-limit", "3s"], "--time-limit is for a run without --step"),
  ]) func saysWhatWasMeant(_ arguments: [String], _ message: String) throws {
    let error = try refusal(arguments)
    #expect(error.contains(message), "\(error)")
  }

  @Test func aFileMayBeCalledAlmostAsASubcommand() throws {
    let other = try Command()
    try other.folder.write("# Text\n", to: "ckeck")
    #expect(try other.run("ckeck").status == 0)
  }

  @Test func aValueThatDoesNotFitIsBlamedOnce() throws {
    try command.folder.write(
      Command.notebook.replacing("batch: 10", with: "batch: $steps").replacing("every 2", with: "every $steps"),
      to: "small.md")
    let error = try refusal(["check", "small.md", "-p", "steps=ten"])
    #expect(Self.errors(in: error) == 1, "\(error)")
    #expect(error.contains("error: -p steps=ten: "))
    let both = try refusal(["small.md", "-p", "steps=ten", "-p", "stesp=3"])
    #expect(Self.errors(in: both) == 2, "\(both)")
    #expect(both.contains("error: -p steps=ten: ") && both.contains("did you mean 'steps'?"))
  }

  @Test func whatIsWrongWithoutTheValueIsNotItsFault() throws {
    try command.folder.write(Command.notebook.replacing("train: 60", with: "train: many"), to: "small.md")
    let error = try refusal(["check", "small.md", "-p", "steps=7"])
    #expect(error.contains("many") && !error.contains("-p"))
  }

  @Test func theSeedIsNoParameter() throws {
    let error = try refusal(["check", "small.md", "-p", "seed=3"])
    #expect(error.contains("--seed 3 sets the seed"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreMadeByTheArgumentParser(_ shell: String) throws {
    let result = try command.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    for word in ["check", "time-limit", "junit"] { #expect(result.output.contains(word)) }
  }
}
