/// What the passes of all rows share: the packed kernels, other parameters, and the states that rows carry from one batch to the next.
///
/// Whoever asks first makes it; layers are told apart by where their parameters begin.
package final class SharedMemory {
  private let arena: Arena
  /// The room for rows of a batch.
  private let rows: Int
  private var kernels: [Int: PackedKernel] = [:]
  private var folds: [Int: LinearFold] = [:]
  private var tables: [Int: ParameterTable] = [:]
  private var carried: [Int: [PanelMatrix]] = [:]

  init(capacity: Int, arena: Arena) {
    self.arena = arena
    rows = PanelMatrix.room(rows: capacity)
  }

  func kernel(_ shape: KernelShape, needsInputGradient: Bool) -> PackedKernel {
    if let kernel = kernels[shape.offset] { return kernel }
    let kernel = PackedKernel(shape, needsInputGradient: needsInputGradient, arena: arena)
    kernels[shape.offset] = kernel
    return kernel
  }

  func fold(_ front: KernelShape, into kernel: PackedKernel, gradient: PanelMatrix) -> LinearFold {
    if let fold = folds[kernel.shape.offset] { return fold }
    let fold = LinearFold(front, into: kernel, gradient: gradient, arena: arena)
    folds[kernel.shape.offset] = fold
    return fold
  }

  /// A layer's parameters [R, H] that no product meets, taken before a batch.
  func table(rows: Int, columns: Int, offset: Int) -> ParameterTable {
    if let table = tables[offset] { return table }
    let table = ParameterTable(rows: rows, columns: columns, offset: offset, arena: arena)
    tables[offset] = table
    return table
  }

  /// The states of a layer's rows to go on from in a later batch, so many matrices [1, B, H].
  func carriedStates(_ count: Int, units: Int, offset: Int) -> [PanelMatrix] {
    if let states = carried[offset] { return states }
    let states = (0..<count).map { _ in arena.matrix(steps: 1, columns: units, rows: rows) }
    carried[offset] = states
    return states
  }
}
