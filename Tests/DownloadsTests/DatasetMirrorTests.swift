import Datasets
import Downloads
import Testing

struct DatasetMirrorTests {
  @Test(arguments: [
    "", "mnist", "file:///data", "ftp://a/b", "http://", "https:///x", "http://a/?q", "http://a/#f", "javascript:1",
  ])
  func isNoAddressBut(_ address: String) {
    #expect(DatasetMirror(address) == nil)
  }

  @Test func isAFolderOnTheWeb() throws {
    #expect(try #require(DatasetMirror("http://school.example:8080/data")).host == "school.example")
    #expect(DatasetMirror("http://a/b") == DatasetMirror("http://a/b/"))
    #expect(DatasetMirror("http://a/b")?.folder("mnist") == DatasetMirror("http://a/b/mnist/"))
  }

  @Test(arguments: [
    ("http://a.example/x", "http://a.example/y", true), ("http://a.example/x", "https://a.example/x", true),
    ("http://a.example/x", "http://A.EXAMPLE:80/x", true), ("https://b.example/x", "https://a.example/x", true),
    ("https://b.example/x", "http://a.example/x", false), ("https://b.example/x", "http://b.example/x", false),
    ("http://a.example/x", "http://a.example:81/x", false), ("http://a.example/x", "https://a.example:444/x", false),
    ("http://a.example/x", "http://u:p@a.example/x", false), ("http://a.example/x", "http://u@a.example/x", false),
    ("http://a.example/x", "http://c.example/x", false), ("http://a.example/x", "ftp://a.example/x", false),
    ("http://a.example/x", "http://a.example.evil/x", false), ("http://a.example/x", "", false),
    ("http://a.example/x", "//a.example/x", false), ("http://127.0.0.1/x", "http://2130706433/x", false),
  ]) func sendsOnToMirrorsAloneAndNeverOutOfTLS(_ from: String, _ next: String, _ isAdmitted: Bool) throws {
    let mirrors = try ["http://a.example/", "https://b.example/"].map { try #require(DatasetMirror($0)) }
    #expect(DatasetMirror.admit(mirrors, sendingFrom: from, to: next) == isAdmitted)
  }

  @Test(arguments: FetchableData.all) func isThereForEveryNameAndFirstOverTLS(_ dataset: any PublishedData) {
    let mirrors = DatasetMirror.builtIn(for: dataset)
    #expect(!mirrors.isEmpty && mirrors.count == dataset.mirrors.count)
    #expect(mirrors.first.map { "\($0)".contains("https://") } == true)
  }
}
