import NotebookPlanning
import NotebookResults
import NotebookSyntax
import Testing

@testable import NotebookDirectives

/// A training of which every step depends on how many there are is not the beginning of a longer one.
struct DependenceOnLengthTests {
  /// A directive with steps and a schedule, which leaves nothing.
  private enum Walk: Directive {
    static let keyword = "walk"
    static let summary = "Walks."
    static let steps = DeclaredOption("steps", .integer(1...100), "How far.", moves: .length)
    static let schedule = DeclaredOption(
      "schedule", KindRegistry<String>("schedule", [Constant.self, Cosine.self]).type,
      default: NestedValue(Constant.self),
      "How fast.")
    static let options: [any OptionDeclaration] = [steps, schedule]
    static let examples: [[ExampleOption]] = []

    static func plan(_ values: inout OptionValues) -> PlannedAction? {
      values.resolveLength(to: values[steps] ?? 1)
      return PlannedAction(ChartAction(title: "", lines: [], style: ChartStyle()), leaves: Symbol(.measurements))
    }
  }

  private enum Constant: KindSpelling {
    static let keyword = "constant"
    static let summary = "Always alike."
    static let options: [any OptionDeclaration] = []
    static func make(_ values: inout OptionValues) -> String? { keyword }
  }

  private enum Cosine: KindSpelling {
    static let keyword = "cosine"
    static let summary = "Slower towards the end."
    static let dependsOnLength = true
    static let options: [any OptionDeclaration] = []
    static func make(_ values: inout OptionValues) -> String? { keyword }
  }

  private func key(_ options: String) throws -> CacheKey {
    let document = NotebookParser.parse("```{walk}\n\(options)\n```\n", file: "walk.md").value
    let plan = RunPlan.make(document, of: [Walk.self], in: TestNotebook("").environment)
    #expect(plan.diagnostics.isEmpty)
    return try #require(plan.value.cacheKeys().first)
  }

  @Test func aConstantRateMakesAShorterTrainingTheBeginningOfALonger() throws {
    let (short, long) = (try key("steps: 3"), try key("steps: 5"))
    #expect(short.stem == long.stem)
    #expect(short.digest != long.digest)
    #expect(try key("steps: 3\nschedule: constant") == short)
  }

  @Test func aScheduleThatDependsOnTheLengthKeepsThemApart() throws {
    let (short, long) = (try key("steps: 3\nschedule: cosine"), try key("steps: 5\nschedule: cosine"))
    #expect(short.stem != long.stem)
    #expect(long.changes(since: short) == ["steps 3 → 5"])
    #expect(try key("steps: 3\nschedule: cosine") == short)
  }
}
