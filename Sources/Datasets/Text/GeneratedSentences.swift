private import SeededRandom

/// A text that is generated instead of read: English sentences of a small grammar, with the same characters on every machine.
///
/// There is something to learn at every distance: spelling, the order of words, and a verb that agrees with a noun which may stand a
/// relative clause before it.
package enum GeneratedSentences {
  package static let name = "sentences"
  /// Names what is generated: two generators of the same edition give the same characters.
  ///
  /// It is the beginning of the digest of a million characters, which a test generates anew.
  package static let edition = "5c311b3f"

  /// Every character that there is, in a short text too, spelled in some form.
  package static func vocabulary(in form: TextForm) -> Vocabulary { form.vocabulary(of: vocabulary) }

  private static let vocabulary = Vocabulary(of: Array("\n .FMTabcdefghiklmnopqrstuvwy".unicodeScalars))

  /// The first characters of a text without an end, which follows from the seed.
  ///
  /// - Parameters:
  ///   - count: How many, in the form that they are spelled in.
  ///   - form: How they are spelled.
  ///   - vocabulary: The characters that there may be, those of sentences among them; by default no others.
  ///   - seed: The notebook's seed.
  /// - Returns: The text.
  /// - Throws: What is wrong with it, which nothing is unless it is empty.
  package static func text(
    count: Int, in form: TextForm = .whole, vocabulary: Vocabulary? = nil, seed: UInt64
  ) throws(DatasetError) -> PlainText {
    // In letters, each sentence is a character shorter; it has twelve at least.
    let written = form.normalization == nil ? count : count + count / 8 + 200
    var text = ""
    text.reserveCapacity(written + 200)
    var sentence = 0
    while text.utf8.count < written {
      text += Self.sentence(sentence, seed: seed)
      sentence += 1
    }
    let form = TextForm(normalization: form.normalization, characters: count)
    return try PlainText(name: name, text, form: form, vocabulary: vocabulary ?? Self.vocabulary(in: form))
  }

  /// One sentence with the white space after it, a pure function of the seed and its number.
  static func sentence(_ number: Int, seed: UInt64) -> String {
    var writer = SentenceWriter(
      random: RandomStream(seed: seed, purpose: .generatedText, index: number))
    return writer.sentence()
  }
}

/// Writes one sentence.
private struct SentenceWriter {
  var random: RandomStream

  private enum Number {
    case singular, plural
  }

  private static let nouns = [
    "bird", "cat", "child", "dog", "farmer", "girl", "horse", "king", "sailor", "tree", "village", "wolf",
  ]
  private static let plurals = ["child": "children", "wolf": "wolves"]
  private static let adjectives = ["big", "brave", "green", "happy", "little", "old", "quiet", "red", "young"]
  private static let verbs = ["call", "find", "follow", "hear", "know", "like", "remember", "see", "watch"]
  private static let intransitive = ["come home", "laugh", "run away", "sing", "sleep", "wait"]
  private static let counts = ["two", "three", "four", "five", "many"]
  private static let times = ["in the morning", "at night", "every day", "in the garden", "near the river"]

  mutating func sentence() -> String {
    let number = number()
    var sentence = nounPhrase(number, depth: 0) + " " + predicate(number, depth: 0)
    if chance(of: 4) { sentence += " " + pick(Self.times) }
    let first = sentence.removeFirst().uppercased()
    return first + sentence + "." + (chance(of: 6) ? "\n" : " ")
  }

  private mutating func nounPhrase(_ number: Number, depth: Int) -> String {
    let noun = pick(Self.nouns)
    let adjective = chance(of: 3) ? pick(Self.adjectives) + " " : ""
    let phrase =
      switch number {
      case .singular: "the \(adjective)\(noun)"
      case .plural:
        "\(chance(of: 2) ? "the" : pick(Self.counts)) \(adjective)\(Self.plurals[noun] ?? noun + "s")"
      }
    guard depth < 1, chance(of: 5) else { return phrase }
    return phrase + " that " + predicate(number, depth: depth + 1)
  }

  private mutating func predicate(_ number: Number, depth: Int) -> String {
    if chance(of: 4) {
      var words = pick(Self.intransitive).split(separator: " ").map(String.init)
      words[0] = inflected(words[0], number)
      return words.joined(separator: " ")
    }
    let verb = inflected(pick(Self.verbs), number)
    return verb + " " + nounPhrase(self.number(), depth: depth + 1)
  }

  private func inflected(_ verb: String, _ number: Number) -> String {
    guard number == .singular else { return verb }
    return verb.hasSuffix("ch") ? verb + "es" : verb + "s"
  }

  private mutating func number() -> Number { chance(of: 2) ? .singular : .plural }

  private mutating func chance(of one: Int) -> Bool { random.whole(below: one) == 0 }

  private mutating func pick(_ words: [String]) -> String { words[random.whole(below: words.count)] }
}
