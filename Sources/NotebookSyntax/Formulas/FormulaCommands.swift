/// What a command of TeX stands for that takes nothing behind it.
enum FormulaCommands {
  /// A command by its name, without the backslash.
  static func node(_ name: String) -> FormulaNode? {
    if let letter = greek[name] { return .variable(letter) }
    if let sign = upright[name] { return .upright(sign) }
    if let sign = operations[name] { return .sign(sign, .operation) }
    if let (sign, kind) = signs[name] { return .sign(sign, kind) }
    if let width = spaces[name] { return .space(width) }
    if functions.contains(name) { return .function(name, hasLimits: false) }
    return functionsWithLimits.contains(name) ? .function(name, hasLimits: true) : nil
  }

  /// The names of all, for suggestions.
  static let names: [String] =
    [greek, upright, operations, accents].flatMap(\.keys) + signs.keys + spaces.keys.filter { $0.count > 1 }
    + functions + functionsWithLimits + FormulaAlphabet.allCases.map(\.rawValue)
    + ["frac", "sqrt", "text", "operatorname", "left", "right", "begin", "end"]

  static let greek = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "ell": "ℓ", "partial": "∂",
  ]

  private static let upright = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "nabla": "∇", "emptyset": "∅", "top": "⊤", "ldots": "…",
    "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "%": "%", "$": "$", "#": "#", "_": "_", "&": "&",
  ]

  private static let operations = [
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "odot": "⊙",
    "oplus": "⊕", "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ll": "≪", "gg": "≫", "ne": "≠",
    "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "propto": "∝", "in": "∈", "notin": "∉",
    "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "setminus": "∖", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔",
    "mapsto": "↦", "mid": "∣", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "neg": "¬", "forall": "∀",
    "exists": "∃", "perp": "⊥",
  ]

  private static let signs: [String: (String, FormulaSign)] = [
    "sum": ("∑", .sum), "prod": ("∏", .sum), "bigcup": ("⋃", .sum), "bigcap": ("⋂", .sum), "int": ("∫", .integral),
    "oint": ("∮", .integral), "{": ("{", .opening), "}": ("}", .closing), "lbrace": ("{", .opening),
    "rbrace": ("}", .closing), "langle": ("⟨", .opening), "rangle": ("⟩", .closing), "lfloor": ("⌊", .opening),
    "rfloor": ("⌋", .closing), "lceil": ("⌈", .opening), "rceil": ("⌉", .closing), "vert": ("|", .bar),
    "|": ("‖", .bar), "Vert": ("‖", .bar), "colon": (":", .punctuation),
  ]

  private static let spaces = [",": 3, ":": 4, ";": 5, " ": 4, "!": -3, "quad": 18, "qquad": 36]

  private static let functions: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "arg", "dim",
  ]
  private static let functionsWithLimits: Set<String> = ["max", "min", "lim", "sup", "inf", "det", "Pr"]

  /// The signs above a letter, by their commands.
  static let accents = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~", "vec": "→", "dot": "˙",
    "ddot": "¨",
  ]

  /// The brackets that go behind `\left` and `\right`, beside those that are commands.
  static let brackets: Set<Unicode.Scalar> = ["(", ")", "[", "]", "|", "/", "<", ">"]
  /// The brackets around a grid.
  static let grids: [String: (left: String, right: String, grid: FormulaGrid)] = [
    "matrix": ("", "", .centered), "pmatrix": ("(", ")", .centered), "bmatrix": ("[", "]", .centered),
    "vmatrix": ("|", "|", .centered), "cases": ("{", "", .left), "aligned": ("", "", .aligned),
  ]

  /// A sign that stands for itself.
  static func sign(_ scalar: Unicode.Scalar) -> FormulaNode? {
    switch scalar {
    case "-": .sign("−", .operation)
    case "*": .sign("∗", .operation)
    case "+", "=", "<", ">", "/", ":": .sign(String(scalar), .operation)
    case "(", "[": .sign(String(scalar), .opening)
    case ")", "]", "!", "?": .sign(String(scalar), .closing)
    case "|": .sign("|", .bar)
    case ",", ";", ".": .sign(String(scalar), .punctuation)
    case "~": .space(4)
    case _ where scalar.isASCII: nil
    default:
      switch scalar.properties.generalCategory {
      case .mathSymbol: .sign(String(scalar), .operation)
      case .otherSymbol, .otherPunctuation, .otherNumber, .modifierLetter: .upright(String(scalar))
      default: nil
      }
    }
  }
}
