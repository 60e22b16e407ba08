import NotebookResults
import NotebookSyntax

/// The numbers of a page's notes, in the order in which its text names them.
struct NoteNumbers {
  /// The notes in the order of their numbers.
  private(set) var notes: [ProseBlock] = []
  private var numbers: [String: Int] = [:]
  /// How many of them the text names, which are the first.
  private(set) var mentioned = 0

  init(_ header: RunHeader) {
    var written: [String: ProseBlock] = [:]
    for case .prose(let block) in header.sections {
      if case .note(let name) = block.kind, written[name] == nil { written[name] = block }
    }
    guard !written.isEmpty else { return }
    for section in header.sections {
      for case .noteReference(let name, _) in section.prose?.pieces ?? [] where numbers[name] == nil {
        if let note = written[name] { take(note, name: name) }
      }
    }
    mentioned = notes.count
    for case .prose(let block) in header.sections {
      if case .note(let name) = block.kind, numbers[name] == nil { take(block, name: name) }
    }
  }

  subscript(name: String) -> Int? { numbers[name] }

  private mutating func take(_ note: ProseBlock, name: String) {
    notes.append(note)
    numbers[name] = notes.count
  }
}

extension ProseBlock {
  var isNote: Bool { if case .note = kind { true } else { false } }
}

extension RunHeader.Section {
  fileprivate var prose: ProseBlock? {
    switch self {
    case .prose(let block): block
    case .cell(let cell): cell.caption?.prose
    }
  }
}
