import NotebookReport
import NotebookResults
import NotebookSyntax

/// What a run came to, as the JUnit XML that CI services show: a suite for each notebook, a case for each cell, expectation and compared row.
///
/// Cells whose time was taken have it, as suites and the whole have the sum of theirs.
struct JUnitXML {
  /// What a file of this kind begins with, by which it is known.
  static let beginning = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"nbrun\""

  private struct Case {
    enum Outcome {
      case passed
      /// What was asserted does not hold.
      case failed(String)
      /// It could not be found out.
      case broke(String)
      case skipped(String)
    }

    let name: String
    let outcome: Outcome
    var seconds: Double?
  }

  private let suites: [(file: String, cases: [Case])]

  init(_ records: [RunRecord]) {
    suites = records.map { record in
      let cells = record.cells.flatMap { Self.cases($0, $1, of: record) }
      return (record.file, record.report == nil ? Self.casesWithoutRun(of: record) : cells)
    }
  }

  var text: String {
    let all = suites.flatMap(\.cases)
    return "\(Self.beginning)\(Self.counts(all))>\n" + suites.map(Self.text).joined() + "</testsuites>\n"
  }

  private static func casesWithoutRun(of record: RunRecord) -> [Case] {
    guard record.isWrong else { return [Case(name: "run", outcome: .skipped("it has not run"))] }
    return record.problems.map { Case(name: "check", outcome: .broke($0)) }
  }

  private static func cases(
    _ cell: RunHeader.CellHeader, _ state: RunReport.CellState, of record: RunRecord
  ) -> [Case] {
    let (name, file) = ("{\(cell.keyword)} \(cell.label)", record.file)
    let seconds = record.times.seconds(of: cell)
    switch state {
    case .notRun: return [Case(name: name, outcome: .skipped("it has not run"))]
    case .paused(let pause): return [Case(name: name, outcome: .skipped(pause.phrase), seconds: seconds)]
    case .failed(let failure):
      let text = "\(file):\(cell.line): \(failure.text)"
      let outcome: Case.Outcome = failure.kind == .interrupted ? .skipped(text) : .broke(text)
      return [Case(name: name, outcome: outcome, seconds: seconds)]
    case .finished(let result):
      return [Case(name: name, outcome: .passed, seconds: seconds)]
        + result.expectations.map { expectation(of: name, $0, in: file) }
        + result.comparisonRows.map { comparison(of: name, $0, at: "\(file):\(cell.line)") }
    }
  }

  private static func expectation(of cell: String, _ result: ExpectationResult, in file: String) -> Case {
    let outcome: Case.Outcome =
      switch result.outcome {
      case .held: .passed
      case .failed: .failed("\(file):\(result.position.line): measured \(QuantityText.text(result.measured))")
      case .notChecked(let reason): .skipped("because \(reason)")
      }
    return Case(name: "\(cell): \(result.text)", outcome: outcome)
  }

  private static func comparison(of cell: String, _ row: Comparison.Row, at place: String) -> Case {
    let measured = row.measured.map(QuantityText.text) ?? "nothing"
    let outcome: Case.Outcome =
      switch row.verdict {
      case .holds: .passed
      case .differs: .failed("\(place): measured \(measured)")
      case .notComparable(let reason): .skipped("because \(reason)")
      }
    return Case(name: "\(cell): \(row.subject)", outcome: outcome)
  }

  private static func text(file: String, cases: [Case]) -> String {
    let lines = cases.map { one -> String in
      let start = "<testcase classname=\"\(escaped(file))\" name=\"\(escaped(one.name))\"\(time([one]))"
      return switch one.outcome {
      case .passed: "\(start)/>\n"
      case .failed(let message): "\(start)><failure message=\"\(escaped(message))\"/></testcase>\n"
      case .broke(let message): "\(start)><error message=\"\(escaped(message))\"/></testcase>\n"
      case .skipped(let message): "\(start)><skipped message=\"\(escaped(message))\"/></testcase>\n"
      }
    }
    return "<testsuite name=\"\(escaped(file))\"\(counts(cases))>\n\(lines.joined())</testsuite>\n"
  }

  private static func counts(_ cases: [Case]) -> String {
    let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
    let errors = cases.count { if case .broke = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    let counts = " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    return counts + time(cases)
  }

  /// The sum of what is known; nothing when nothing is.
  private static func time(_ cases: [Case]) -> String {
    let seconds = cases.compactMap(\.seconds)
    return seconds.isEmpty ? "" : " time=\"\(CellTimes.text(seconds.reduce(0, +)))\""
  }

  /// Text as the value of an attribute; what XML has no way to write becomes U+FFFD.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n", "\r": output += "&#\(scalar.value);"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
