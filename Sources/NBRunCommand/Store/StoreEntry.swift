import Foundation

/// The name of a file in a store of results, and what it says.
struct StoreEntry: Hashable {
  enum Kind: String, CaseIterable {
    case result
    /// A training that came to its end.
    case training
    /// A training that came to its end before its last step.
    case stopped
    /// A training under way.
    case part
    /// What was found in data files.
    case data
    /// What was stored for each cell of a notebook.
    case cells
    /// Which notebook a page was made from.
    case page
  }

  let kind: Kind
  /// The key of a result, the stem of a training, what data files are known by or the digest of a notebook's path: 64 hexadecimal digits.
  let subject: String
  /// How many steps a training has taken.
  let step: Int?
  /// What sets a file that was not finished apart from every other, 16 hexadecimal digits.
  let unfinished: String?

  private static let subjectLength = 64
  private static let unfinishedLength = 16
  private static let unfinishedEnding = "unfinished"

  init(_ kind: Kind, _ subject: String, step: Int? = nil) {
    self.init(kind: kind, subject: subject, step: step, unfinished: nil)
  }

  private init(kind: Kind, subject: String, step: Int?, unfinished: String?) {
    self.kind = kind
    self.subject = subject
    self.step = step
    self.unfinished = unfinished
  }

  /// Reads a file's name; nil when it is not exactly as one of ours.
  init?(fileName: String) {
    var parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    var unfinished: String?
    if parts.count == 4, parts[3] == Self.unfinishedEnding, Self.isHexadecimal(parts[2], Self.unfinishedLength) {
      unfinished = String(parts[2])
      parts.removeLast(2)
    }
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[1])) else { return nil }
    let words = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard Self.isHexadecimal(words[0], Self.subjectLength) else { return nil }
    switch kind {
    case .result, .cells, .data, .page:
      guard words.count == 1 else { return nil }
      step = nil
    case .training, .stopped, .part:
      guard words.count == 2, let step = Int(words[1]), step >= 0, String(step) == words[1] else { return nil }
      self.step = step
    }
    self.kind = kind
    subject = String(words[0])
    self.unfinished = unfinished
  }

  var name: String {
    let whole = subject + (step.map { "-\($0)" } ?? "") + ".\(kind.rawValue)"
    return whole + (unfinished.map { ".\($0).\(Self.unfinishedEnding)" } ?? "")
  }

  /// A name under which this can be written before it takes its own; no other process on any machine has it.
  var whileUnfinished: StoreEntry {
    StoreEntry(kind: kind, subject: subject, step: step, unfinished: WholeFile.uniqueName)
  }

  /// Whether a text is as what sets unfinished files apart.
  static func isUnique(_ text: Substring) -> Bool { isHexadecimal(text, unfinishedLength) }

  private static func isHexadecimal(_ text: Substring, _ length: Int) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}
