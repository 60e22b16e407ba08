package import NotebookSyntax

/// The options that every cell has.
package enum CellOptions {
  package static let label = DeclaredOption(
    "label", .text("a letter of any script, then letters, digits, `-` and `_`", examples: ["one", "another"]),
    "The name of the cell and of what it makes.", otherwise: "its directive and number, such as `train-3`",
    moves: .nothing, alsoKnownAs: ["id", "name"])
  package static let caption = DeclaredOption(
    "caption", .text(), "A line of text above what the cell shows.", moves: .nothing,
    alsoKnownAs: ["description", "note"])
  package static let expect = DeclaredOption(
    "expect",
    .written(
      .either([
        .name(.expectation, "an expectation such as `test.accuracy >= 0.95`"),
        .list(.name(.expectation, "an expectation"), orOne: false),
      ]),
      examples: ["[load.classes > 1]", "[load.classes > 2]"]),
    "What has to hold of the measured numbers.", moves: .nothing, alsoKnownAs: ["assert", "expects", "check"])

  package static let all: [any OptionDeclaration] = [label, caption, expect]
}
