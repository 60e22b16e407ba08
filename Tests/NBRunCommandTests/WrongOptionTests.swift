import NotebookDirectives
import NotebookPlanning
import NotebookSyntax
import TestSupport
import Testing

/// Each declared option missing, misspelt, called as elsewhere, of the wrong type and out of range: made from the declarations.
struct WrongOptionTests {
  @Test(arguments: OptionChange.all.filter(\.option.isRequired)) func saysWhatIsMissing(_ change: OptionChange) throws {
    let found = try problems(change.notebook(with: nil))
    #expect(found.contains { $0.identifier == .missingKey && $0.message.contains("'\(change.option.name)'") })
  }

  @Test(arguments: OptionChange.all) func findsWhatWasMeantByAMisspeltKey(_ change: OptionChange) throws {
    let name = change.option.name
    let written = name.prefix(1) + name
    let found = try problems(change.notebook(with: value(of: change), named: String(written)))
    let unknown = found.filter { $0.identifier == .unknownKey && $0.message.contains("'\(written)'") }
    #expect(unknown.count == 1)
    #expect(unknown.first?.suggestion?.phrase == "did you mean '\(name)'?")
    #expect(!found.contains { $0.identifier == .missingKey && $0.message.contains("needs '\(name)'") })
  }

  @Test(arguments: OptionChange.all.filter { !$0.option.alsoKnownAs.isEmpty })
  func understandsTheNamesThatAnOptionHasElsewhere(_ change: OptionChange) throws {
    for other in change.option.alsoKnownAs {
      let found = try problems(change.notebook(with: value(of: change), named: other))
      #expect(found.contains { $0.suggestion?.phrase == "did you mean '\(change.option.name)'?" }, "\(other)")
    }
  }

  @Test(arguments: OptionChange.all) func saysWhatIsTakenInPlaceOfAValueOfTheWrongType(_ change: OptionChange) throws {
    guard let wrong = change.option.form.wrongValue else { return }
    let found = try problems(change.notebook(with: wrong))
    #expect(found.contains { $0.severity == .error && $0.expected != nil }, "\(wrong): \(found.map(\.message))")
  }

  @Test(arguments: OptionChange.all) func saysTheBoundsThatAValueIsBeyond(_ change: OptionChange) throws {
    for wrong in change.option.form.valuesOutOfRange {
      let found = try problems(change.notebook(with: wrong))
      #expect(found.contains { $0.identifier == .outOfRange && $0.message.contains(wrong) }, "\(wrong): \(found)")
    }
  }

  private func value(of change: OptionChange) throws -> String {
    try #require(change.option.examples.values.first)
  }

  private func problems(_ text: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try SampleFiles.write(to: folder)
    let found = OptionChange.plan(text, in: folder).diagnostics
    let lines = SourceLines(text)
    #expect(found.allSatisfy { (1...lines.count).contains($0.position.line) }, "every place is in the file")
    return found
  }
}

extension OptionForm {
  /// A value that is not of this form; nil where any text is.
  fileprivate var wrongValue: String? {
    switch self {
    case .text, .name: "[[a], [b]]"
    case .integer, .number, .words, .kind, .group: "no-such-thing"
    case .pattern: "no_such_thing"
    case .tuple: "no-such-thing"
    case .list(let form, _): form.wrongValue.map { "[\($0)]" }
    case .either: nil
    case .mapping: nil
    }
  }

  /// Numbers that this form does not take.
  fileprivate var valuesOutOfRange: [String] {
    switch self {
    case .integer(let range, _):
      (range.lowerBound > Int.min ? ["\(range.lowerBound - 1)"] : [])
        + (range.upperBound < Int.max ? ["\(range.upperBound + 1)"] : [])
    case .number(let range, _):
      [range.lowerBound - 1, range.upperBound + 1].filter { abs($0) < 1e15 }.map(OptionText.number)
    default: []
    }
  }
}
