import Foundation
import TestSupport
import Testing
import Weights

/// `export`: the weights of a network that a run has kept.
struct ExportTests {
  private static let notebook =
    Command.notebook + "```{save}\nof: fit\n```\n```{train}\nlabel: more\nsteps: 2\nbatch: 10\n```\n"

  private func command() throws -> Command {
    let command = try Command()
    try command.folder.write(Self.notebook, to: "small.md")
    return command
  }

  @Test func writesTheWeightsThatSaveWritesAndRunsNothing() throws {
    let command = try command()
    #expect(try command.run("small.md").status == 0)
    let result = try command.run("export", "small.md", "fit", "-o", "fit.safetensors")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      result.output == "wrote fit.safetensors: 578 weights of 'fit', with PyTorch's names and arrangement\n")
    let saved = try Data(contentsOf: URL(filePath: command.folder.path("output/weights.safetensors")))
    #expect(try Data(contentsOf: URL(filePath: command.folder.path("fit.safetensors"))) == saved)
    for label in ["net", "more"] {
      #expect(try command.run("export", "small.md", label, "-o", "\(label).safetensors", "--layout", "tf1").status == 0)
    }
    let end = try Data(contentsOf: URL(filePath: command.folder.path("net.safetensors")))
    #expect(try Data(contentsOf: URL(filePath: command.folder.path("more.safetensors"))) == end)
    #expect(try SafetensorsFile(Array(end)).tensors.map(\.name).contains("lstm_1/kernel"))
    #expect(try command.run("export", "small.md", "net", "-o", "fit.safetensors").status == 0, "it is one of ours")
  }

  @Test func saysWhatToDoWhenNothingIsKept() throws {
    let command = try command()
    let never = try command.run("export", "small.md", "fit", "-o", "fit.safetensors")
    #expect(never.status == 2)
    #expect(
      never.error
        == "error: what 'net' gave is not kept (small.md:11); run 'nbrun small.md' with the same options first\n")
    #expect(try command.run("small.md").status == 0)
    let other = try command.run("export", "small.md", "fit", "-o", "fit.safetensors", "-p", "steps=7")
    #expect(
      other.error
        == "error: what 'fit' gave is not kept (small.md:18); run 'nbrun small.md' with the same options first\n")
    #expect(try !command.files().contains("fit.safetensors"))
  }

  @Test func refusesWhatIsNoNetworkAndWhatIsInItsPlace() throws {
    let command = try command()
    let unknown = try command.run("export", "small.md", "fitt", "-o", "fit.safetensors")
    #expect(unknown.status == 2)
    #expect(unknown.error == "error: no network is labelled 'fitt' in small.md; did you mean 'fit'?\n")
    #expect(try command.run("export", "small.md", "digits", "-o", "fit.safetensors").status == 2)
    try command.folder.write("mine", to: "mine.safetensors")
    let taken = try command.run("export", "small.md", "fit", "-o", "mine.safetensors")
    #expect(taken.status == 2 && taken.error.contains("is not a file of weights that nbrun made"))
    #expect(try command.folder.text(of: "mine.safetensors") == "mine")
    #expect(try command.run("export", "small.md", "fit", "-o", "small.md").status == 2)
    #expect(try command.folder.text(of: "small.md") == Self.notebook)
  }
}
