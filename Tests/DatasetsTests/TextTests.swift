import Datasets
import Testing

@Suite struct TextTests {
  private func problem(_ bytes: [UInt8]) throws -> DatasetError {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "text.txt")
    let file = TextFile(path: "\(folder.path)/text.txt")
    let error = try #require(throws: DatasetError.self) { try file.read() }
    #expect(error.file == file.path)
    return error
  }

  @Test func numbersCharactersInAscendingOrder() throws {
    let text = try PlainText(name: "x", "banana\r\n")
    #expect(text.vocabulary.characters == ["\n", "\r", "a", "b", "n"])
    #expect(text.tokens == [3, 2, 4, 2, 4, 2, 1, 0])
    #expect(text.vocabulary.names == ["\\n", "\\r", "a", "b", "n"])
    #expect(text.vocabulary.token(of: "b") == 3)
    #expect(text.vocabulary.token(of: "c") == nil)
    #expect(text.vocabulary.text(of: text.tokens.map { Int($0) }) == "banana\r\n")
  }

  /// A base and an accent are two, and the letter that has the accent built in is a third.
  @Test func normalisesNothing() throws {
    let text = try PlainText(name: "x", "e\u{301}\u{E9}\u{FEFF}👩‍👩‍👧")
    #expect(text.vocabulary.characters == ["e", "\u{E9}", "\u{301}", "\u{200D}", "\u{FEFF}", "👧", "👩"])
    #expect(text.count == 9)
    #expect(text.vocabulary.names == ["e", "é", "U+0301", "U+200D", "U+FEFF", "👧", "👩"])
  }

  @Test func isNamedByTheDigestOfItsBytes() throws {
    #expect(
      try PlainText(name: "x", "abc").digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func readsAFilePlainOrPacked() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("zwei Wörter\n".utf8)
    try folder.write(bytes, to: "a.txt")
    try folder.write(gzip(bytes), to: "b.txt.gz")
    let plain = try TextFile(path: "\(folder.path)/a.txt").read()
    let packed = try TextFile(path: "\(folder.path)/b.txt.gz").read()
    #expect(plain.tokens == packed.tokens && plain.digest == packed.digest)
    #expect(plain.count == 12)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1, 2), ([0x61, 0x0A, 0xC3, 0xB6, 0xC3], 2, 2), ([0xED, 0xA0, 0x80], 1, 1), ([0xC0, 0x80], 1, 1),
      ([0xF4, 0x90, 0x80, 0x80], 1, 1), ([0x0A, 0x0A, 0x80], 3, 1),
    ] as [([UInt8], Int, Int)])
  func refusesWhatIsNotUTF8WithItsPlace(_ bytes: [UInt8], _ line: Int, _ column: Int) throws {
    let error = try problem(bytes)
    #expect(error.problem as? TextProblem == .notUTF8(line: line, column: column))
    #expect(error.description.hasSuffix("text.txt: line \(line), column \(column): not UTF-8"))
  }

  @Test func refusesNULWithItsPlace() throws {
    #expect(try problem(Array("ab\ncd\0".utf8)).problem as? TextProblem == .containsNUL(line: 2, column: 3))
  }

  @Test func refusesNothingAtAll() throws {
    #expect(try problem([]).problem as? TextProblem == .empty)
  }

  @Test func refusesABombWithoutUnpackingAllOfIt() throws {
    let member = try gzip([UInt8](repeating: 0x61, count: 1 << 20))
    let error = try problem((0..<80).flatMap { _ in member })
    guard case .fileTooLarge(_, TextFile.largestSize)? = error.problem as? DataFileProblem else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func refusesMoreCharactersThanThereAreClasses() throws {
    let characters = (0x10000..<0x10000 + 65_537).compactMap { Unicode.Scalar($0) }
    let text = String(String.UnicodeScalarView(characters))
    #expect(throws: DatasetError("x", .tooManyDifferentCharacters(limit: 65_536))) { try PlainText(name: "x", text) }
  }

  @Test func isCutAtTheEnd() throws {
    let parts = try #require(ConsecutiveParts(count: 100, validation: 10, test: 20))
    #expect((parts.train, parts.validation, parts.test) == (0..<70, 70..<80, 80..<100))
    #expect(ConsecutiveParts(count: 10, validation: 5, test: 5) == nil)
    #expect(ConsecutiveParts(count: 10, validation: .max, test: 1) == nil)
    #expect(ConsecutiveParts(count: 10, validation: 1, test: .max) == nil)
  }
}

@Suite struct TextExamplesTests {
  @Test func tellsTheCharacterThatFollowsEach() throws {
    let text = try PlainText(name: "x", "abcdefghij")
    let examples = TextExamples(text, part: 1..<9, steps: 3)
    #expect(examples.count == 2)
    #expect(examples.tokens(of: 0) == [1, 2, 3])
    #expect(examples.tokens(of: 1) == [4, 5, 6])
    #expect((0..<3).map { examples.target(of: 1, at: $0) } == [5, 6, 7])
    #expect(examples.view(of: 1) == .text("efg"))
    #expect(examples.targetCounts == [0, 0, 1, 1, 1, 1, 1, 1, 0, 0])
    #expect(
      examples.shape
        == ExampleShape(steps: 3, input: .tokens(10), target: .classes(10), told: .eachStep, isRunning: true))
    #expect(examples.shape.features == 10)
  }

  @Test(arguments: [(0, 0), (1, 0), (3, 0), (4, 1), (6, 1), (7, 2)])
  func hasWindowsWhoseLastCharacterHasASuccessor(_ characters: Int, _ windows: Int) throws {
    let text = try PlainText(name: "x", "aaaaaaaaaa")
    #expect(TextExamples(text, part: 0..<characters, steps: 3).count == windows)
  }
}

@Suite struct GeneratedSentencesTests {
  private func characters(_ text: PlainText) -> String { text.vocabulary.text(of: text.tokens.map { Int($0) }) }

  @Test func beginsAsALongerTextDoes() throws {
    let long = characters(try GeneratedSentences.text(count: 5000, seed: 7))
    #expect(long.count == 5000)
    #expect(characters(try GeneratedSentences.text(count: 1234, seed: 7)) == long.prefix(1234))
    #expect(characters(try GeneratedSentences.text(count: 5000, seed: 8)) != long)
  }

  @Test func isMadeOfLettersAndLittleElse() throws {
    let text = try GeneratedSentences.text(count: 100_000, seed: 1)
    #expect(text.vocabulary == GeneratedSentences.vocabulary(in: .whole))
    #expect(Set(text.tokens).count == text.vocabulary.count)
    #expect(try GeneratedSentences.text(count: 3, seed: 1).vocabulary == text.vocabulary)
  }

  /// Other characters are another result of every notebook that reads them, and have to be another edition.
  @Test func givesTheSameCharactersEverywhere() throws {
    #expect(try GeneratedSentences.text(count: 1_000_000, seed: 1).digest.prefix(8) == GeneratedSentences.edition)
  }
}
