import Datasets
import NotebookPlanning
import NotebookResults
import Weights

/// Gives a model the weights of a file.
struct RestoreAction: DirectAction {
  let model: String
  /// The file as the notebook calls it.
  let name: String
  let file: WeightFile
  let findings: WeightFindings
  let memory: DataMemory
  let arrangement: WeightArrangement
  /// The file's names of modules that were told by their shapes, by the network's.
  let namings: [String: String]

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard session.models[model] != nil else { throw CellFailure("the model '\(model)' was not made") }
    session.models[model]?.take(try parameters(context))
    var result = WeightTensors.result(findings.tensors, caption: "Weights of \(name)")
    if !namings.isEmpty {
      let pairs = namings.sorted { $0.key < $1.key }.map { "'\($0.value)' as '\($0.key)'" }
      result.outputs.insert(
        .note("By the shapes of its tensors, \(name) is read with \(pairs.joined(separator: ", ", last: " and "))."),
        at: 0)
    }
    result.provenance = [Provenance(name: name, digest: findings.digest)]
    return result
  }

  /// Reads the weights again, which no result has.
  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    var seen = session
    guard let made = try? run(in: &seen, context), made.fields == result.fields else { return nil }
    session = seen
    return made
  }

  private func parameters(_ context: CellContext) throws(CellFailure) -> [Float] {
    let contents: WeightFile.Contents
    do throws(DatasetError) {
      contents = try memory.contents(of: file, threads: context.threads)
    } catch {
      throw CellFailure("\(error.renaming(file.path, to: name))")
    }
    guard contents.digest == findings.digest, let parameters = arrangement.parameters(in: contents.file) else {
      throw CellFailure("the file '\(name)' changed after it was checked")
    }
    return parameters
  }
}
