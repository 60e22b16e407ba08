/// How the initial values of a kernel are drawn.
package enum Initializer: Sendable, Hashable {
  /// Uniform in ±√(6 / (rows + columns)).
  case glorotUniform
  /// Normal with variance 2 / rows.
  case heNormal
  /// Orthonormal rows, or columns where there are more rows than columns.
  case orthogonal
  case normal(stddev: Double)
  case constant(Double)
}
