import NotebookPlanning
import NotebookSyntax
import Weights

/// A module that a file of weights calls otherwise than the network.
struct ModuleNaming: Sendable, Hashable {
  let theirs: String
  let ours: String
  /// Where the file's name for it is written, and the network's.
  let place: SourcePosition
  let ourPlace: SourcePosition

  /// An arrangement with the names that a file has; reports modules that are not there.
  static func renamed(
    _ arrangement: WeightArrangement, by namings: [ModuleNaming], for findings: WeightFindings,
    _ values: inout OptionValues
  ) -> WeightArrangement? {
    var others: [String: String] = [:]
    for naming in namings {
      if !arrangement.modules.contains(naming.ours) {
        values.report(
          .unknownName, at: naming.ourPlace, "the network has no module '\(naming.ours)' in this layout",
          suggestion: Spelling.suggestion(for: naming.ours, among: arrangement.modules))
        return nil
      }
      if !arrangement.hasModule(naming.theirs, in: findings.tensors) {
        values.report(
          .unknownName, at: naming.place, "the file has no module '\(naming.theirs)'",
          suggestion: Spelling.suggestion(for: naming.theirs, among: arrangement.modules(in: findings.tensors)))
        return nil
      }
      if others.updateValue(naming.theirs, forKey: naming.ours) != nil {
        values.report(.conflictingKeys, at: naming.ourPlace, "'\(naming.ours)' stands there twice")
        return nil
      }
    }
    return arrangement.renamed(others)
  }

  /// What to write where the names of a file are not the network's; nil where they are.
  static func suggestion(for arrangement: WeightArrangement, _ findings: WeightFindings) -> Suggestion? {
    let (theirs, ours) = (arrangement.modules(in: findings.tensors), arrangement.modules)
    guard !theirs.isEmpty, !Set(theirs).isSuperset(of: ours) else { return nil }
    func list(_ names: [String]) -> String {
      Spelling.list(names.prefix(6)) + (names.count > 6 ? " and others" : "")
    }
    return """
      the file has \(list(theirs)), and \(list(ours)) are expected: say which is which with \
      'modules: {\(theirs[0]): \(ours[0])}'
      """
  }
}

extension OptionType where Value == [ModuleNaming] {
  /// Names of modules, each with that of the network's.
  static func modules(examples: [String]) -> OptionType<[ModuleNaming]> {
    OptionType(
      form: { .mapping(of: nil) }, examples: examples,
      contribute: { namings, name, dependencies in
        for naming in namings.sorted(by: { $0.theirs < $1.theirs }) {
          dependencies.settings.append(CellDependencies.Setting("\(name) \(naming.theirs)", naming.ours))
        }
      },
      read: { value, what, reader in
        guard case .mapping(let entries) = value.kind else {
          reader.report(
            .wrongType, at: value.position,
            "\(what) gives each name of the file that of the network, such as {rnn: lstm}, and is not \(value.kindName)"
          )
          return nil
        }
        let namings = entries.compactMap { entry in
          reader.text(of: entry.value, as: "the name of a module").map {
            ModuleNaming(
              theirs: entry.key, ours: $0, place: entry.keyPosition, ourPlace: entry.value.position)
          }
        }
        return namings.count == entries.count ? namings : nil
      })
  }
}
