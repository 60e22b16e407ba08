import CVectorLanes

/// Layer normalization at work.
///
/// A sum over H is sixteen chains, one for each column of a panel with panels ascending, and then their sum by halves: the same numbers in
/// the same order on every instruction set.
final class LayerNormPass: LayerPass {
  private let source: LayerSource
  let output: PanelMatrix
  let outputGradient: PanelMatrix
  /// z, [T, B, H].
  private let normalized: PanelMatrix
  /// 1 / √(σ² + ε), [T, B].
  private let scales: UnsafeMutablePointer<Float>
  /// Gain and bias, [2, H].
  private let table: ParameterTable
  private let epsilon: Float
  private let count: Float
  /// One in the columns of the last panel that are in use, and zero in those that fill it up.
  private let used: Lanes

  init(_ layer: LayerNorm, _ source: LayerSource) {
    let (arena, steps, columns, rows) = (source.arena, source.steps, source.shape.features, source.rows)
    self.source = source
    output = arena.matrix(steps: steps, columns: columns, rows: rows)
    outputGradient = arena.matrix(steps: steps, columns: columns, rows: rows)
    normalized = arena.matrix(steps: steps, columns: columns, rows: rows)
    scales = arena.floats(steps * rows)
    table = source.shared.table(rows: 2, columns: columns, offset: source.offset)
    epsilon = Float(layer.epsilon)
    count = Float(columns)
    var used = Lanes(repeating: 0)
    for column in 0..<PanelMatrix.columnsInLastPanel(columns) { used[column] = 1 }
    self.used = used
  }

  func take(_ parameters: UnsafePointer<Float>) { table.take(parameters) }

  func forward(rows: Range<Int>, _ context: PassContext) {
    context.watch.begin(.gates)
    for step in 0..<output.steps {
      for row in rows { normalize(step: step, row: row, at: context.keepsActivations ? step : 0) }
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    guard let inputGradient = source.inputGradient else { return }
    context.watch.begin(.gates)
    for step in 0..<output.steps {
      for row in rows { differentiate(step: step, row: row, into: inputGradient) }
    }
  }

  var gradients: [ParameterGradient] {
    let work = 2 * output.steps * PanelMatrix.width
    return [table.gradient(work: work) { [self] block, rows, sums in sum(block, rows, into: sums) }]
  }

  private func normalize(step: Int, row: Int, at kept: Int) {
    let place = row * PanelMatrix.width
    var sum = Lanes(repeating: 0)
    for panel in 0..<output.panels { sum += inUse(source.inputs.panel(step: step, panel).lanes(place), panel) }
    let mean = sum.sumByHalves / count
    var squares = Lanes(repeating: 0)
    for panel in 0..<output.panels {
      let distance = inUse(source.inputs.panel(step: step, panel).lanes(place) - mean, panel)
      squares = lanes16_fma(distance, distance, squares)
      normalized.panel(step: kept, panel).setLanes(place, distance)
    }
    let scale = 1 / (squares.sumByHalves / count + epsilon).squareRoot()
    scales[kept * output.rows + row] = scale
    for panel in 0..<output.panels {
      let (gain, bias) = (table.values.panel(step: 0, panel).lanes(0), table.values.panel(step: 0, panel).lanes(16))
      let z = normalized.panel(step: kept, panel).lanes(place) * scale
      normalized.panel(step: kept, panel).setLanes(place, z)
      output.panel(step: step, panel).setLanes(place, lanes16_fma(z, gain, bias))
    }
  }

  private func differentiate(step: Int, row: Int, into inputGradient: PanelMatrix) {
    let place = row * PanelMatrix.width
    var (slopes, overlaps) = (Lanes(repeating: 0), Lanes(repeating: 0))
    for panel in 0..<output.panels {
      let slope = slope(step: step, panel, place)
      slopes += slope
      overlaps = lanes16_fma(slope, normalized.panel(step: step, panel).lanes(place), overlaps)
    }
    let (mean, overlap) = (slopes.sumByHalves / count, Lanes(repeating: -(overlaps.sumByHalves / count)))
    let scale = scales[step * output.rows + row]
    for panel in 0..<output.panels {
      let z = normalized.panel(step: step, panel).lanes(place)
      let gradient = lanes16_fma(z, overlap, slope(step: step, panel, place) - mean) * scale
      inputGradient.panel(step: step, panel).setLanes(place, gradient)
    }
  }

  /// The gradient of z in one panel.
  @inline(__always)
  private func slope(step: Int, _ panel: Int, _ place: Int) -> Lanes {
    inUse(outputGradient.panel(step: step, panel).lanes(place), panel) * table.values.panel(step: 0, panel).lanes(0)
  }

  @inline(__always)
  private func inUse(_ lanes: Lanes, _ panel: Int) -> Lanes {
    panel == output.panels - 1 ? lanes16_where_positive(lanes, used) : lanes
  }

  /// Writes the sums of one chain for the gains and the biases of one panel, steps ascending and rows ascending within a step.
  private func sum(_ block: Int, _ rows: Range<Int>, into sums: UnsafeMutablePointer<Float>) {
    var (gain, bias) = (Lanes(repeating: 0), Lanes(repeating: 0))
    for step in 0..<output.steps {
      let (slopes, z) = (outputGradient.panel(step: step, block), normalized.panel(step: step, block))
      for row in rows {
        let place = row * PanelMatrix.width
        gain = lanes16_fma(slopes.lanes(place), z.lanes(place), gain)
        bias += slopes.lanes(place)
      }
    }
    sums.setLanes(0, gain)
    sums.setLanes(PanelMatrix.width, bias)
  }
}
