import ArgumentParser
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Weights

extension NBRun {
  /// `nbrun export`: the weights of a model that a run has kept.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the weights of a network that a run has kept to a file, for other programs to read.",
      discussion: """
        Nothing is run. The notebook is what it was when it ran, and so are the parameters: what is kept is found by them. \
        Exit codes: 0 written; 1 the file could not be written; 2 there are no such weights.
        """)

    @Argument(help: ArgumentHelp("The notebook.", valueName: "file.md"), completion: .file(extensions: ["md"]))
    var notebook: String

    @Argument(
      help: ArgumentHelp(
        "The label of a {build}, for the network as the notebook leaves it, or of a {train} or {restore}, for what it is right after.",
        valueName: "label"))
    var label: String

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: ArgumentHelp("Write the weights to this file.", valueName: "file"),
      completion: .file(extensions: ["safetensors"]))
    var output: String

    @Option(help: "Whose names and arrangement the weights have: \(WeightLayout.names).")
    var layout = WeightLayout.pytorch

    @OptionGroup var planning: PlanOptions

    @OptionGroup var store: StoreOption

    func validate() throws {
      try NotebookArguments.refuseStandardInput([notebook])
      guard !output.isEmpty, output != "-" else { throw ValidationError("-o names a file") }
    }

    func run() throws {
      guard let folder = store.folder else { throw problem("there is no cache folder; --store names one") }
      let planner = planning.planner(keepingIn: folder)
      guard let notebook = try planning.rightNotebooks([NotebookFile(path: notebook)], by: planner).first else {
        return
      }
      let file = RunFile(path: output, kind: .weights)
      if let refusal = RunFiles(read: [notebook.file.path], written: [file]).problem { throw problem(refusal) }
      let model = try model(of: notebook, in: folder)
      let bytes: [UInt8]
      do throws(WeightRefusal) {
        bytes = try WeightArrangement(model.network, layout).file(of: model.parameters)
      } catch {
        throw problem("\(error)")
      }
      do throws(FileProblem) {
        try file.write(Data(bytes))
      } catch {
        throw problem("\(error)", code: CommandExit.failed)
      }
      let count = model.parameters.count
      Console.write(
        "wrote \(output): \(count) weights of '\(label)', with \(layout.title)'s names and arrangement\n", to: .output)
    }

    private func model(of notebook: PlannedNotebook, in folder: StoreFolder) throws -> Model {
      let store = ResultStore(folder, notebook: notebook.file.path)
      let labels = notebook.plan.cells.filter(\.hasModel).map(\.header.label)
      guard labels.contains(label) else {
        let hint = Spelling.suggestion(for: label, among: labels) ?? "there is none in it"
        throw problem("no network is labelled '\(label)' in \(notebook.file.path); \(hint)")
      }
      do throws(KeptModel.Problem) {
        return try KeptModel.model(
          label, of: notebook.plan, in: CellCache(store, keys: notebook.plan.cacheKeys()))
      } catch {
        let index = if case .notKept(let index) = error { index } else { 0 }
        let cell = notebook.plan.cells[index].header
        throw problem(
          "what '\(cell.label)' gave is not kept (\(notebook.file.path):\(cell.line)); "
            + "run 'nbrun \(notebook.file.path)' with the same options first")
      }
    }

    private func problem(_ message: String, code: Int32 = CommandExit.usage) -> ExitCode {
      MessageReporter(style: .plain).say(.error, message)
      return ExitCode(code)
    }
  }
}

extension PlannedCell {
  /// Whether its label stands for a network.
  fileprivate var hasModel: Bool {
    dependencies.changes != nil
      || DirectiveRegistry.directives.contains { $0.keyword == header.keyword && $0.makes == .model }
  }
}

extension WeightLayout: ExpressibleByArgument {
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
