import SeededRandom

/// While training, numbers are zero with a probability and otherwise divided by that of staying, so that their mean stays what it is; while
/// evaluating they stay as they are.
///
/// Which are zero follows from seed, update, layer, row and step alone, in steps of 1/65,536 of probability.
package final class Dropout: Layer {
  /// What a mask is drawn for.
  package enum Mask: String, Sendable, Hashable, CaseIterable {
    case eachStep = "each_step"
    /// The same for all steps of a row (Gal and Ghahramani: "A theoretically grounded application of dropout in recurrent neural networks", 2016).
    case eachSequence = "each_sequence"
  }

  package let kind = "dropout"

  /// The probability of zero.
  package let rate: Double
  package let mask: Mask

  package init(rate: Double, mask: Mask = .eachStep) {
    self.rate = rate
    self.mask = mask
  }
}

extension Dropout {
  package func output(for input: SequenceShape) -> SequenceShape { input }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    (0..<1).contains(rate) ? [] : [LayerProblem("rate", "a rate of dropout is at least 0 and below 1")]
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    PanelMatrix.floats(steps: 3 * (input.steps + 1), columns: input.features, rows: rows)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    DropoutPass(self, source)
  }
}

/// Dropout at work.
private final class DropoutPass: LayerPass {
  private let source: LayerSource
  let output: PanelMatrix
  let outputGradient: PanelMatrix
  /// What each number is multiplied by, [T, B, D], or [1, B, D] where all steps of a row have the same.
  private let factors: PanelMatrix
  /// Drawn numbers below this are zeros, out of 65,536.
  private let threshold: UInt32
  private let scale: Float

  init(_ layer: Dropout, _ source: LayerSource) {
    let (arena, steps, columns, rows) = (source.arena, source.steps, source.shape.features, source.rows)
    self.source = source
    output = arena.matrix(steps: steps, columns: columns, rows: rows)
    outputGradient = arena.matrix(steps: steps, columns: columns, rows: rows)
    factors = arena.matrix(steps: layer.mask == .eachStep ? steps : 1, columns: columns, rows: rows)
    threshold = UInt32((layer.rate * 65536).rounded())
    scale = Float(1 / (1 - layer.rate))
  }

  func forward(rows: Range<Int>, _ context: PassContext) {
    let drops = context.mode == .training
    if drops { draw(rows: rows, context) }
    for step in 0..<output.steps {
      if drops {
        output.step(step).setLanes(source.inputs.step(step), factors(of: step), rows: rows, Product())
      } else {
        output.step(step).copy(source.inputs.step(step), rows: rows)
      }
    }
  }

  func backward(rows: Range<Int>, _ context: PassContext) {
    guard let inputGradient = source.inputGradient else { return }
    for step in 0..<output.steps {
      if context.mode == .training {
        inputGradient.step(step).setLanes(outputGradient.step(step), factors(of: step), rows: rows, Product())
      } else {
        inputGradient.step(step).copy(outputGradient.step(step), rows: rows)
      }
    }
  }

  private func factors(of step: Int) -> PanelMatrix {
    factors.steps == 1 ? factors : factors.step(step)
  }

  /// Draws the factors of rows, two from each random word.
  private func draw(rows: Range<Int>, _ context: PassContext) {
    let words = (factors.columns + 7) / 8 * 4
    for row in rows {
      for step in 0..<factors.steps {
        let place = UInt64(context.firstRow + row) * UInt64(factors.steps) + UInt64(step)
        var stream = RandomStream(
          seed: context.seed, purpose: .dropout, index: context.update,
          position: UInt64(source.index) << 44 + place * UInt64(words))
        var word: UInt32 = 0
        for column in 0..<factors.columns {
          word = column % 2 == 0 ? stream.nextWord() : word >> 16
          factors[step: step, row: row, column: column] = word & 0xffff < threshold ? 0 : scale
        }
      }
    }
  }
}
