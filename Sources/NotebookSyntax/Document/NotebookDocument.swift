/// A notebook as written: its front matter, and prose and directives in the order of the file.
package struct NotebookDocument: Sendable, Hashable {
  /// The file's path as the user gave it.
  package let file: String
  package let source: String
  /// The entries between the `---` lines.
  package let frontMatter: [YAMLEntry]
  package let blocks: [NotebookBlock]

  package init(file: String, source: String, frontMatter: [YAMLEntry], blocks: [NotebookBlock]) {
    self.file = file
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
  }

  /// Diagnostics in the order of the file, each once, with the end of what stands in its place, and what to write there.
  package func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !diagnostics.isEmpty else { return [] }
    let extents = SourceExtents(self)
    var finder = ReplacementFinder(SourceLines(source))
    var seen: Set<Diagnostic> = []
    return diagnostics.sorted { $0.position < $1.position }.compactMap { diagnostic in
      var diagnostic = diagnostic
      diagnostic.end = diagnostic.end ?? extents[diagnostic.position]
      diagnostic.replacement = diagnostic.suggestion?.correction.flatMap {
        finder.replacement(by: $0, from: diagnostic.position, to: diagnostic.end)
      }
      return seen.insert(diagnostic).inserted ? diagnostic : nil
    }
  }
}

/// A top-level block of a notebook.
package enum NotebookBlock: Sendable, Hashable {
  case prose(ProseBlock)
  case directive(DirectiveBlock)
}
