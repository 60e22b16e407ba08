/// A formula: what stands between signs of a dollar, as it is written and as it is understood.
package struct Formula: Sendable, Hashable {
  /// In TeX, without the signs around it.
  package let source: String
  /// Whether it stands on a line of its own.
  package let isDisplay: Bool
  package let content: [FormulaNode]

  package init(source: String, isDisplay: Bool, content: [FormulaNode]) {
    self.source = source
    self.isDisplay = isDisplay
    self.content = content
  }
}

/// A part of a formula.
package indirect enum FormulaNode: Sendable, Hashable {
  /// A letter that stands for something, and is slanted.
  case variable(String)
  /// Letters and signs that stand upright, such as a capital Greek letter or `∞`.
  case upright(String)
  /// A function by its name, such as `exp`; with `hasLimits` what stands under `max` in a formula of its own line.
  case function(String, hasLimits: Bool)
  case number(String)
  case sign(String, FormulaSign)
  case text(String)
  /// A space in eighteenths of the size of the letters.
  case space(Int)
  case row([FormulaNode])
  case scripts(FormulaNode, below: FormulaNode?, above: FormulaNode?)
  case fraction(FormulaNode, over: FormulaNode)
  case root(FormulaNode, degree: FormulaNode?)
  /// Something with a sign above it.
  case accent(FormulaNode, String, isWide: Bool)
  /// Something between brackets that grow with it; an empty one is not there.
  case fenced(String, FormulaNode, String)
  case grid([[FormulaNode]], FormulaGrid)
}

/// What a sign does among its neighbours.
package enum FormulaSign: Sendable, Hashable {
  /// Stands between two things, or, as `+` and `−` can, before one.
  case operation
  /// A sum or product, which has its limits above and below.
  case sum
  case integral
  case opening
  case closing
  /// A bar, which may open or close.
  case bar
  case punctuation
}

/// How the cells of a grid stand.
package enum FormulaGrid: Sendable, Hashable {
  case centered
  case left
  /// Equations whose signs stand below one another.
  case aligned
}
