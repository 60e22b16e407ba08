import NotebookSyntax
import Testing

/// What a misspelt word was meant to be.
struct SpellingTests {
  private static let keys = ["units", "initial", "bias", "forget_bias", "steps", "on"]

  @Test(arguments: [
    ("untis", "units"), ("unit", "units"), ("Units", "units"), ("forgetbias", "forget_bias"), ("setps", "steps"),
    ("no", "on"), ("bais", "bias"),
  ]) func findsTheWordThatWasMeant(_ written: String, _ meant: String) {
    #expect(Spelling.nearest(to: written, among: Self.keys) == meant)
    #expect(Spelling.suggestion(for: written, among: Self.keys) == "did you mean '\(meant)'?")
  }

  @Test func listsWhatThereIsWhenNothingIsNear() {
    #expect(Spelling.nearest(to: "momentum", among: Self.keys) == nil)
    #expect(Spelling.suggestion(for: "momentum", among: ["b", "a", "c"]) == "there is 'a', 'b' and 'c'")
  }

  @Test func saysNothingWhenThereIsTooMuchOrNothingToChooseFrom() {
    #expect(Spelling.suggestion(for: "momentum", among: (0...20).map { "key\($0)" }) == nil)
    #expect(Spelling.suggestion(for: "momentum", among: []) == nil)
  }

  @Test func takesTheFirstInTheAlphabetOfTwoThatAreAsNear() {
    #expect(Spelling.nearest(to: "lose", among: ["loss", "lost"]) == "loss")
    #expect(Spelling.nearest(to: "lose", among: ["lost", "loss"]) == "loss")
  }
}
