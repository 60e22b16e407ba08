/// A table [V, H] with a row for each of V tokens: the output of a step is the row of its token.
///
/// That is what a dense layer without bias makes of zeros and a one at the token's place, to the bit, and takes no product.
package final class Embedding: Layer {
  package let kind = "embedding"

  package let units: Int
  package let initial: InitialValues

  package init(units: Int, initial: any Initializer = Normal(stddev: 1)) {
    self.units = units
    self.initial = InitialValues(kernel: initial)
  }
}

extension Embedding {
  package var looksUpTokens: Bool { true }

  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: units)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    [.kernel("table", inputs: input.features, columns: units, initial)]
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    var problems = LayerProblem.ofUnits(units) + LayerProblem.of(initial)
    if !place.readsTokens {
      let message = "an embedding looks up tokens, and the examples are numbers, which a dense layer takes"
      problems.append(LayerProblem(nil, message, remedy: "put a `dense` layer of \(units) units in its place"))
    } else if !place.isFirst {
      problems.append(
        LayerProblem(
          nil, "an embedding is the first layer, for what another hands on are no tokens",
          remedy: "move it to the front, or put a `dense` layer of \(units) units in its place"))
    }
    return problems
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    PanelMatrix.floats(steps: 2 * (input.steps + 1), columns: units, rows: rows)
  }

  package func tableFloats(for input: SequenceShape) -> Double {
    ParameterTable.floats(rows: input.features, columns: units)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    EmbeddingPass(self, source)
  }
}

/// An embedding at work.
private final class EmbeddingPass: LayerPass {
  /// The token of each step, [T, B, 1].
  private let tokens: PanelMatrix
  private let table: ParameterTable
  let output: PanelMatrix
  let outputGradient: PanelMatrix

  init(_ layer: Embedding, _ source: LayerSource) {
    tokens = source.inputs
    table = source.shared.table(rows: source.shape.features, columns: layer.units, offset: source.offset)
    output = source.arena.matrix(steps: source.steps, columns: layer.units, rows: source.rows)
    outputGradient = source.arena.matrix(steps: source.steps, columns: layer.units, rows: source.rows)
  }

  func take(_ parameters: UnsafePointer<Float>) { table.take(parameters) }

  func forward(rows: Range<Int>, _ context: PassContext) {
    context.watch.begin(.inputs)
    for step in 0..<output.steps {
      for panel in 0..<output.panels {
        let (source, target) = (table.values.panel(step: 0, panel), output.panel(step: step, panel))
        for row in rows { target.setLanes(row * PanelMatrix.width, source.lanes(place(step, row))) }
      }
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {}

  /// Each row of the table has the sum of the slopes of where its token stands, steps ascending and rows ascending within a step.
  var gradients: [ParameterGradient] {
    let gradient = table.gradient(work: output.steps * PanelMatrix.width) { [self] block, rows, sums in
      sums.update(repeating: 0, count: table.values.blockStride)
      for step in 0..<outputGradient.steps {
        let slopes = outputGradient.panel(step: step, block)
        for row in rows {
          let place = place(step, row)
          sums.setLanes(place, sums.lanes(place) + slopes.lanes(row * PanelMatrix.width))
        }
      }
    }
    return [gradient]
  }

  /// Where in a panel of the table the row of a token begins.
  @inline(__always)
  private func place(_ step: Int, _ row: Int) -> Int {
    Int(tokens.panel(step: step, 0)[row * PanelMatrix.width]) * PanelMatrix.width
  }
}
