import NotebookPlanning
import NotebookSyntax

/// A series or a number of a chart, with where it is written and what it depends on.
struct ChartPart<Made: Sendable>: Sendable {
  let made: Made
  let position: SourcePosition
  fileprivate let contribute: @Sendable (_ name: String, _ dependencies: inout CellDependencies) -> Void
}

extension OptionType {
  /// A part by its name alone, or by a mapping of options.
  ///
  /// - Parameters:
  ///   - name: The type of names.
  ///   - mapping: The type of mappings.
  ///   - make: What a name alone stands for; reports what is wrong with it.
  /// - Returns: The type of parts.
  static func part<Made>(
    _ name: OptionType<FieldReference>, or mapping: OptionType<NestedValue<Made>>,
    make: @escaping @Sendable (_ reference: FieldReference, _ reader: inout OptionReader) -> Made?
  ) -> OptionType<ChartPart<Made>> where Value == ChartPart<Made> {
    OptionType(
      form: { .either([name.form(), mapping.form()]) }, examples: name.examples + mapping.examples,
      contribute: { $0.contribute($1, &$2) },
      read: { value, what, reader in
        if case .mapping = value.kind {
          return mapping.read(value, what, &reader).map { nested in
            ChartPart(made: nested.made, position: value.position) { mapping.contribute(nested, $0, &$1) }
          }
        }
        guard let reference = name.read(value, what, &reader), let made = make(reference, &reader) else { return nil }
        return ChartPart(made: made, position: value.position) { key, dependencies in
          name.contribute(reference, key, &dependencies)
          dependencies.settings.append(CellDependencies.Setting("\(key) name", reference.text))
        }
      })
  }
}
