import NotebookPlanning
import NotebookSyntax

/// A kind of data: the key of `{load}` that asks for it, and its other options.
protocol DataSourceKind: SendableMetatype {
  /// Where the data come from, among the keys of `{load}`.
  static var key: String { get }

  /// What the key may say; nil when it names something in the notebook's own folder.
  static var names: [String]? { get }

  /// The options that go with it, the key of its own included.
  static var options: [any OptionDeclaration] { get }

  /// What the options mean, and what the data depend on besides; reports what is wrong.
  ///
  /// - Parameters:
  ///   - name: What the key says.
  ///   - position: Where it says so.
  ///   - values: The options.
  /// - Returns: The data; nil when they cannot be had.
  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)?
}
