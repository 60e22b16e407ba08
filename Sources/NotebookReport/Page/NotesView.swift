import NotebookSyntax

/// The notes at the end of the text.
struct NotesView: HTMLComponent {
  let text: ProseText

  var body: [HTMLNode] {
    if !text.notes.notes.isEmpty {
      element("section", ["class": "notes", "aria-label": text.phrases.notes]) {
        element("ol") {
          for (index, note) in text.notes.notes.enumerated() {
            element("li", ["id": Anchor.note(String(index + 1))]) { text.nodes(of: note.pieces) }
          }
        }
      }
    }
  }
}
