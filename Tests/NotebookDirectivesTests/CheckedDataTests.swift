import Datasets
import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// What is wrong with data is found before anything runs, and what was found is not looked for twice.
struct CheckedDataTests {
  private static let load = "```{load}\nlabel: data\nfolder: data\nclasses: 3\n```\n"

  private func folder(_ data: DamagedData) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in data.files { try folder.write(bytes, to: "data/\(name)") }
    return folder
  }

  @Test(arguments: DamagedData.Form.allCases) func dataAsTheyShouldBeAreRead(_ form: DamagedData.Form) throws {
    let folder = try folder(.whole(form))
    let run = try TestNotebook(Self.load, folder: folder.path).run()
    #expect(run.number("data", "train_images") == 3)
    #expect(run.number("data", "test_images") == 2)
  }

  @Test func thereAreManyWaysToDamageData() { #expect(DamagedData.all.count >= 133) }

  @Test(arguments: DamagedData.all) func damagedDataAreWrongBeforeAnythingRuns(_ data: DamagedData) throws {
    let folder = try folder(data)
    let planned = TestNotebook(Self.load, folder: folder.path).planned()
    let found = try #require(planned.diagnostics.first, "nothing wrong")
    #expect(planned.diagnostics.count == 1)
    #expect([.unreadableData, .outOfRange].contains(found.identifier))
    let isUnreadable = found.identifier == .unreadableData
    #expect(found.position == SourcePosition(line: isUnreadable ? 3 : 4, column: isUnreadable ? 9 : 10))
    #expect(!found.message.contains("nbrun-tests"), "the data are called as the notebook calls them")
    #expect(!found.message.contains("no such file"))
  }

  @Test func onlyTheLabelsOfImagesThatAreTakenCount() throws {
    let folder = try TemporaryFolder()
    try folder.write("0,1\n2,1\n0,1\n7,1\n", to: "data/train.csv")
    try folder.write("2,1\n7,1\n", to: "data/test.csv")
    func messages(_ options: String) -> [String] {
      TestNotebook("```{load}\nfolder: data\nclasses: 3\n\(options)\n```\n", folder: folder.path).planned().diagnostics
        .map(\.message)
    }
    #expect(messages("train: 3\ntest: 1") == [])
    #expect(messages("train: 2\nvalidation: 1\ntest: 1") == [])
    let beginning = "labels are below 3, the number of classes; "
    #expect(messages("train: 3") == [beginning + "test image 2 has the label 7"])
    #expect(messages("test: 1") == [beginning + "training image 4 has the label 7"])
    #expect(messages("train: 1\nvalidation: 3\ntest: 1") == [beginning + "training image 4 has the label 7"])
  }

  @Test func imagesOfAnotherShapeThanTheModelReadsAreShownTheOption() throws {
    let folder = try TemporaryFolder()
    for name in ["train", "test"] { try folder.write("0,1,2,3,4,5,6\n1,1,2,3,4,5,6\n", to: "flat/\(name).csv") }
    for name in ["train", "test"] { try folder.write("0,1,2,3\n1,1,2,3\n", to: "small/\(name).csv") }
    let text = """
      ```{load}
      label: upright
      folder: flat
      shape: [2, 3]
      ```
      ```{build}
      layers: [simple_rnn: {units: 3}, dense: {units: 10}]
      ```
      ```{load}
      label: flat
      folder: flat
      ```
      ```{evaluate}
      on: flat.test
      ```
      ```{load}
      label: small
      folder: small
      ```
      ```{evaluate}
      on: small.test
      ```

      """
    #expect(
      TestNotebook(text, folder: folder.path).planned().texts == [
        "notebook.md:14:5: error: the model 'build-2' reads 2 steps of 3, but 'flat' gives 1 steps of 6; "
          + "write 'shape: [2, 3]' in the {load} of 'flat' [network.shape]",
        "notebook.md:21:5: error: the model 'build-2' reads 2 steps of 3, but 'small' gives 1 steps of 3 [network.shape]",
      ])
  }

  @Test func dataThatChangedAfterTheyWereCheckedAreNotLoaded() throws {
    let folder = try folder(.whole(.tables))
    let plan = try TestNotebook(Self.load, folder: folder.path).plan()
    try folder.write("0,1,2,3,5\n", to: "data/test.csv")
    var runner = Runner(plan: plan, options: Runner.Options(threads: 1))
    var failure: CellFailure?
    runner.runNextCell { if case .cellFailed(_, let reason) = $0 { failure = reason } }
    #expect(failure?.message == "the data set 'data' changed after it was checked")
    try folder.write("0,1,2,3\n", to: "data/test.csv")
    runner.runNextCell { if case .cellFailed(_, let reason) = $0 { failure = reason } }
    #expect(failure?.message == "data/test.csv: has 4 columns, but the training images have 5")
  }

  @Test func keysDependOnContentsAndNotOnHowTheyArePacked() throws {
    func digest(_ form: DamagedData.Form) throws -> String? {
      let folder = try folder(.whole(form))
      return try TestNotebook(Self.load, folder: folder.path).plan().cacheKeys().first?.digest
    }
    #expect(try digest(.idx) == digest(.gzippedIDX))
    #expect(try digest(.tables) == digest(.gzippedTables))
    #expect(try digest(.tables) != digest(.idx))
    #expect(try digest(.numbers) != digest(.idx))
  }
}
