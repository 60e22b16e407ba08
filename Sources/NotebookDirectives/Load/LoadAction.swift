import NotebookPlanning
import NotebookResults

/// Loads a data set and shows what it holds.
struct LoadAction<Source: DataSource>: DirectAction {
  let source: Source
  /// What the data follow from.
  let dependencies: CellDependencies

  var absentDataset: String? { source.absentDataset }

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    let contents = try source.read(context)
    let dataset = source.dataset(of: contents)
    session.datasets[context.label] = HeldDataset(origin: origin(context), .loaded(dataset))
    return named(CellResult(outputs: source.outputs(of: contents), fields: source.fields), digest: dataset.digest)
  }

  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    let digest = result.provenance.first?.digest ?? ""
    session.datasets[context.label] = HeldDataset(
      origin: origin(context), .kept(KeptReader(source: source, digest: digest, seed: context.seed)))
    return named(result, digest: digest)
  }

  private func origin(_ context: CellContext) -> DatasetOrigin {
    DatasetOrigin(dependencies: dependencies, seed: context.seed)
  }

  /// Reads again what is known from the result that was kept.
  private struct KeptReader: DatasetReader {
    let source: Source
    let digest: String
    /// That of the cell that loads, whatever is given to the cell that needs the data.
    let seed: UInt64

    func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset {
      let context = CellContext(
        label: context.label, seed: seed, threads: context.threads, isCancelled: context.isCancelled)
      let dataset = source.dataset(of: try source.read(context))
      guard dataset.digest == digest else { throw source.changed }
      return dataset
    }
  }

  /// The result with what depends on where the data came from.
  private func named(_ result: CellResult, digest: String) -> CellResult {
    var result = result
    result.provenance = [Provenance(name: source.name, digest: digest)]
    result.notices = [source.notice].compactMap { $0 }
    return result
  }
}
