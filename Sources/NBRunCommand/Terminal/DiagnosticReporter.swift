import NotebookSyntax

/// Says what is wrong in notebooks, in the form that was asked for.
struct DiagnosticReporter {
  let format: DiagnosticFormat
  /// Where to; JSON that was asked for is an answer, and goes to standard output.
  let stream: Console.Stream

  func report(_ notebooks: [ReadNotebook]) {
    let style = TextStyle(for: stream)
    let width = Console.isTerminal(stream) ? Console.width(of: stream) : nil
    for notebook in notebooks {
      let file = notebook.file.path
      if let failure = notebook.failure { report(failure, of: file) }
      var drawing = DiagnosticDrawing(file: file, source: SourceLines(notebook.source), width: width)
      for diagnostic in notebook.diagnostics {
        switch format {
        case .full:
          for line in drawing.lines(diagnostic) { Console.write(style.text(line) + "\n", to: stream) }
        case .short: Console.write("\(diagnostic.text(file: file))\n", to: stream)
        case .json: Console.write("\(DiagnosticJSON.line(diagnostic, file: file))\n", to: stream)
        }
      }
    }
    if format == .full, let total = Self.total(notebooks) { Console.write("\(total)\n", to: stream) }
  }

  private func report(_ failure: FileProblem, of file: String) {
    if format == .json {
      Console.write("\(DiagnosticJSON.line(failure, file: file))\n", to: stream)
    } else {
      Console.write("error: \(failure)\n", to: stream)
    }
  }

  /// How much is wrong; nil when nothing is, or a single thing that has been said.
  static func total(_ notebooks: [ReadNotebook]) -> String? {
    let wrong = notebooks.filter { !$0.diagnostics.isEmpty }
    let (errors, warnings) = wrong.reduce((0, 0)) { ($0.0 + $1.errors, $0.1 + $1.warnings) }
    guard errors + warnings > 1 else { return nil }
    let files = wrong.count > 1 ? " in \(wrong.count) notebooks" : ""
    return "\(phrase(errors: errors, warnings: warnings))\(files)"
  }

  /// `2 errors and 1 warning`.
  static func phrase(errors: Int, warnings: Int) -> String {
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
  }
}

extension TextStyle {
  fileprivate func text(_ line: DrawnLine) -> ConsoleText {
    line.stretches.map { stretch -> ConsoleText in
      switch stretch.look {
      case .plain: "\(stretch.text)"
      case .error: bad("\(stretch.text)")
      case .warning: doubtful("\(stretch.text)")
      case .strong: strong("\(stretch.text)")
      case .faint: faint("\(stretch.text)")
      }
    }.joined()
  }
}
