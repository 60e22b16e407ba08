import Datasets
import Testing

@Suite struct TokenSuccessionTests {
  private func examples(_ text: String, steps: Int = 2) throws -> TextExamples {
    let text = try PlainText(name: "x", text, vocabulary: Vocabulary(of: ["a", "b", "c"]))
    return TextExamples(text, part: 0..<text.count, steps: steps)
  }

  /// After an a came b twice and c once; frequencies alone are a 2, b 3 and c 2 of 7, each once more than seen.
  @Test func countsWhatFollowsWhat() throws {
    // a→b, b→a, a→b, b→…: pairs ab, ba, ab, bc; seen are a, b, b, c.
    let succession = try #require(TokenSuccession(try examples("ababc")))
    let guess = succession.guess(try examples("abc"))
    // p(b | a) = (2 + 3/7)/3 and p(c | b) = (1 + 2/7)/3; b is told after a, and a (the first of equals) after b.
    #expect(abs(guess.crossEntropy - (0.211_309_093_667_207 + 0.847_297_860_387_204) / 2) < 1e-14)
    #expect(guess.accuracy == 0.5)
  }

  /// c was never seen to go on: it is followed by what is frequent.
  @Test func fallsBackOnFrequencies() throws {
    let succession = try #require(TokenSuccession(try examples("ababc")))
    let guess = succession.guess(try examples("ca", steps: 1))
    #expect(abs(guess.crossEntropy - 1.252_762_968_495_368) < 1e-14)
    #expect(guess.accuracy == 0)
    #expect(succession.guess(try examples("cb", steps: 1)).accuracy == 1)
  }

  @Test func readsNothingButTokensWithAClassAtEachStep() throws {
    let sines = SineTask.examples(count: 2, steps: 3, shortest: 3, seed: 1) { false }
    #expect(sines?.shape.input == .numbers(1))
    #expect(TokenSuccession(try examples("abab")) != nil)
  }
}
