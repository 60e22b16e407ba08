import Foundation

/// The name of a file in a folder of kept results, and what it says.
struct KeptEntry: Hashable {
  enum Kind: String {
    case result
    /// A training that came to its end.
    case training
    /// A training under way.
    case part
    /// What was kept for each cell of a notebook.
    case cells
    /// A file that was not finished.
    case unfinished
  }

  let name: String
  let kind: Kind
  /// The key of a result, the stem of a training or the name of a notebook.
  let subject: String
  /// How many steps a training has taken.
  let step: Int?

  init(_ kind: Kind, _ subject: String, step: Int? = nil) {
    self.kind = kind
    self.subject = subject
    self.step = step
    name = subject + (step.map { "-\($0)" } ?? "") + ".\(kind.rawValue)"
  }

  /// Reads a file's name; nil when it is none of ours.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."),
      let kind = Kind(rawValue: String(fileName[fileName.index(after: dot)...]))
    else { return nil }
    let body = fileName[..<dot]
    name = fileName
    self.kind = kind
    if kind == .training || kind == .part, let dash = body.lastIndex(of: "-") {
      subject = String(body[..<dash])
      step = Int(body[body.index(after: dash)...])
    } else {
      subject = String(body)
      step = nil
    }
  }
}
