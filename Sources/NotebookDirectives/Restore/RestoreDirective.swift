import Datasets
import NotebookPlanning
import NotebookSyntax
import Weights

/// `{restore}`: the weights of a file in the place of a network's own.
enum RestoreDirective: Directive {
  static let keyword = "restore"
  static let summary =
    "Puts the weights of a file in the place of a network's own, as {save} or another program wrote them."

  static let file = DeclaredOption(
    "file",
    .path(
      of: "a file inside the notebook's own folder or a folder of data",
      examples: ["restored.safetensors", "others-restored.safetensors"]),
    "The file, inside the notebook's own folder or a folder of data.", isRequired: true,
    suggestion: "write 'file: weights.safetensors'", alsoKnownAs: ["path", "filename", "from", "weights", "checkpoint"])
  static let model = DeclaredOption(
    "into", .model(isChanged: true, examples: ["build-2", "build-2"]), "The network that takes the weights.",
    otherwise: "the one built last",
    examples: OptionExamples([
      OptionExamples.Case("build-2"),
      OptionExamples.Case("build", beside: [ExampleOption("file", "lstm.safetensors")]),
    ]),
    alsoKnownAs: ["model", "network", "net", "of"])
  static let layout = DeclaredOption(
    "layout", .word(of: WeightLayout.allCases), "Whose names and arrangement the file has.",
    otherwise: "what a file of {save} says of itself, or else `pytorch`",
    examples: OptionExamples([
      OptionExamples.Case("keras", beside: [ExampleOption("file", "keras.safetensors")]),
      OptionExamples.Case("pytorch"),
    ]),
    alsoKnownAs: ["format", "framework"])
  static let modules = DeclaredOption(
    "modules", .modules(examples: ["{fc: linear}", "{head: linear}"]),
    "The modules that the file calls otherwise than the network, each with what the network calls it.",
    otherwise: "they are told by the shapes of their tensors, where these leave no doubt",
    examples: OptionExamples([
      OptionExamples.Case("{fc: linear}", beside: [ExampleOption("file", "renamed.safetensors")]),
      OptionExamples.Case("{head: linear}", beside: [ExampleOption("file", "headed.safetensors")]),
    ]), alsoKnownAs: ["names", "rename", "mapping", "prefix"])
  static let options: [any OptionDeclaration] = [file, model, layout, modules]

  static let examples = [[ExampleOption("file", "restored.safetensors"), ExampleOption("into", "build-2")]]

  /// More than so many mistakes of one file are not told one by one.
  private static let mostProblems = 12

  static func fields(_ values: OptionValues) -> [String] { WeightTensors.fieldNames }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let name = values[file], let found = findings(name, &values), let model = values[model] else { return nil }
    let (weights, findings) = found
    let layout = values[layout] ?? WeightLayout(metadata: findings.metadata) ?? .pytorch
    values.resolve(Self.layout, to: layout)
    values.depend(onFile: "weights", digest: findings.digest)
    do throws(WeightRefusal) {
      let own = try WeightArrangement(model.network, layout)
      let found = own.modulesByShape(in: findings.tensors) ?? [:]
      var arrangement = own.renamed(found)
      if let namings = values[modules] {
        guard let renamed = ModuleNaming.renamed(own, by: namings, for: findings, &values) else { return nil }
        arrangement = renamed
      }
      let problems = arrangement.problems(with: findings.tensors, metadata: findings.metadata)
      guard problems.isEmpty else {
        let suggestion = values.isGiven(modules) ? nil : ModuleNaming.suggestion(for: own, findings)
        report(problems, of: name, layout, suggestion: suggestion, &values)
        return nil
      }
      let action = RestoreAction(
        model: model.label, name: name, file: weights, findings: findings, memory: values.scope.environment.memory,
        arrangement: arrangement, namings: values.isGiven(modules) ? [:] : found)
      return PlannedAction(
        action, leaves: Symbol(.measurements, fields: WeightTensors.fieldNames, standIn: model.standIn))
    } catch {
      values.report(
        .shape, at: values.place(of: Self.layout), "\(error)", suggestion: WeightLayout.suggestion(for: model.network))
      return nil
    }
  }

  /// The file with what was found in it; reports one that cannot be had.
  private static func findings(_ name: String, _ values: inout OptionValues) -> (WeightFile, WeightFindings)? {
    let (place, environment) = (values.place(of: file), values.scope.environment)
    guard let inside = NotebookFolder(environment.notebookFolder).path(of: name) else {
      values.report(.unreadableData, at: place, NotebookFolder.refusal(of: name))
      return nil
    }
    let paths = [inside] + environment.catalog.folders.compactMap { NotebookFolder($0).path(of: name) }
    let path = paths.first { FileBytes.isThere($0) } ?? inside
    do throws(DatasetError) {
      let weights = WeightFile(path: path)
      return (weights, try environment.memory.findings(of: weights))
    } catch {
      values.report(.unreadableData, at: place, "\(error.renaming(path, to: name))")
      return nil
    }
  }

  private static func report(
    _ problems: [String], of name: String, _ layout: WeightLayout, suggestion: Suggestion?, _ values: inout OptionValues
  ) {
    for (index, problem) in problems.prefix(mostProblems).enumerated() {
      values.report(
        .shape, at: values.place(of: file), "'\(name)' in \(layout.title)'s arrangement: \(problem)",
        suggestion: index == 0 ? suggestion : nil)
    }
    if problems.count > mostProblems {
      values.report(
        .shape, at: values.place(of: file),
        "'\(name)' has \(problems.count - mostProblems) more tensors that do not fit")
    }
  }
}
