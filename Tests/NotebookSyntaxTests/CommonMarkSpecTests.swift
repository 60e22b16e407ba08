import CCommonMark
import Foundation
import NotebookSyntax
import Testing

private let specification = ProcessInfo.processInfo.environment["NBRUN_SPEC"]

/// The examples of CommonMark 0.30 as notebooks: each is rendered as libcmark renders it in its safe mode, or refused for a reason.
///
/// The specification is not part of this project; `.ci/commonmark` fetches it and names its file by `NBRUN_SPEC`.
@Suite(.enabled(if: specification != nil, "NBRUN_SPEC does not name the specification"))
struct CommonMarkSpecTests {
  private func examples() throws -> [String] {
    let text = try String(contentsOfFile: specification ?? "", encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\n\(fence) example").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n").dropFirst()
      let source = lines.prefix { $0 != "." }
      return source.joined(separator: "\n").replacing("→", with: "\t") + "\n"
    }
  }

  /// As libcmark renders it with printed quotation marks, without raw HTML and without links that run something.
  private func reference(_ source: String) -> String {
    source.withCString { bytes in
      guard let html = cmark_markdown_to_html(bytes, strlen(bytes), CMARK_OPT_DEFAULT | CMARK_OPT_SMART) else {
        return ""
      }
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
      if let first = parsed.diagnostics.first(where: { $0.severity == .error }) {
        refused[first.identifier, default: 0] += 1
      } else if withoutHTML(rendered(parsed.value)) != withoutHTML(reference(source)) {
        different.append("\(index + 1): \(source)")
      }
    }
    #expect(examples.count == 652)
    #expect(different == ["98: ---\n---\n"], "an empty front matter, and not two rules")
    #expect(
      refused == [
        // A page stands alone.
        .image: 22,
        // It would swallow the next directive.
        .unclosedFence: 5,
        // Front matter that is no mapping.
        .wrongType: 1,
      ])
  }

  /// Without the remark that stands for raw HTML, which is left out of a page without a word where it is a block of its own.
  private func withoutHTML(_ html: String) -> String {
    html.replacing("<!-- raw HTML omitted -->\n", with: "").replacing("<!-- raw HTML omitted -->", with: "")
  }
}
