import NotebookResults
import RecurrentEngine
import SeededRandom

/// What the recurrent layers of a network were while they read an example, as a page shows it.
struct TraceInside {
  let layers: [LayerTrace]
  /// The names of all layers of the network.
  let names: [String]
  /// The place of the layer whose states and gates are shown.
  let shown: Int
  let units: [Int]

  private var layer: LayerTrace? { layers.first { $0.layer == shown } }

  /// Pixels that a unit is high in a strip.
  private static let height = 4

  func outputs(_ part: TracePart) -> [CellOutput] {
    switch part {
    case .probabilities: []
    case .states: layer.map { [.chart(chart(of: $0))] } ?? []
    case .gates: layer.map { [strip(of: $0)] } ?? []
    case .gradient: [gradient]
    }
  }

  /// The size of the gradient at the first and at the last step of the layer.
  var fields: [Field] {
    let norms = layer?.gradientNorms ?? []
    return [
      Field("gradient_first", .real(norms.first ?? .nan)), Field("gradient_last", .real(norms.last ?? .nan)),
    ]
  }

  private func chart(of layer: LayerTrace) -> Chart {
    let steps = layer.states.count / layer.units
    return Chart(
      title: "States of \(names[layer.layer]), by step", xLabel: "step", yLabel: "state",
      series: units.map { unit in
        ChartSeries(
          name: "unit \(unit)",
          points: (0..<steps).map { SeriesPoint(x: $0 + 1, y: Double(layer.states[$0 * layer.units + unit])) })
      })
  }

  /// A picture a gate: units from top to bottom, steps from left to right, the darker the more open; a candidate is dark at 1 and white at -1.
  private func strip(of layer: LayerTrace) -> CellOutput {
    guard !layer.gates.isEmpty else { return .note("\(names[layer.layer]) has a state and no gates.") }
    let steps = layer.states.count / layer.units
    let pictures = layer.gates.map { role, values in
      let pixels = units.flatMap { unit in
        let row = (0..<steps).map { step in
          let value = values[step * layer.units + unit]
          return Self.grey(role == .candidate ? (value + 1) / 2 : value)
        }
        return Array(repeating: row, count: Self.height).flatMap { $0 }
      }
      return PictureStrip.Picture(
        rows: units.count * Self.height, columns: steps, pixels: pixels, label: role.rawValue)
    }
    let list = units.map(String.init).joined(separator: ", ")
    return .pictures(
      PictureStrip(
        caption: "Gates of \(names[layer.layer]) by step, units \(list) from top to bottom, the darker the more open",
        pictures: pictures))
  }

  private static func grey(_ share: Float) -> UInt8 {
    share.isNaN ? 0 : UInt8((min(max(share, 0), 1) * 255).rounded())
  }

  private var gradient: CellOutput {
    .chart(
      Chart(
        title: "Size of the loss's gradient at each step, in powers of ten", xLabel: "step",
        yLabel: "log10 of the norm",
        series: layers.map { layer in
          ChartSeries(
            name: names[layer.layer],
            points: layer.gradientNorms.enumerated().map { SeriesPoint(x: $0 + 1, y: Self.log10($1)) })
        }))
  }

  /// The power of ten; minus infinity for nothing, which a chart leaves out.
  private static func log10(_ value: Double) -> Double {
    value.isNormal ? PortableMath.log(value) / PortableMath.log(10) : -.infinity
  }
}
