import Datasets
import NotebookPlanning
import NotebookResults
import Weights

/// Puts the weights of a model beside the page.
struct SaveAction: DirectAction {
  let model: String
  let file: String
  let arrangement: WeightArrangement

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard let model = session.models[model] else { throw CellFailure("the model '\(model)' was not made") }
    let bytes = arrangement.file(of: model.parameters)
    guard let made = ResultFile(name: file, bytes: bytes) else {
      throw CellFailure("'\(file)' is no name of a file beside the page")
    }
    var result = WeightTensors.result(arrangement.expected, caption: "Weights in \(file)")
    result.outputs.insert(
      .note(
        "\(file) lies beside this page, with \(arrangement.layout.title)'s names and arrangement: "
          + "\(bytes.count) bytes, SHA-256 \(SHA256.hex(of: bytes))."), at: 0)
    result.fields.append(Field("bytes", .count(bytes.count)))
    result.files = [made]
    return result
  }

  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    result.files.map(\.name) == [file] && result.files[0].bytes.count == arrangement.fileSize ? result : nil
  }
}
