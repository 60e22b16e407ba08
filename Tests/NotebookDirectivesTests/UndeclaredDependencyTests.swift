import NotebookPlanning
import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookDirectives
@testable import NotebookRunning

/// What a cell has not said that it depends on, it is not given.
struct UndeclaredDependencyTests {
  /// Looks at everything that it is given, and says that it depends on nothing, or on the seed.
  private struct Peek: DirectAction {
    func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
      let seen = session.datasets.count + session.models.count + session.records.count
      return CellResult(fields: [Field("seen", .count(seen)), Field("seed", .count(Int(context.seed)))])
    }
  }

  private enum PeekDirective: Directive {
    static let keyword = "peek"
    static let summary = "Looks."
    static let draws = DeclaredOption("draws", .integer(0...1), default: 0, "Whether it says that it draws.")
    static let model = DeclaredOption("model", .text(), "A model that it does not say it reads.")
    static let options: [any OptionDeclaration] = [draws, model]
    static let examples: [[ExampleOption]] = []

    static func plan(_ values: inout OptionValues) -> PlannedAction? {
      if values[draws] == 1 { values.drawRandomNumbers() }
      return PlannedAction(Peek(), leaves: Symbol(.measurements, fields: ["seen", "seed"]))
    }
  }

  private func run(_ options: String) throws -> (seen: Double?, seed: Double?) {
    let text = "\(TestNotebook.model)```{peek}\nlabel: peek\n\(options)\n```\n"
    let document = NotebookParser.parse("---\nseed: 7\n---\n\(text)", file: "peek.md").value
    let directives = DirectiveRegistry.directives + [PeekDirective.self]
    let plan = RunPlan.make(document, of: directives, in: TestNotebook("").environment).value
    var runner = Runner(plan: plan, options: Runner.Options(threads: 1))
    runner.runRemainingCells { _ in }
    func number(_ field: String) -> Double? {
      runner.session.quantity(
        FieldReference(label: "peek", field: field, position: SourcePosition(line: 1)))?.number
    }
    #expect(runner.session.models["net"] != nil, "what others made is still there")
    return (number("seen"), number("seed"))
  }

  @Test func neitherTheSeedNorWhatOtherCellsMade() throws {
    let given = try run("model: net")
    #expect(given.seen == 0)
    #expect(given.seed == 0)
  }

  @Test func theSeedOnlyWhereItSaysThatItDraws() throws {
    #expect(try run("draws: 1").seed == 7)
  }
}
