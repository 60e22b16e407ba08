import Foundation
import TestSupport
import Testing

/// The pages that the command writes: where, and always the same bytes.
struct PageTests {
  @Test func isTheSameByteForByteForAnyNumberOfThreads() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--threads", "1", "--no-cache", "-o", "first.html").status == 0)
    let first = try command.folder.text(of: "first.html")
    #expect(first.contains("A small notebook"))
    for threads in ["1", "2", "3", "8"] {
      #expect(try command.run("small.md", "--threads", threads, "--no-cache", "-o", "again.html").status == 0)
      #expect(try command.folder.text(of: "again.html") == first, "with \(threads) threads")
    }
  }

  @Test func isTheSameFromAnotherFolderAndHoldsNoPath() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write(Command.notebook, to: "deep/er/small.md")
    #expect(try command.run("small.md", "--no-cache", "-o", "a").status == 0)
    #expect(try command.run(command.folder.path("deep/er/small.md"), "--no-cache", "-o", "b").status == 0)
    let page = try command.folder.text(of: "a/small.html")
    #expect(try command.folder.text(of: "b/small.html") == page)
    #expect(!page.contains(command.folder.path))
  }

  @Test func isAnotherForAnotherSeedOrParameter() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    var pages: Set<String> = []
    for options in [[], ["--seed", "2"], ["-p", "steps=7"], ["-p", "steps=7", "-p", "steps=8"]] {
      let process = try command.start(["small.md", "-o", "page.html", "--progress", "none"] + options)
      #expect(try command.finish(process).status == 0)
      pages.insert(try command.folder.text(of: "page.html"))
    }
    #expect(pages.count == 4)
  }

  @Test(arguments: [("pages", "pages/small.html"), ("pages/", "pages/small.html"), ("a/b/c.html", "a/b/c.html")])
  func isWrittenWhereItIsWanted(_ output: String, _ page: String) throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let result = try command.run("small.md", "-o", output, "--progress", "none")
    #expect(result.output.hasSuffix("page: \(page)\n"))
    #expect(result.error.isEmpty)
    #expect(try command.files().filter { $0.hasSuffix(".html") } == [page])
  }

  @Test func takesThePlaceOfTheOneBefore() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--seed", "7").status == 0)
    let other = try command.folder.text(of: "output/small.html")
    #expect(try command.run("small.md").status == 0)
    #expect(try command.folder.text(of: "output/small.html") != other)
    #expect(try command.folder.text(of: "output/small.html").contains("A small notebook"))
    #expect(try command.files() == ["output", "output/small.html", "small.md"])
  }

  @Test func isRefusedToTwoNotebooksOfTheSameName() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "a/small.md")
    try command.folder.write(Command.notebook, to: "b/small.md")
    let result = try command.run("a/small.md", "b/small.md")
    #expect(result.status == 2)
    #expect(result.error == "error: output/small.html would be two of them at once; name another with -o\n")
    #expect(try command.files().filter { $0.hasSuffix(".html") }.isEmpty)
    let file = try command.run("a/small.md", "b/small.md", "-o", "page.html")
    #expect(file.status == 2)
    #expect(file.error.contains("-o names one file, but there are 2 notebooks"))
  }

  @Test func holdsNoControlCharacterOfItsNotebook() throws {
    let command = try Command()
    let orders = "\u{1B}[2J\u{7}\u{85}\u{9B}\u{7F}"
    try command.folder.write(
      "# Heading \(orders)\n\nProse \(orders) `code \(orders)` [link \(orders)](<a\(orders)b> \"title \(orders)\") &#27; &#x9B;\n\n"
        + "    block \(orders)\n\n```text \(orders)\nfence \(orders)\n```\n", to: "a.md")
    #expect(try command.run("a.md").status == 0)
    let page = try command.folder.text(of: "output/a.html")
    let controls = page.unicodeScalars.filter {
      $0.properties.generalCategory == .control && !"\n\t\r".unicodeScalars.contains($0)
    }
    #expect(controls.isEmpty)
    #expect(page.contains("block \u{FFFD}[2J") && page.contains("Heading \u{FFFD}[2J"))
  }

  @Test func isWrittenForEachOfSeveralNotebooks() throws {
    let command = try Command()
    try command.folder.write("# One\n", to: "one.md")
    try command.folder.write("# Two\n", to: "two.md")
    #expect(try command.run("one.md", "two.md").status == 0)
    #expect(try command.folder.text(of: "output/one.html").contains("<title>One</title>"))
    #expect(try command.folder.text(of: "output/two.html").contains("<title>Two</title>"))
  }
}
