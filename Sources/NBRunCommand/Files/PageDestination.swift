/// Where pages are written: a folder, or one file when the name ends in `.html`.
struct PageDestination {
  private let output: String

  init(_ output: String) {
    self.output = output
  }

  var isFile: Bool { output.lowercased().hasSuffix(".html") }

  func path(for file: NotebookFile) -> String {
    isFile ? output : "\(output.hasSuffix("/") ? String(output.dropLast()) : output)/\(file.name).html"
  }
}
