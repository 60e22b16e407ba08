import CCommonMark
import Foundation
import NotebookSyntax
import Testing

/// The examples of CommonMark 0.30 as notebooks: each is rendered as libcmark renders it in its safe mode, or refused for a reason.
///
/// The specification is not part of this project; `.ci/commonmark` fetches it and names its file by `NBRUN_SPEC`.
@Suite(.enabled(if: CommonMarkSpecTests.path != nil, "NBRUN_SPEC does not name the specification"))
struct CommonMarkSpecTests {
  static let path = ProcessInfo.processInfo.environment["NBRUN_SPEC"]

  private func examples() throws -> [String] {
    let text = try String(contentsOfFile: Self.path ?? "", encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\n\(fence) example").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n").dropFirst()
      let source = lines.prefix { $0 != "." }
      return source.joined(separator: "\n").replacing("→", with: "\t") + "\n"
    }
  }

  /// As libcmark renders it, without raw HTML and without links that run something.
  private func reference(_ source: String) -> String {
    source.withCString { bytes in
      guard let html = cmark_markdown_to_html(bytes, strlen(bytes), CMARK_OPT_DEFAULT) else { return "" }
      defer { free(html) }
      return String(cString: html)
    }
  }

  private func rendered(_ document: NotebookDocument) -> String {
    document.blocks.flatMap { block -> [String] in
      guard case .prose(let prose) = block else { return ["a directive"] }
      return prose.pieces.map { piece in
        if case .html(let html) = piece { html } else { "a reference" }
      }
    }.joined()
  }

  @Test func rendersEveryExampleAsTheLibraryOrRefusesIt() throws {
    var refused: [DiagnosticIdentifier: Int] = [:]
    var different: [String] = []
    let examples = try examples()
    for (index, source) in examples.enumerated() {
      let parsed = NotebookParser.parse(source, file: "example.md")
      if let first = parsed.diagnostics.first {
        refused[first.identifier, default: 0] += 1
      } else if rendered(parsed.value) != reference(source) {
        different.append("example \(index + 1): \(source)\n\(rendered(parsed.value))\nnot\n\(reference(source))")
      }
    }
    #expect(examples.count == 652)
    #expect(different == [])
    #expect(refused == [:])
  }
}
