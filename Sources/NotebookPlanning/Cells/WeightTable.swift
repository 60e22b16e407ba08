package import NotebookResults
import RecurrentEngine

/// The weights of models in numbers, a row a parameter.
package enum WeightTable {
  /// What the weights are.
  ///
  /// - Parameters:
  ///   - model: Whose layers name the rows.
  ///   - weights: All parameters in flat order.
  /// - Returns: Shape, mean, deviation and extremes of each.
  package static func table(of model: Model, weights: [Float]) -> Table {
    let rows: [[Table.Value]] = model.network.parameters.map { slot in
      let values = weights[slot.range].map(Double.init)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
      return [
        .text(slot.name), .text(slot.shape.map(String.init).joined(separator: " × ")),
        .quantity(.count(values.count)), .quantity(.real(mean)), .quantity(.real(variance.squareRoot())),
        .quantity(.real(values.min() ?? 0)), .quantity(.real(values.max() ?? 0)),
      ]
    }
    return Table(
      caption: "Weights now", columns: ["parameter", "shape", "count", "mean", "deviation", "smallest", "largest"],
      rows: rows)
  }

  /// How far the weights have moved: the root of the mean of the squared differences of each parameter.
  package static func movements(of model: Model, from old: [Float], to new: [Float]) -> [Field] {
    model.network.parameters.map { slot in
      let sum = zip(new[slot.range], old[slot.range]).reduce(0.0) {
        $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
      }
      return Field(slot.name, .real((sum / Double(max(1, slot.range.count))).squareRoot()))
    }
  }
}
