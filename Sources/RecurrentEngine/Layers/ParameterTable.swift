/// A layer's parameters [R, H] that no product meets, in panels for the passes of all rows to read.
struct ParameterTable {
  /// [1, R, H].
  let values: PanelMatrix
  /// Where they begin in the flat array, row-major.
  private let offset: Int

  init(rows: Int, columns: Int, offset: Int, arena: Arena) {
    values = arena.matrix(steps: 1, columns: columns, rows: rows)
    self.offset = offset
  }

  /// The floats of a table.
  static func floats(rows: Int, columns: Int) -> Double {
    PanelMatrix.floats(steps: 1, columns: columns, rows: rows)
  }

  /// Takes the values from the flat array.
  func take(_ parameters: UnsafePointer<Float>) {
    for row in 0..<values.rows { values.fill(from: parameters + place(row), row: row, step: 0) }
  }

  /// The gradient of the table.
  ///
  /// - Parameters:
  ///   - work: The multiplications that a row of the batch takes for a block.
  ///   - sum: Writes the sums of a chain of rows for one block of sixteen columns, [R][16].
  /// - Returns: The gradient, in a block for each panel.
  func gradient(
    work: Int, sum: @escaping (_ block: Int, _ rows: Range<Int>, _ sums: UnsafeMutablePointer<Float>) -> Void
  ) -> ParameterGradient {
    let (width, stride) = (PanelMatrix.width, values.blockStride)
    return ParameterGradient(
      blocks: values.panels, blocksAtOnce: values.panels, sumCount: values.panels * stride, work: work,
      sum: { blocks, rows, _, sums in
        for block in blocks { sum(block, rows, sums + block * stride) }
      },
      add: { blocks, sums, flat, isFirst in
        for block in blocks {
          let used = min(width, values.columns - block * width)
          for row in 0..<values.rows {
            (flat + place(row) + block * width)
              .takeSums(sums + block * stride + row * width, count: used, isFirst: isFirst)
          }
        }
      })
  }

  private func place(_ row: Int) -> Int { offset + row * values.columns }
}
