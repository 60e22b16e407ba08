import Datasets
import Testing

/// Examples that are generated: signs in, a sign to be told at each step.
@Suite struct TokenTaskTests {
  private static func examples(
    _ task: any TokenTask.Type, count: Int = 200, steps: Int = 30, shortest: Int? = nil, seed: UInt64 = 1
  ) throws -> TokenExamples {
    try #require(
      task.examples(count: count, steps: steps, shortest: shortest ?? steps, seed: seed) { false } as? TokenExamples)
  }

  private static func told(_ index: Int, of examples: TokenExamples) -> String {
    (0..<examples.steps(of: index)).map { examples.classNames[examples.target(of: index, at: $0)] }.joined()
  }

  private static func seen(_ index: Int, of examples: TokenExamples) throws -> String {
    guard case .text(let text) = examples.view(of: index) else { throw NotText() }
    return text
  }

  private struct NotText: Error {}

  /// Other signs are another result of every notebook that reads them, and have to be another edition.
  @Test func areTheSameSignsEverywhere() throws {
    let digests = [
      try Self.examples(CopyingTask.self, shortest: 21).digest, try Self.examples(SumTask.self, shortest: 6).digest,
    ]
    #expect(digests.map { $0.prefix(8) } == [CopyingTask.edition[...], SumTask.edition[...]])
  }

  @Test func askForTenDigitsAtTheEnd() throws {
    let examples = try Self.examples(CopyingTask.self, shortest: 21)
    var digits: Set<Character> = []
    for index in 0..<examples.count {
      let (seen, told) = (try Self.seen(index, of: examples), Self.told(index, of: examples))
      let copied = seen.prefix(10)
      #expect(seen.dropFirst(10) == "\(String(repeating: ".", count: seen.count - 21))???????????")
      #expect(told == "\(String(repeating: ".", count: seen.count - 10))\(copied)")
      digits.formUnion(copied)
    }
    #expect(digits == Set("12345678"))
    #expect(Set((0..<examples.count).map { examples.steps(of: $0) }) == Set(21...30))
  }

  @Test(arguments: [6, 7, 9, 12, 33]) func addTwoNumbers(_ steps: Int) throws {
    let examples = try Self.examples(SumTask.self, steps: steps)
    var lengths: Set<Int> = []
    for index in 0..<examples.count {
      let (seen, told) = (try Self.seen(index, of: examples), Self.told(index, of: examples))
      let question = seen.filter { $0 != "." }
      let numbers = try question.dropLast().split(separator: "+").map { try #require(Int($0)) }
      #expect(question.last == "=" && numbers.count == 2)
      let sum = told.filter { $0 != "." }
      #expect(Int(sum) == numbers[0] + numbers[1])
      // The sum begins at the step behind the sign that asks for it.
      let place = try #require(seen.firstIndex(of: "="))
      #expect(told[told.index(after: place)...].hasPrefix(sum) && told[...place].allSatisfy { $0 == "." })
      for number in question.dropLast().split(separator: "+") {
        #expect(number == "0" || !number.hasPrefix("0"))
        lengths.insert(number.count)
      }
    }
    #expect(lengths == Set(1...steps / 3 - 1))
  }

  /// Numbers end before they are larger than the machine's.
  @Test func addNumbersOfNoMoreDigitsThanThereAre() throws {
    let examples = try Self.examples(SumTask.self, count: 50, steps: 400)
    for index in 0..<examples.count {
      #expect(Self.told(index, of: examples).filter { $0 != "." }.count <= 18)
      #expect(examples.steps(of: index) == 400)
    }
  }

  @Test func followFromTheSeedAndTheirNumberAlone() throws {
    let (few, many) = (try Self.examples(SumTask.self, count: 3), try Self.examples(SumTask.self, count: 9))
    #expect((0..<3).allSatisfy { few.view(of: $0) == many.view(of: $0) })
    #expect(many[2..<3].view(of: 0) == few.view(of: 2))
    #expect(try Self.examples(SumTask.self, count: 3, seed: 2).digest != few.digest)
  }

  @Test func areNoLongerMadeOnceGivenUp() {
    #expect(CopyingTask.examples(count: 1, steps: 30, shortest: 30, seed: 1) { true } == nil)
  }
}
