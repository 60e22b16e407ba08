import NotebookPlanning
import RecurrentEngine

/// `orthogonal`.
enum OrthogonalInitializer: KindSpelling {
  static let keyword = "orthogonal"
  static let summary = "Orthonormal rows, or columns where there are more rows than columns."
  static let options: [any OptionDeclaration] = []

  static func make(_ values: inout OptionValues) -> (any Initializer)? { Orthogonal() }
}
