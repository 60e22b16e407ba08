import NotebookPlanning
import NotebookResults
import TestSupport
import Testing

@testable import NotebookDirectives

/// A network writes, and what it writes follows from its weights and the seed.
struct GenerateTests {
  private static let model = """
    ```{load}
    label: text
    dataset: sentences
    characters: 20000
    time_steps: 16
    ```
    ```{build}
    label: net
    layers: [lstm: {units: 32}, dense: {units: 29}]
    ```
    ```{train}
    steps: 150
    batch: 20
    optimizer: {adam: {learning_rate: 0.02}}
    ```

    """

  private static func passages(_ options: String, model: String = model, seed: UInt64 = 1) throws -> [Passage] {
    let text = model + "```{generate}\nlabel: written\n\(options)\n```\n"
    let run = try TestNotebook(text, seed: seed).run()
    #expect(run.report.outcome == .succeeded)
    return run.result(3)?.outputs.compactMap { if case .passage(let passage) = $0 { passage } else { nil } } ?? []
  }

  @Test func writesAsManyCharactersOfTheTextAsAreAskedFor() throws {
    let passages = try Self.passages("characters: 57\nsamples: 3\nstart: The dog")
    #expect(passages.count == 3)
    #expect(passages.allSatisfy { $0.start == "The dog" && $0.text.unicodeScalars.count == 57 })
    #expect(Set(passages.map(\.text)).count == 3, "each sample has random numbers of its own")
    #expect(passages[0].caption == "57 characters, temperature 1, sample 1 of 3")
    #expect(passages.allSatisfy { $0.text.allSatisfy { "\n .FMTabcdefghiklmnopqrstuvwy".contains($0) } })
  }

  @Test func writesTheSameForTheSameSeedWhateverIsWrittenBeside() throws {
    let three = try Self.passages("characters: 40\nsamples: 3").map(\.text)
    #expect(try Self.passages("characters: 40\nsamples: 1").map(\.text) == [three[0]])
    #expect(try Self.passages("characters: 20\nsamples: 3").map(\.text) == three.map { String($0.prefix(20)) })
    #expect(try Self.passages("characters: 40", seed: 2).map(\.text) != [three[0]])
  }

  @Test func takesTheLikeliestWhenItIsCold() throws {
    let cold = try Self.passages("characters: 60\ntemperature: 0\nsamples: 2")
    #expect(cold[0].text == cold[1].text)
    #expect(cold[0].caption == "60 characters, the likeliest at each step, sample 1 of 2")
    #expect(try Self.passages("characters: 60\ntemperature: 0.001").map(\.text) == [cold[0].text])
  }

  @Test func writesWordsThatItHasReadRatherWhenItIsCool() throws {
    func known(_ temperature: String) throws -> Double {
      let text = Self.model + "```{generate}\nlabel: written\ncharacters: 2000\ntemperature: \(temperature)\n```\n"
      return try #require(try TestNotebook(text).run().number("written", "known_words"))
    }
    let (cool, hot) = (try known("0.3"), try known("5"))
    #expect(cool > 0.6 && hot < 0.3)
  }

  /// The states go on: what is written after a long start is not what is written after its last character.
  @Test func remembersWhatItWasGiven() throws {
    let one = try Self.passages("characters: 30\ntemperature: 0\nstart: e")
    let other = try Self.passages("characters: 30\ntemperature: 0\nstart: The children that se")
    #expect(one[0].text != other[0].text)
  }

  @Test func beginsAfterALineBreakWhereThereIsOne() throws {
    #expect(try Self.passages("characters: 5").map(\.start) == ["\n"])
    let letters = Self.model.replacing("characters: 20000", with: "characters: 20000\nnormalize: letters")
      .replacing("units: 29", with: "units: 27")
    #expect(try Self.passages("characters: 5", model: letters).map(\.start) == [" "])
  }

  @Test func failsWhereTheOutputsAreNoNumbers() throws {
    let cells = """
      ```{load}
      dataset: sentences
      characters: 2000
      ```
      ```{build}
      layers: [simple_rnn: {units: 8, activation: relu, initial: {constant: {value: 1000}}}, dense: {units: 29}]
      ```
      ```{generate}
      characters: 200
      ```

      """
    let run = try TestNotebook(cells).run()
    let failures = run.events.compactMap { if case .cellFailed(_, let failure) = $0 { failure.message } else { nil } }
    #expect(failures == ["the network's outputs are no numbers, of which no character can be drawn"])
  }

  @Test func drawsTokensByTheirProbabilities() throws {
    var draw = TokenDraw(temperature: 1, seed: 1, sample: 0)
    var counts = [0, 0, 0, 0]
    for _ in 0..<4000 {
      let token = draw.token(of: [0.5, 0, 0.125, 0.375])
      counts[try #require(token)] += 1
    }
    #expect(counts[1] == 0)
    // Five standard deviations.
    for (count, share) in zip(counts, [0.5, 0, 0.125, 0.375]) {
      #expect(abs(Double(count) - 4000 * share) < 5 * (4000 * share * (1 - share)).squareRoot() + 1)
    }
  }

  /// At a temperature of 1/2 the odds of 3 to 1 are 9 to 1, at 2 the root of them.
  @Test(arguments: [(0.5, 0.9), (1, 0.75), (2, 0.633_974_596)]) func raisesProbabilitiesToAPower(
    _ temperature: Double, _ share: Double
  ) throws {
    var draw = TokenDraw(temperature: temperature, seed: 3, sample: 0)
    let count = (0..<4000).count { _ in draw.token(of: [0.75, 0.25]) == 0 }
    #expect(abs(Double(count) - 4000 * share) < 5 * (4000 * share * (1 - share)).squareRoot())
  }

  @Test(arguments: [1e-300, 1e-3, 1, 100]) func drawsSomethingAtAnyTemperature(_ temperature: Double) {
    var draw = TokenDraw(temperature: temperature, seed: 1, sample: 0)
    for _ in 0..<100 {
      let tokens = [[1e-38, 1, .leastNonzeroMagnitude], [.nan, 1], [0, 0]].map { draw.token(of: $0[...]) }
      #expect(tokens[0] != nil && tokens[1] == nil && tokens[2] == nil)
    }
  }
}
