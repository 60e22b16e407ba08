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
}

/// A top-level block of a notebook.
package enum NotebookBlock: Sendable, Hashable {
  case prose(ProseBlock)
  case directive(DirectiveBlock)
}
