package import NotebookSyntax

/// What a cell asks for with `repeat`: a sweep over seeds behind it, as it would be written there.
package struct Repetition: Sendable {
  /// How many seeds, from that of the notebook on.
  private let seeds: Int
  /// What the cell measures, by its own names.
  private let measured: [String]
  private let position: SourcePosition

  /// - Parameters:
  ///   - seeds: How many seeds, from that of the notebook on.
  ///   - measured: What the cell measures, by its own names.
  ///   - position: Where it is asked for, for all that may be wrong with the sweep.
  package init(seeds: Int, measuring measured: [String], at position: SourcePosition) {
    self.seeds = seeds
    self.measured = measured
    self.position = position
  }

  /// The sweep behind a cell.
  ///
  /// - Parameters:
  ///   - label: The cell's label, from which that of the sweep is made.
  ///   - keyword: What sweeps are called.
  ///   - lines: Those of the cell.
  /// - Returns: The cell that says so.
  func sweep(of label: String, keyword: String, lines: ClosedRange<Int>) -> DirectiveBlock {
    let name = "\(label)-seeds"
    let collected = measured.map { "\(label).\($0)" }
    return DirectiveBlock(
      keyword: keyword, keywordPosition: position,
      options: [
        entry(CellOptions.label.name, .scalar(name, isQuoted: false)),
        entry(Self.option, .scalar("\(seeds)", isQuoted: false)),
        entry("collect", .sequence(collected.map { YAMLValue(.scalar($0, isQuoted: false), at: position) })),
      ],
      text: "label: \(name)\n\(Self.option): \(seeds)\ncollect: [\(collected.joined(separator: ", "))]\n", lines: lines)
  }

  /// What the option is called, of a sweep and of a cell that asks for one.
  package static let option = "repeat"

  private func entry(_ key: String, _ kind: YAMLValue.Kind) -> YAMLEntry {
    YAMLEntry(key: key, keyPosition: position, value: YAMLValue(kind, at: position))
  }
}
