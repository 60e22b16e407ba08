import ArgumentParser

/// Where pages are.
struct PageOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the pages into this folder, or to this .html file.", valueName: "dir-or-file"))
  var output = "output"

  func validate() throws {
    if output.isEmpty { throw ValidationError("-o names a folder, or a file that ends in .html") }
    if output == "-" { throw ValidationError("-o names a folder or a file; a page is not written to standard output") }
  }

  /// Refuses one file as the place of several pages.
  func refuseOneFile(forNotebooksAt paths: [String]) throws {
    guard pages.isFile, case let notebooks = NotebookList.files(at: paths).count else { return }
    guard notebooks == 1 else {
      throw ValidationError("-o names one file, but there are \(notebooks) notebooks; name a folder")
    }
  }

  var pages: PageDestination { PageDestination(output) }
}
