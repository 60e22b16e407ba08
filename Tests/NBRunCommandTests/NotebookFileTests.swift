import Foundation
import Synchronization
import TestSupport
import Testing

@testable import NBRunCommand

/// Files that are notebooks, and files that are not.
struct NotebookFileTests {
  /// What is said about a file that cannot be read.
  private func problem(_ path: String) -> String? {
    do throws(FileProblem) {
      _ = try NotebookFile(path: path).parse()
      return nil
    } catch {
      return error.description
    }
  }

  @Test func readsDataBesideANotebookWhateverItsFolderIsCalled() throws {
    let command = try Command()
    let levels = (0..<200).map { "\($0),\(($0 * 7) % 11)\n" }.joined()
    for name in ["a b", "100%", "caf\u{E9}", "a#b?c"] {
      try command.folder.write("time,level\n\(levels)", to: "\(name)/l\u{E9}vel s.csv")
      try command.folder.write("```{load}\ntable: l\u{E9}vel s.csv\ntarget: level\n```\n", to: "\(name)/note.md")
      #expect(try command.run("check", "\(name)/note.md").error == "")
    }
    // The letter and its accent apart, as two characters, are another folder.
    try command.folder.write("time,level\n\(levels)", to: "cafe\u{301}/secret.csv")
    try command.folder.write(
      "```{load}\ntable: ../cafe\u{301}/secret.csv\ntarget: level\n```\n", to: "caf\u{E9}/note.md")
    #expect(try command.run("check", "caf\u{E9}/note.md").error.contains("leads out of the notebook's own folder"))
  }

  @Test func saysThatAFileIsNotThere() throws {
    let folder = try TemporaryFolder()
    #expect(problem(folder.path("a.md")) == "\(folder.path("a.md")): there is no such file")
  }

  @Test func saysThatAFolderIsNoNotebook() throws {
    let folder = try TemporaryFolder()
    #expect(problem(folder.path) == "\(folder.path): there is no notebook in this folder")
  }

  @Test func waitsForNobodyAtAPipeOrADevice() throws {
    let command = try Command()
    #expect(mkfifo(command.folder.path("pipe.md"), 0o600) == 0)
    for path in ["pipe.md", "/dev/ptmx", "/dev/null"] {
      let result = try command.finish(try command.start(["check", path], under: Command.mayHang))
      #expect(result.status == 2)
      #expect(result.error == "error: \(path): this is a pipe or a device, and a notebook is a file\n")
    }
  }

  @Test func refusesAFileThatIsTooLargeToBeForPeople() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(repeating: 0x61, count: 4_000_000), to: "just.md")
    #expect(problem(folder.path("just.md")) == nil)
    try folder.write(Data(count: 4_000_001), to: "large.md")
    #expect(
      problem(folder.path("large.md"))?.hasSuffix("a notebook has at most 4000000 bytes, and this one has 4000001")
        == true)
  }

  @Test func saysWhereAFileIsNotUTF8() throws {
    let command = try Command()
    try command.folder.write(Data("caf".utf8) + [0xE9], to: "latin.md")
    let result = try command.run("check", "latin.md", "--format", "short")
    #expect(result.status == 2)
    #expect(
      result.error
        == "latin.md:1:4: error: a notebook is a UTF-8 text; save the file with the encoding UTF-8 [notebook.encoding]\n"
    )
  }

  @Test(arguments: [
    ("a/b c.md", "b c", "a"), ("c.d.md", "c.d", ""), ("no-ending", "no-ending", ""), ("é/ü.md", "ü", "é"),
  ]) func hasANameAndAFolder(_ path: String, _ name: String, _ folder: String) {
    let file = NotebookFile(path: path)
    #expect(file.name == name)
    let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    let expected = folder.isEmpty ? here : here.appending(path: folder, directoryHint: .isDirectory)
    #expect(URL(filePath: file.folder, directoryHint: .isDirectory).standardizedFileURL.path() == expected.path())
  }

  @Test func writesAWholeFileOrNone() throws {
    let folder = try TemporaryFolder()
    try WholeFile.write("text", to: folder.path("a/b/c.txt"))
    #expect(try folder.contents() == ["a", "a/b", "a/b/c.txt"])
    #expect(throws: FileProblem.self) { try WholeFile.write("text", to: folder.path("a/b/c.txt/d")) }
    #expect(try folder.text(of: "a/b/c.txt") == "text")
  }

  @Test func writesOneOfTheFilesThatManyWriteAtOnce() throws {
    let folder = try TemporaryFolder()
    let texts = (0..<4).map { String(repeating: "\($0)", count: 100_000) }
    let problems = Mutex<[FileProblem]>([])
    DispatchQueue.concurrentPerform(iterations: texts.count) { writer in
      for _ in 0..<50 {
        do throws(FileProblem) {
          try WholeFile.write(texts[writer], to: folder.path("page.html"))
        } catch {
          problems.withLock { $0.append(error) }
        }
      }
    }
    #expect(problems.withLock { $0.map(\.description) } == [])
    #expect(try folder.contents() == ["page.html"])
    #expect(try texts.contains(folder.text(of: "page.html")))
  }

  @Test func looksForDataWhereItIsToldAndThenInTheCache() {
    func paths(_ option: String?, _ environment: [String: String]) -> [String] {
      DataFolders(option: option, environment: environment).paths
    }
    #expect(paths("d", ["NBRUN_DATA": "e", "HOME": "/h"]) == ["d", "e", "/h/.cache/nbrun"])
    #expect(paths(nil, ["NBRUN_DATA": "", "XDG_CACHE_HOME": "/x", "HOME": "/h"]) == ["/x/nbrun"])
    #expect(paths(nil, ["XDG_CACHE_HOME": "relative", "HOME": "/h"]) == ["/h/.cache/nbrun"])
    #expect(paths(nil, [:]) == [])
  }
}
