import Testing

@testable import NotebookSyntax

/// What a misspelt word was meant to be.
struct SpellingTests {
  private static let keys = ["units", "initial", "bias", "forget_bias", "steps", "on"]

  @Test(arguments: [
    ("untis", "units"), ("unit", "units"), ("Units", "units"), ("forgetbias", "forget_bias"), ("setps", "steps"),
    ("no", "on"), ("bais", "bias"),
  ]) func findsTheWordThatWasMeant(_ written: String, _ meant: String) {
    #expect(Spelling.nearest(to: written, among: Self.keys) == meant)
    let suggestion = Spelling.suggestion(for: written, among: Self.keys)
    #expect(suggestion?.phrase == "did you mean '\(meant)'?")
    #expect(suggestion?.correction == Suggestion.Correction(written: written, meant: meant))
  }

  @Test func correctsNoNameThatMayHaveToBePutInQuotes() {
    let suggestion = Spelling.suggestion(for: "sea levl", among: ["sea level"])
    #expect(suggestion?.phrase == "did you mean 'sea level'?")
    #expect(suggestion?.correction == nil)
  }

  @Test func listsWhatThereIsWhenNothingIsNear() {
    #expect(Spelling.nearest(to: "momentum", among: Self.keys) == nil)
    #expect(Spelling.suggestion(for: "momentum", among: ["b", "a", "c"]) == "there is 'a', 'b' and 'c'")
  }

  @Test func saysNothingWhenThereIsTooMuchOrNothingToChooseFrom() {
    #expect(Spelling.suggestion(for: "momentum", among: (0...20).map { "key\($0)" }) == nil)
    #expect(Spelling.suggestion(for: "momentum", among: []) == nil)
  }

  @Test(arguments: [
    ("", "a"), ("abcdef", "fedcba"), ("abcd", "badc"), ("label-17", "no-label-17"), ("banana", "ananab"),
    ("accuracy", "acuracy"), ("kitten", "sitting"), ("ca", "abc"),
  ]) func countsEditsAsFarAsTheyMatter(_ word: String, _ other: String) {
    func edits(_ most: Int) -> Int? {
      var distance = EditDistance(from: Array(word.utf8))
      return distance(to: Array(other.utf8), atMost: most)
    }
    guard let number = edits(20) else {
      Issue.record("no distance is beyond 20")
      return
    }
    let expected = [
      "a": 1, "fedcba": 5, "badc": 2, "no-label-17": 3, "ananab": 2, "acuracy": 1, "sitting": 3, "abc": 3,
    ]
    #expect(number == expected[other])
    for most in 0..<20 { #expect(edits(most) == (most < number ? nil : number)) }
  }

  @Test func takesTheFirstInTheAlphabetOfTwoThatAreAsNear() {
    #expect(Spelling.nearest(to: "lose", among: ["loss", "lost"]) == "loss")
    #expect(Spelling.nearest(to: "lose", among: ["lost", "loss"]) == "loss")
  }
}
