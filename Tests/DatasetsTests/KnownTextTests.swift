import Foundation
import Testing

@testable import Datasets

/// Texts that go by a name, and what becomes of a text before it is cut.
@Suite struct KnownTextTests {
  private static let words = Array("The Cat — and\n\n the Dog's Día 2!".utf8)
  private static let known = KnownText(
    name: "words", mirrors: [], file: "input.txt", bytes: words.count, letters: 23, digest: SHA256.hex(of: words),
    alphabet: Vocabulary(of: Array(String(decoding: words, as: UTF8.self).unicodeScalars)))

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func spelled(_ text: String, _ form: TextForm) throws -> String {
    let text = try PlainText(name: "x", text, form: form)
    return text.vocabulary.text(of: text.tokens.map { Int($0) })
  }

  @Test func isSpelledInLettersAndBlanks() throws {
    let letters = TextForm(normalization: .letters)
    #expect(try spelled(" The Cat — and\n\n the Dog's Día 2!", letters) == "the cat and the dog s d a")
    #expect(try spelled("a", letters) == "a")
    #expect(try spelled("The Cat", TextForm(normalization: .letters, characters: 5)) == "the c")
    #expect(try spelled("The Cat", TextForm(characters: 5)) == "The C")
    #expect(throws: DatasetError("x", .empty)) { try PlainText(name: "x", "123", form: letters) }
  }

  @Test func isNamedByTheDigestOfWhatIsTaken() throws {
    #expect(try PlainText(name: "x", "abcd", form: TextForm(characters: 3)).digest == SHA256.hex(of: Array("abc".utf8)))
    #expect(
      try PlainText(name: "x", "AB", form: TextForm(normalization: .letters)).digest == SHA256.hex(of: Array("ab".utf8))
    )
  }

  @Test func isFoundUnderEitherNamePlainOrPacked() throws {
    let catalog = DatasetCatalog(folders: ["\(folder.path)/first", "\(folder.path)/second"])
    #expect(catalog.locate(Self.known, in: .whole) == nil)
    #expect(
      catalog.searched(Self.known) == [
        "\(folder.path)/first/words/input.txt", "\(folder.path)/first/texts/words.txt",
        "\(folder.path)/second/words/input.txt", "\(folder.path)/second/texts/words.txt",
      ])
    try folder.write(gzip(Self.words), to: "second/texts/words.txt.gz")
    #expect(catalog.locate(Self.known, in: .whole)?.path == "\(folder.path)/second/texts/words.txt.gz")
    try folder.write(Self.words, to: "first/words/input.txt")
    #expect(catalog.locate(Self.known, in: .whole)?.path == "\(folder.path)/first/words/input.txt")
  }

  @Test func isTheSameHoweverItIsPackedAndAnythingElseIsRefused() throws {
    try folder.write(Self.words, to: "a.txt")
    try folder.write(gzip(Self.words), to: "b.gz")
    for name in ["a.txt", "b.gz"] {
      let file = TextFile(path: "\(folder.path)/\(name)", known: Self.known, form: TextForm(normalization: .letters))
      let text = try file.read()
      #expect(text.vocabulary.count == 27, "all letters that there could be")
      #expect(text.count == 25)
      for published in Self.known.files { try published.verify(at: "\(folder.path)/\(name)") }
    }
    let other = Array("The Cat".utf8)
    try folder.write(other, to: "c.txt")
    let file = TextFile(path: "\(folder.path)/c.txt", known: Self.known)
    let error = try #require(throws: DatasetError.self) { try file.read() }
    #expect(
      error.problem as? PublishedProblem
        == .wrongContents(dataset: "words", expected: Self.known.digest, found: SHA256.hex(of: other)))
  }

  /// What is read in one form is not taken for what was read in another.
  @Test func isReadAnewInAnotherForm() {
    let forms = [
      TextForm.whole, TextForm(normalization: .letters), TextForm(characters: 5),
      TextForm(normalization: .letters, characters: 5),
    ]
    let files = forms.flatMap { [TextFile(path: "x", form: $0), TextFile(path: "x", known: Self.known, form: $0)] }
    #expect(Set(files.map(\.reading)).count == 8)
  }

  @Test(arguments: [TextForm.whole, TextForm(normalization: .letters)])
  func sentencesHaveTheCharactersOfWhatTheyStandInFor(_ form: TextForm) throws {
    for known in KnownText.all {
      let vocabulary = known.vocabulary(in: form)
      let text = try GeneratedSentences.text(count: 5000, in: form, vocabulary: vocabulary, seed: 1)
      #expect(text.count == 5000 && text.vocabulary == vocabulary)
    }
  }

  private static let dataFolder = ProcessInfo.processInfo.environment["NBRUN_DATA"]

  @Test(.enabled(if: dataFolder != nil, "NBRUN_DATA names no folder with the real texts"), arguments: KnownText.all)
  func isWhatIsSaidOfIt(_ known: KnownText) throws {
    let catalog = DatasetCatalog(folders: [Self.dataFolder ?? ""])
    // A folder may have the digits and no texts.
    guard let file = catalog.locate(known, in: .whole) else { return }
    let text = try file.read()
    #expect(text.count == known.bytes && text.count == known.characters(in: .whole))
    #expect(Set(text.tokens).count == known.alphabet.count)
    let letters = TextForm(normalization: .letters)
    let spelled = try #require(try catalog.locate(known, in: letters)?.read())
    #expect(spelled.count == known.characters(in: letters))
    #expect(Set(spelled.tokens).count == 27)
  }
}
