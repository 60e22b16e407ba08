package import NotebookSyntax

extension NotebookParser {
  /// What is wrong with a notebook as written, and with the bodies of its directives as YAML.
  package static func problems(of text: String) -> [Diagnostic] {
    let document = parse(text, file: "notebook.md")
    let bodies = document.value.blocks.flatMap { block in
      if case .directive(let directive) = block { directive.problems } else { [] as [Diagnostic] }
    }
    return document.value.located(document.diagnostics + bodies)
  }
}
