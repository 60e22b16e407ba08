import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

/// Files whose changes are seen, however they come about.
struct FileWatchTests {
  private let folder: TemporaryFolder
  private let watch = FileWatch()

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("one", to: "a.md")
    watch.watch([folder.path("a.md"), folder.path("later.md")])
  }

  @Test func seesNothingWhereNothingHappens() {
    #expect(watch.takeChanges().isEmpty)
  }

  @Test func seesAFileThatIsWritten() throws {
    try folder.write("two", to: "a.md")
    #expect(watch.takeChanges() == [folder.path("a.md")])
    #expect(watch.takeChanges().isEmpty, "once")
  }

  @Test func seesAFileThatTakesItsPlaceAgainAndAgain() throws {
    for round in 0..<3 {
      try folder.write("two", to: "a.new")
      #expect(rename(folder.path("a.new"), folder.path("a.md")) == 0)
      #expect(watch.takeChanges() == [folder.path("a.md")], "round \(round)")
      // The one that has taken its place is followed too.
      try folder.write("three \(round)", to: "a.md")
      #expect(watch.takeChanges() == [folder.path("a.md")], "round \(round)")
    }
  }

  @Test func seesAFileThatGoesAndOneThatComes() throws {
    try FileManager.default.removeItem(atPath: folder.path("a.md"))
    try folder.write("new", to: "later.md")
    #expect(watch.takeChanges() == [folder.path("a.md"), folder.path("later.md")])
    #expect(watch.takeChanges().isEmpty, "once")
  }

  @Test func wakesAtOnce() throws {
    // Without being told, each of these waits would take a quarter of a second.
    for round in 0..<20 {
      try folder.write("\(round)", to: "a.md")
      watch.wait()
      #expect(watch.hasNews() || !watch.takeChanges().isEmpty)
      _ = watch.takeChanges()
    }
  }

  @Test func hasNewsOfAChangeRightBehindTheLastLook() throws {
    for round in 0..<20 {
      _ = watch.takeChanges()
      try folder.write("\(round)", to: "a.md")
      watch.wait()
      #expect(watch.hasNews(), "round \(round)")
    }
  }

  @Test func missesNothingThatChangesWhileItWaitsForQuiet() throws {
    let writer = Thread { [folder] in
      for count in 0..<40 {
        _ = try? folder.write("\(count)", to: count == 20 ? "later.md" : "a.md")
        usleep(10_000)
      }
    }
    writer.start()
    var seen: Set<String> = []
    while !writer.isFinished { seen.formUnion(watch.takeChanges()) }
    seen.formUnion(watch.takeChanges())
    #expect(seen == [folder.path("a.md"), folder.path("later.md")])
  }

  @Test func readsAFileThatNeverComesToRest() throws {
    let writer = Thread { [folder] in
      for count in 0..<400 {
        _ = try? folder.write("\(count)", to: "a.md")
        usleep(10_000)
      }
    }
    writer.start()
    usleep(50_000)
    #expect(watch.takeChanges() == [folder.path("a.md")])
  }
}
