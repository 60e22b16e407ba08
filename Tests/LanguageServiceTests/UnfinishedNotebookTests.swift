import Foundation
import LanguageService
import NotebookSyntax
import TestSupport
import Testing

@Suite("Notebooks that end anywhere")
struct UnfinishedNotebookTests {
  @Test("A notebook that breaks off anywhere is asked about its end without harm, and what is offered goes there")
  func cut() throws {
    let path = #filePath.replacing(
      "Tests/LanguageServiceTests/UnfinishedNotebookTests.swift", with: "notebooks/first-steps.md")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let scalars = Array(text.unicodeScalars)
    var offers = 0
    for length in stride(from: 0, to: scalars.count, by: 29) {
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: scalars[..<length])
      let open = TypedNotebook.open(String(cut))
      let lines = SourceLines(String(cut))
      let line = max(lines.count, 1) + (scalars[..<length].last == "\n" && length > 0 ? 1 : 0)
      let cursor = SourcePosition(line: line, column: lines[line].unicodeScalars.count + 1)
      _ = open.hover(at: cursor, measured: .nothing)
      _ = open.definition(at: cursor)
      _ = try? open.rename(at: cursor, to: "other")
      guard let found = open.completions(at: cursor) else { continue }
      offers += 1
      #expect(found.range.touches(cursor), "after \(length) characters")
    }
    #expect(offers > 20)
  }

  @Test("Brackets, quotation marks and dashes without end are read without harm")
  func withoutEnd() {
    let pieces = [
      "[", "{", "]", "}", "- ", "'", "\"", ":", ": ", "a: ", ",", "#", " ", "|\n", "\n", "\n  ", "\\", "$", "-\n",
    ]
    var state: UInt64 = 1
    for _ in 0..<500 {
      var body = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        body += pieces[Int(state >> 33) % pieces.count]
      }
      let open = TypedNotebook.open("```{build}\nlayers: \(body)")
      for line in 1...8 {
        for column in [1, 2, 5, 9, 40] { _ = open.completions(at: SourcePosition(line: line, column: column)) }
      }
    }
  }

  @Test("A place that is not in the file is asked about without harm")
  func beyond() {
    let open = TypedNotebook.open(SmallNotebook.text)
    for place in [
      SourcePosition(line: 0, column: 0), .init(line: -5, column: 3), .init(line: 500, column: 900),
      .init(line: 5, column: 900), .init(line: 5, column: -3), .init(line: .max - 1, column: .max - 1),
    ] {
      _ = open.completions(at: place)
      _ = open.hover(at: place, measured: .nothing)
      _ = open.definition(at: place)
    }
  }
}
