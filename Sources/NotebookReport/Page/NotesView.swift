import NotebookSyntax

/// The notes at the end of the text, each with a link back to where the text names it.
struct NotesView: HTMLComponent {
  let text: ProseText

  var body: [HTMLNode] {
    if !text.notes.notes.isEmpty {
      element("section", ["class": "notes", "aria-label": text.phrases.notes]) {
        element("ol") {
          for (index, note) in text.notes.notes.enumerated() {
            element("li", ["id": Anchor.note(String(index + 1))]) {
              if index < text.notes.mentioned { wayBack(index + 1, from: note) } else { text.nodes(of: note.pieces) }
            }
          }
        }
      }
    }
  }

  /// A note with the link at the end of its paragraph.
  @HTMLBuilder private func wayBack(_ number: Int, from note: ProseBlock) -> [HTMLNode] {
    let link = element(
      "a", ["href": "#\(Anchor.mention(of: String(number)))", "aria-label": "\(text.phrases.wayBack) \(number)"]
    ) { "↩" }
    if case .html(let end)? = note.pieces.last, end.hasSuffix("</p>\n") {
      text.nodes(of: note.pieces.dropLast() + [.html(end.dropLast(5) + " ")])
      link
      HTMLNode.prose("</p>\n")
    } else {
      text.nodes(of: note.pieces)
      " "
      link
    }
  }
}
