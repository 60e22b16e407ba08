import NotebookSyntax

/// A formula as MathML Core, which browsers draw by themselves.
struct FormulaView {
  let formula: Formula

  /// Carries what was written for whoever copies or does not see it.
  var node: HTMLNode {
    // One that is wider than the page is scrolled, with keys as well.
    element(
      "math",
      [
        "display": formula.isDisplay ? "block" : nil, "tabindex": formula.isDisplay ? "0" : nil,
        "alttext": formula.source.replacing("\n", with: " "),
      ]
    ) {
      FormulaRow(nodes: formula.content, isDisplay: formula.isDisplay)
    }
  }
}

/// Parts of a formula side by side.
struct FormulaRow: HTMLComponent {
  let nodes: [FormulaNode]
  /// Whether limits stand above and below, as on a line of its own.
  let isDisplay: Bool

  var body: [HTMLNode] {
    for (index, node) in nodes.enumerated() {
      let last = index > 0 ? nodes[index - 1] : nil
      // A name stands apart from what it is about, unless that has brackets.
      if let last, last.isFunction && node.isOperand || node.isFunction && last.isOperand {
        element("mspace", ["width": FormulaPart.width(3)])
      }
      FormulaPart(node: node, isDisplay: isDisplay, isFirst: last?.endsOperand != true)
    }
  }
}

/// One part of a formula.
struct FormulaPart: HTMLComponent {
  let node: FormulaNode
  let isDisplay: Bool
  /// Whether a sign such as `−` has nothing before it that it could be between.
  var isFirst = true

  var body: [HTMLNode] {
    switch node {
    case .variable(let letter): element("mi") { letter }
    case .upright(let letters): element("mi", ["mathvariant": letters.count == 1 ? "normal" : nil]) { letters }
    case .function(let name, _): element("mi", ["mathvariant": name.count == 1 ? "normal" : nil]) { name }
    case .number(let digits): element("mn") { digits }
    case .sign(let sign, let kind): FormulaSignView(sign: sign, kind: kind, isFirst: isFirst).node
    // A blank at the end of words is not shown unless it holds them together.
    case .text(let words): element("mtext") { words.replacing(" ", with: "\u{A0}") }
    case .space(let width): element("mspace", ["width": Self.width(width)])
    case .row(let nodes): element("mrow") { FormulaRow(nodes: nodes, isDisplay: isDisplay) }
    case .scripts(let base, let below, let above): scripts(of: base, below, above)
    case .fraction(let above, let below): element("mfrac") { inline([above, below]) }
    case .root(let radicand, let degree):
      element(degree == nil ? "msqrt" : "mroot") { inline([radicand, degree].compactMap { $0 }) }
    case .accent(let base, let sign, let isWide):
      element("mover", ["accent": "true"]) {
        inline([base])
        element("mo", ["stretchy": isWide ? "true" : "false"]) { sign }
      }
    case .fenced(let left, let content, let right):
      element("mrow") {
        bracket(left, form: "prefix")
        FormulaPart(node: content, isDisplay: isDisplay)
        bracket(right, form: "postfix")
      }
    case .grid(let rows, let kind): FormulaGridView(rows: rows, kind: kind).node
    }
  }

  private func inline(_ nodes: [FormulaNode]) -> [HTMLNode] {
    nodes.flatMap { FormulaPart(node: $0, isDisplay: false).body }
  }

  private func scripts(of base: FormulaNode, _ below: FormulaNode?, _ above: FormulaNode?) -> HTMLNode {
    let names = isDisplay && base.hasLimits ? ("munderover", "munder", "mover") : ("msubsup", "msub", "msup")
    let name = below == nil ? names.2 : above == nil ? names.1 : names.0
    return element(name) {
      FormulaPart(node: base, isDisplay: isDisplay)
      inline([below, above].compactMap { $0 })
    }
  }

  @HTMLBuilder private func bracket(_ sign: String, form: String) -> [HTMLNode] {
    if !sign.isEmpty { element("mo", ["fence": "true", "stretchy": "true", "form": form]) { sign } }
  }

  /// Eighteenths of the size of the letters.
  static func width(_ eighteenths: Int) -> String { "\(DecimalText.fixed(Double(eighteenths) / 18, decimals: 3))em" }
}

/// A sign of a formula, with the spaces that it has in its place.
struct FormulaSignView {
  let sign: String
  let kind: FormulaSign
  let isFirst: Bool

  var node: HTMLNode {
    switch kind {
    case .operation: element("mo", ["form": isFirst && "+−±∓".contains(sign) ? "prefix" : nil]) { sign }
    case .sum, .integral, .punctuation: element("mo") { sign }
    case .opening: element("mo", ["stretchy": "false", "form": "prefix"]) { sign }
    case .closing: element("mo", ["stretchy": "false", "form": "postfix"]) { sign }
    // Nobody can tell of a bar whether it opens or closes.
    case .bar: element("mo", ["stretchy": "false", "lspace": "0", "rspace": "0"]) { sign }
    }
  }
}

/// Cells below one another.
struct FormulaGridView {
  let rows: [[FormulaNode]]
  let kind: FormulaGrid

  var node: HTMLNode {
    element("mtable", ["class": styleClass, "displaystyle": kind == .aligned ? "true" : nil]) {
      for row in rows {
        element("mtr") {
          for cell in row { element("mtd") { FormulaPart(node: cell, isDisplay: kind == .aligned) } }
        }
      }
    }
  }

  private var styleClass: String? {
    switch kind {
    case .centered: nil
    case .left: "cases"
    case .aligned: "aligned"
    }
  }
}

extension FormulaNode {
  fileprivate var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _): base.isFunction
    default: false
    }
  }

  /// Whether limits belong above and below it.
  fileprivate var hasLimits: Bool {
    switch self {
    case .sign(_, .sum), .function(_, hasLimits: true): true
    default: false
    }
  }

  /// Whether it is a thing by itself, and neither a sign nor a space.
  fileprivate var isOperand: Bool {
    switch self {
    case .sign, .space, .fenced: false
    case .scripts(let base, _, _): base.isOperand
    default: true
    }
  }

  /// Whether a sign behind it stands between two things.
  fileprivate var endsOperand: Bool {
    switch self {
    case .sign(_, .closing), .sign(_, .bar), .fenced: true
    case .scripts(let base, _, _): base.endsOperand
    default: isOperand && !isFunction
    }
  }
}
