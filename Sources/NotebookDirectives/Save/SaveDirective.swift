import NotebookPlanning
import NotebookResults
import NotebookSyntax
import RecurrentEngine
import Weights

/// `{save}`: the weights of a network in a file beside the page.
enum SaveDirective: Directive {
  static let keyword = "save"
  static let summary = "Writes the weights of a network into a file beside the page, for other programs to read."

  static let model = DeclaredOption(
    "of", .model(examples: ["build", "build-2"]), "The network whose weights are written, as it is by then.",
    otherwise: "the one built last", alsoKnownAs: ["model", "network", "net", "weights"])
  static let file = DeclaredOption(
    "file", .weightFile(examples: ["weights.safetensors", "others.safetensors"]),
    "The name of the file, which ends in `.safetensors`.", otherwise: "`weights.safetensors`",
    alsoKnownAs: ["path", "filename", "to"])
  static let layout = DeclaredOption(
    "layout", .word(of: WeightLayout.allCases), default: .pytorch, "Whose names and arrangement the weights have.",
    alsoKnownAs: ["format", "framework"])
  static let options: [any OptionDeclaration] = [model, file, layout]

  static let examples = [[ExampleOption("of", "build"), ExampleOption("file", "weights.safetensors")]]

  static func fields(_ values: OptionValues) -> [String] { WeightTensors.fieldNames + ["bytes"] }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    let name = values[file] ?? "weights.safetensors"
    values.resolve(file, to: name)
    if let other = values.scope.symbols.first(where: { $0.value.file?.name == name })?.key {
      values.report(
        .conflictingKeys, at: values.place(of: file), "'\(other)' puts '\(name)' beside the page already",
        suggestion: "give each file a name of its own")
    }
    guard let model = values[model] else { return nil }
    do throws(WeightRefusal) {
      let arrangement = try WeightArrangement(model.network, values[layout])
      let action = SaveAction(model: model.label, file: name, arrangement: arrangement)
      var symbol = Symbol(.measurements, fields: WeightTensors.fieldNames + ["bytes"], standIn: model.standIn)
      symbol.file = Symbol.PlannedFile(name: name, bytes: arrangement.fileSize)
      return PlannedAction(action, leaves: symbol)
    } catch {
      values.report(
        .shape, at: values.place(of: layout), "\(error)", suggestion: WeightLayout.suggestion(for: model.network))
      return nil
    }
  }
}

extension WeightLayout {
  /// What can be written in place of a layout that cannot hold a network's weights; nil when none can.
  static func suggestion(for network: Network) -> Suggestion? {
    let others = allCases.filter { (try? WeightArrangement(network, $0)) != nil }
    return others.isEmpty
      ? nil : "write \(others.map { "'layout: \($0.rawValue)'" }.joined(separator: ", ", last: " or "))"
  }
}

extension OptionType where Value == String {
  /// The name of a file beside the page.
  fileprivate static func weightFile(examples: [String]) -> OptionType<String> {
    let ending = ".safetensors"
    return OptionType(
      form: .text("the name of a file that ends in `\(ending)`"), examples: examples, phrase: { $0 }
    ) { value, what, reader in
      guard let name = reader.text(of: value, as: what) else { return nil }
      if name.hasSuffix(ending), name.count > ending.count, ResultFile.isName(name) { return name }
      reader.report(
        .wrongType, at: value.position,
        "\(what) is the name of a file beside the page, such as weights\(ending), not '\(name)'")
      return nil
    }
  }
}
