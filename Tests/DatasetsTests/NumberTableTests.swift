import Datasets
import Testing

/// Tables of numbers with a time step a line.
@Suite struct NumberTableTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(_ text: String, name: String = "t.csv", packed: Bool = false) throws -> NumberTable {
    try folder.write(packed ? gzip(Array(text.utf8)) : Array(text.utf8), to: name)
    return try NumberTableFile(path: "\(folder.path)/\(name)").read(threads: 1)
  }

  private func error(_ text: String) throws -> String {
    let error = try #require(throws: DatasetError.self) { try table(text) }
    return error.description.replacing("\(folder.path)/", with: "")
  }

  @Test func readsColumnsWithTheirNames() throws {
    let table = try table("level,wind\n1.5,-2\n0.25,3e2\n")
    #expect(table.findings.names == ["level", "wind"])
    #expect(table.findings.lines == 2)
    #expect(table.numbers(of: 0) == [1.5, 0.25])
    #expect(table.numbers(of: 1) == [-2, 300])
    #expect(table.findings.strays == [nil, nil])
  }

  @Test func aFirstLineWithANumberIsATimeStep() throws {
    let table = try table("1,2\n3,4\n")
    #expect(table.findings.names == nil)
    #expect(table.numbers(of: 0) == [1, 3])
    #expect(table.findings.name(of: 1) == "column 2")
    let dated = try self.table("2026-01-01,2\n2026-01-02,4\n")
    #expect(dated.findings.names == nil)
    #expect(dated.numbers(of: 1) == [2, 4])
  }

  @Test func anIndexWithoutANameIsAColumn() throws {
    let table = try table(",level\n0,7\n1,8\n")
    #expect(table.findings.names == ["", "level"])
    #expect(table.findings.name(of: 0) == "column 1")
    #expect(table.numbers(of: 1) == [7, 8])
  }

  @Test(arguments: [
    "\u{FEFF}level,wind\r\n1.5,-2\r\n0.25,300\r\n", "\"level\";\"wind\"\n1.5;\"-2\"\n\n.25;3E2\n \t\n",
    "level\twind\n1.5\t-2\n0.25\t300",
  ]) func readsTheSameFromEveryForm(_ text: String) throws {
    let expected = try table("level,wind\n1.5,-2\n0.25,300\n").findings
    #expect(try table(text).findings == expected)
    #expect(try table(text, name: "t.csv.gz", packed: true).findings == expected)
  }

  @Test func otherNumbersNamesAndPlacesHaveOtherDigests() throws {
    let texts = ["a,b\n1,2\n", "a,b\n1,3\n", "a,c\n1,2\n", "b,a\n1,2\n", "1,2\n", "a,b\n1,x\n", "a,b\n1,y\n"]
    let digests = try texts.map { try table($0).findings.digest }
    #expect(Set(digests).count == texts.count)
  }

  @Test(arguments: [
    ("a,b\n1,\n2,3\n", 2, ""), ("a,b\n1,2\n\n2,nan\n3,x\n", 4, "nan"), ("a,b\n1,2\n2,1e39\n", 3, "1e39"),
    ("a,b\n1,inf\n", 2, "inf"),
    ("1,x\n2,3\n", 1, "x"), ("a,b\n1,NA\n", 2, "NA"), ("a,b\n1,0x10\n", 2, "0x10"), ("a,b\n1,1 000\n", 2, "1 000"),
  ]) func aFieldThatIsNoNumberIsKnownByItsLineAndSpoilsNoOtherColumn(_ text: String, _ line: Int, _ found: String)
    throws
  {
    let table = try table(text)
    #expect(table.findings.strays[0] == nil)
    #expect(table.findings.strays[1]?.line == line && table.findings.strays[1]?.found == found)
    #expect(table.numbers(of: 1).isEmpty && table.numbers(of: 0).count == table.findings.lines)
  }

  @Test(arguments: [
    ("a,b\n1,2\n1\n", "t.csv: line 3 has 1 column, expected 2"),
    ("a,b\n1,2\n\n1,2,3\n", "t.csv: line 4 has 3 columns, expected 2"),
    ("", "t.csv: holds no lines of numbers"), ("\n1,2\n", "t.csv: holds no lines of numbers"),
    ("a,b\n", "t.csv: holds no lines of numbers"),
    (String(repeating: "1,", count: 4096) + "1\n", "t.csv: line 1 has 4097 columns, expected at most 4096"),
  ]) func saysWhichLineIsWrong(_ text: String, _ message: String) throws {
    #expect(try error(text) == message)
  }

  @Test func findsAColumnByNameOrPlace() throws {
    let named = try table("day,level,wind,level\n1,2,3,4\n").findings
    #expect(named.columns(called: "wind") == [2])
    #expect(named.columns(called: "level") == [1, 3])
    #expect(named.columns(called: "4") == [3])
    #expect(["0", "5", "-1", "Level", ""].allSatisfy { named.columns(called: $0).isEmpty })
    #expect(try table("1,2\n").findings.columns(called: "2") == [1])
  }
}
