/// A text that goes by a name, because it is known byte for byte.
package struct KnownText: PublishedData, Hashable {
  package let name: String
  package let mirrors: [String]
  /// Its name at the mirrors.
  let file: String
  /// Of the text in UTF-8, as many as it has characters.
  let bytes: Int
  /// Its characters spelled in letters.
  let letters: Int
  /// The SHA-256 of the text, in hexadecimal.
  let digest: String
  /// Every character that it has.
  let alphabet: Vocabulary

  package static let all = [
    KnownText(
      name: "tiny-shakespeare",
      mirrors: ["https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/"],
      file: "input.txt", bytes: 1_115_394, letters: 1_059_580,
      digest: "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
      alphabet: Vocabulary(
        of: Array("\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars))),
    KnownText(
      name: "time-machine",
      mirrors: [
        "https://d2l-data.s3-accelerate.amazonaws.com/", "http://d2l-data.s3-accelerate.amazonaws.com/",
      ],
      file: "timemachine.txt", bytes: 178_979, letters: 173_427,
      digest: "8424dbd9532ac81f7e5f0b6add90e6952baea29158309d7d1bf3884f4e12c516",
      alphabet: Vocabulary(
        of: Array(
          "\n !\"'(),-.189:;?ABCDEFGHIJKLMNOPQRSTUVWXY[]_abcdefghijklmnopqrstuvwxyz".unicodeScalars))),
  ]

  package static func named(_ name: String) -> KnownText? { all.first { $0.name == name } }

  /// How many characters there are in a form.
  package func characters(in form: TextForm) -> Int {
    let all =
      switch form.normalization {
      case .letters: letters
      case nil: bytes
      }
    return min(all, form.characters ?? all)
  }

  /// The characters that there are in a form, though a beginning may have fewer.
  package func vocabulary(in form: TextForm) -> Vocabulary { form.vocabulary(of: alphabet) }

  package var files: [PublishedFile] {
    [
      PublishedFile(name: file, otherName: "\(file).gz", largestSize: bytes + 4096) { path throws(DatasetError) in
        _ = try TextFile(path: path, known: self).read()
      }
    ]
  }
}

extension DatasetCatalog {
  /// The first file of a known text: in a folder of its name under the name that it was published by, or among texts under its own, plain
  /// or gzipped.
  package func locate(_ text: KnownText, in form: TextForm) -> TextFile? {
    for path in searched(text).flatMap({ [$0, "\($0).gz"] }) {
      guard case .regular? = try? FileKind(path) else { continue }
      return TextFile(path: path, known: text, form: form)
    }
    return nil
  }

  /// The files that `locate` looks for, plain or gzipped.
  package func searched(_ text: KnownText) -> [String] {
    zip(places(of: text.name), places(of: "texts")).flatMap { own, shared in
      ["\(own)/\(text.file)", "\(shared)/\(text.name).txt"]
    }
  }
}
