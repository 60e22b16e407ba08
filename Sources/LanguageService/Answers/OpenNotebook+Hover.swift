import NotebookPlanning
package import NotebookSyntax

extension OpenNotebook {
  /// What is known about what stands at a place; nil where that is nothing.
  ///
  /// - Parameters:
  ///   - cursor: The place.
  ///   - measured: What was measured when the notebook ran last.
  /// - Returns: A few paragraphs.
  package func hover(at cursor: SourcePosition, measured: LastMeasured) -> Hover? {
    if let parameter = parameter(at: cursor), let value = scope.parameters.value(of: parameter.name) {
      return Hover(["**\(parameter.name)**: a parameter of the front matter", "`\(value)`"], about: parameter.range)
    }
    if let use = uses.at(cursor), let cell = cells.first(where: { $0.label == use.label }) {
      return hover(use, of: cell, measured: measured)
    }
    switch place(at: cursor) {
    case .keyword(let word):
      let cell = cells.first { $0.line == word.range.start.line }
      return topic(word.text).map {
        Hover($0.paragraphs + (cell.map { facts(of: $0, measured: measured) } ?? []), about: word.range)
      }
    case .option(let place, let topic, _): return hover(place, in: topic)
    case .reference, .link, nil: return nil
    }
  }

  private func hover(_ use: NameUse, of cell: NamedCell, measured: LastMeasured) -> Hover {
    let title = "**\(use.reference?.text ?? use.label)**: \(cell.phrase)"
    guard let reference = use.reference else {
      return Hover([title, caption(of: cell)] + facts(of: cell, measured: measured), about: use.whole)
    }
    return Hover([title, measured.number(reference).map { "Last measured: \($0)" }], about: use.whole)
  }

  /// The network that a cell makes, or the numbers that it left when it ran last.
  private func facts(of cell: NamedCell, measured: LastMeasured) -> [String?] {
    switch cell.symbol.kind {
    case .model(let network): ["\(network.phrase)."]
    case .measurements: [measured.phrase(of: cell.label)]
    case .dataset, .broken: []
    }
  }

  private func caption(of cell: NamedCell) -> String? {
    let entry = directive(onLine: cell.line)?.options.first { $0.key == CellOptions.caption.name }
    guard case .scalar(let text, _) = entry?.value.kind, !text.isEmpty else { return nil }
    return text
  }

  private func hover(_ place: OptionPlace, in topic: OptionTopic) -> Hover? {
    guard let slot = OptionSlot(place.path, in: topic), !place.word.text.isEmpty else { return nil }
    let (name, range) = (place.word.text, place.word.range)
    if place.role != .value, let owner = slot.groups.first(where: { $0.options.contains { $0.name == name } }),
      let option = owner.options.first(where: { $0.name == name })
    {
      return Hover(option.paragraphs(of: owner), about: range)
    }
    if let kind = slot.kinds.first(where: { $0.name == name }) { return Hover(kind.paragraphs, about: range) }
    guard place.role == .value, let option = slot.option else { return nil }
    return Hover(option.paragraphs(of: slot.owner), about: range)
  }
}

extension OptionTopic {
  /// What it is, and the names of its options.
  fileprivate var paragraphs: [String] {
    let title = sort == Self.directiveSort ? "**{\(name)}**" : "**\(name)** (\(sort))"
    let keys = options.map { "`\($0.name)`" }.joined(separator: ", ", last: " and ")
    return ["\(title): \(summary)", options.isEmpty ? "It has no options." : "Its keys: \(keys)."]
  }
}

extension OptionDeclaration {
  fileprivate func paragraphs(of owner: OptionTopic) -> [String?] {
    let phrase = form.phrase
    return [
      "**\(name)** (of `\(owner.name)`): \(summary)", phrase.capitalizedFirst + ".",
      isRequired ? "Has to be there." : nil,
      otherwise.map { "Otherwise: \(standard == nil ? $0 : "`\($0)`")." },
    ]
  }
}
