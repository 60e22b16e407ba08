import Datasets
import FuzzSupport
import NotebookPlanning

/// Any bytes as a notebook: parsed, planned and shown twice alike, with every diagnostic inside the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = FuzzInput(start, count).rest
  let first = NotebookCheck(bytes, in: environment)
  precondition(first == NotebookCheck(bytes, in: environment), "the same bytes give the same")
  return 0
}

/// A notebook beside tables and a text.
private let environment: PlanEnvironment = {
  let folder = FuzzFolder("notebook")
  for name in ["train", "test"] { folder.write(Array("1,0,255,3,4\n0,5,6,7,8\n".utf8), to: "bars/\(name).csv") }
  folder.write(Array("Words and words and words.\n".utf8), to: "words.txt")
  let levels = (0..<144).map { "day \($0),\($0 % 12),\($0 % 7)\n" }.joined()
  folder.write(Array("time,level,wind\n\(levels)".utf8), to: "tides/levels.csv")
  return PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: folder.path)
}()
