import ArgumentParser

/// Which files a run writes besides pages, for other programs.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the seconds of each cell to this file, as CSV.", valueName: "file"), completion: .file(extensions: ["csv"])
  )
  var timings: String?

  @Option(
    help: ArgumentHelp(
      "Write verdicts, expectations, figures and failures to this file, as JSON.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var results: String?

  @Option(
    help: ArgumentHelp("Write what held and what did not to this file, as JUnit XML.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var junit: String?

  func validate() throws {
    for file in files where file.path.isEmpty || file.path == "-" {
      throw ValidationError("\(file.kind.option) names a file")
    }
  }

  /// The files that were asked for.
  var files: [RunFile] {
    [
      timings.map { RunFile(path: $0, kind: .timings) }, results.map { RunFile(path: $0, kind: .results) },
      junit.map { RunFile(path: $0, kind: .junit) },
    ].compactMap { $0 }
  }

  /// Writes them, of which one may fail without the others; gives what is wrong.
  func write(_ records: [RunRecord], exitCode: Int32) -> [FileProblem] {
    files.compactMap { file in
      let text =
        switch file.kind {
        case .timings: TimingsCSV(records).text
        case .results: ResultsJSON(records, exitCode: exitCode).text
        case .junit: JUnitXML(records).text
        case .page, .weights: ""
        }
      do throws(FileProblem) {
        try file.write(text)
        return nil
      } catch {
        return error
      }
    }
  }
}
