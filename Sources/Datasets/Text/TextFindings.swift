/// What is known of a text once it has been read: everything but the order of its characters.
package struct TextFindings: DataFindings, Hashable {
  package let characters: Int
  package let vocabulary: Vocabulary
  /// The SHA-256 of the text in UTF-8, in hexadecimal.
  package let digest: String

  package var arePossible: Bool { Self.possibleCounts.contains(characters) }
}

extension TextFile: FiledData {
  package var filePaths: [String] { [path] }

  package var reading: String { "text 1 \(known?.name ?? "") \(form.phrase)" }

  package func read(threads: Int) throws(DatasetError) -> PlainText { try read() }

  package func findings(in text: PlainText) -> TextFindings {
    TextFindings(characters: text.count, vocabulary: text.vocabulary, digest: text.digest)
  }

  package func bytes(of text: PlainText) -> Int { text.count * MemoryLayout<Int32>.stride }
}
