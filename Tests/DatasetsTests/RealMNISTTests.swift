import Datasets
import Foundation
import Testing

private let dataFolder = ProcessInfo.processInfo.environment["NBRUN_DATA"]

@Suite(.enabled(if: dataFolder != nil, "NBRUN_DATA does not name the folder of the real data sets"))
struct RealMNISTTests {
  @Test func loadsTheFilesAsPublished() throws {
    let location = try #require(DatasetCatalog(folders: [dataFolder ?? ""]).locate("mnist"))
    #expect(
      try DataMemory().findings(of: location).header
        == DatasetHeader(shape: ImageShape(rows: 28, columns: 28), trainCount: 60_000, testCount: 10_000))
    let mnist = try location.load(threads: 2)
    #expect(mnist.name == "mnist")
    #expect(mnist.classes == 10)
    #expect(mnist.train.count == 60_000)
    #expect(mnist.test.count == 10_000)
    #expect((0..<5).map(mnist.train.label(at:)) == [5, 0, 4, 1, 9])
    #expect(mnist.train.labelCounts == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    #expect(mnist.digest == "e9914cff2ade526da2ab1ac60c072f9173cc53e35b9411692de8207cb1b9009d")
  }
}
