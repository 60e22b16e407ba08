import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Draws a bar for each of some numbers.
struct BarAction: DirectAction {
  let title: String
  let label: String
  let bars: [PlannedBar]
  let style: ChartStyle

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    var drawn: [BarChart.Bar] = []
    for bar in bars { drawn.append(try bar.drawn(in: session)) }
    let chart = BarChart(
      title: title, label: label, bars: drawn, range: style.yRange, scale: style.yScale ?? .linear)
    return CellResult(outputs: [.bars(chart)])
  }
}

/// A bar before anything is measured.
struct PlannedBar: Sendable {
  enum Source: Sendable {
    case measured(FieldReference, deviation: FieldReference?, mayFail: Bool)
    case written(Double)
  }

  let name: String
  let source: Source

  func drawn(in session: Session) throws(CellFailure) -> BarChart.Bar {
    switch source {
    case .written(let figure):
      return BarChart.Bar(name: name, quantity: .real(figure))
    case .measured(let reference, let deviation, let mayFail):
      let quantity = session.quantity(reference)
      if quantity == nil, !mayFail { throw CellFailure("'\(reference.text)' was not measured") }
      return BarChart.Bar(
        name: name, quantity: quantity, deviation: deviation.flatMap { session.quantity($0)?.number })
    }
  }
}

extension [ChartNumber] {
  /// A bar for each number, and for each setting of a sweep.
  var bars: [PlannedBar] {
    flatMap { number -> [PlannedBar] in
      switch number {
      case .written(let figure, let name):
        return [PlannedBar(name: name, source: .written(figure))]
      case .measured(let reference, let name, let mayFail):
        return [PlannedBar(name: name, source: .measured(reference, deviation: nil, mayFail: mayFail))]
      case .swept(let reference, let swept, _, let name):
        return swept.groups.map { group in
          let prefix = name ?? (count > 1 || group.title.isEmpty ? reference.text : nil)
          return PlannedBar(
            name: [prefix, group.title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "),
            source: .measured(
              reference.of(group), deviation: swept.deviation.map { reference.of(group, statistic: $0) }, mayFail: true)
          )
        }
      }
    }
  }

  /// What all of them measure; nil where that is different things.
  var label: String? {
    let titles = Set(
      compactMap { number -> String? in
        switch number {
        case .written: nil
        case .measured(let reference, _, _), .swept(let reference, _, _, _): reference.title
        }
      })
    return titles.count == 1 ? titles.first : nil
  }
}

extension FieldReference {
  /// The number of a sweep that is that of a group of its points.
  func of(_ group: SweptNumbers.Group, statistic: String = "") -> FieldReference {
    FieldReference(label: label, field: field + statistic + group.settings, position: position)
  }

  /// What the number measures, or its name in words, without settings and place.
  fileprivate var title: String {
    let name = String(field.prefix { $0 != "(" })
    return MetricRegistry.metric(of: name)?.title ?? name.split(separator: "_").joined(separator: " ")
  }
}
