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

  @Test(arguments: KnownDataset.all) func isThereForEveryNameAndFirstOverTLS(_ dataset: KnownDataset) {
    let mirrors = DatasetMirror.builtIn(for: dataset)
    #expect(!mirrors.isEmpty && mirrors.count == dataset.mirrors.count)
    #expect(mirrors.first.map { "\($0)".contains("https://") } == true)
  }
}
