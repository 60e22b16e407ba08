package import NotebookSyntax

/// What values an option takes: how they are read, what a result depends on with each, and how help and schema describe them.
package struct OptionType<Value: Sendable>: Sendable {
  /// Reads a value as written; what is wrong is reported, with the name that messages give it.
  package let read: @Sendable (_ value: YAMLValue, _ what: String, _ reader: inout OptionReader) -> Value?
  /// What is meant where nothing is written.
  package let implied: (@Sendable (_ key: String, _ reader: inout OptionReader) -> Value?)?
  /// Adds what a result depends on with a value, under the name of the option.
  package let contribute: @Sendable (_ value: Value, _ name: String, _ dependencies: inout CellDependencies) -> Void
  /// The value as a notebook writes it; nil where that is more than a word.
  package let text: @Sendable (Value) -> String?
  /// Made when it is asked for, as a kind may hold kinds of its own sort.
  package let form: @Sendable () -> OptionForm
  /// Two values at least, as a notebook writes them.
  package let examples: [String]

  package init(
    form: @escaping @Sendable () -> OptionForm, examples: [String],
    text: @escaping @Sendable (Value) -> String? = { _ in nil },
    contribute: @escaping @Sendable (Value, String, inout CellDependencies) -> Void,
    implied: (@Sendable (String, inout OptionReader) -> Value?)? = nil,
    read: @escaping @Sendable (YAMLValue, String, inout OptionReader) -> Value?
  ) {
    self.read = read
    self.implied = implied
    self.contribute = contribute
    self.text = text
    self.form = form
    self.examples = examples
  }

  /// A type whose values stand in the cache key as one phrase.
  package init(
    form: OptionForm, examples: [String], phrase: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (YAMLValue, String, inout OptionReader) -> Value?
  ) {
    self.init(
      form: { form }, examples: examples, text: { phrase($0) },
      contribute: { $2.settings.append(CellDependencies.Setting($1, phrase($0))) }, read: read)
  }

  /// The same type, read and described in another way.
  package func reading(
    _ form: @escaping @Sendable () -> OptionForm,
    _ read: @escaping @Sendable (YAMLValue, String, inout OptionReader) -> Value?
  ) -> OptionType<Value> {
    OptionType(
      form: form, examples: examples, text: text, contribute: contribute, implied: implied, read: read)
  }

  /// The same type where there may be no value; none adds nothing to the cache key.
  var optional: OptionType<Value?> {
    var meant: (@Sendable (String, inout OptionReader) -> Value??)?
    if let implied {
      meant = { key, reader in implied(key, &reader).map { .some($0) } }
    }
    return OptionType<Value?>(
      form: form, examples: examples,
      text: { value in value.flatMap { text($0) } },
      contribute: { value, name, dependencies in
        if let value { contribute(value, name, &dependencies) }
      },
      implied: meant,
      read: { value, what, reader in read(value, what, &reader).map { .some($0) } })
  }

  /// A list of such values; one value alone is a list of one.
  ///
  /// - Parameters:
  ///   - item: What messages call an item.
  ///   - name: What reasons and the cache key call an item before its number; by default the option's name.
  ///   - examples: Two lists.
  /// - Returns: The type of lists.
  package func list(
    of item: String, each name: String? = nil, examples: [String]
  ) -> OptionType<[Value]> {
    var meant: (@Sendable (String, inout OptionReader) -> [Value]?)?
    if let implied {
      meant = { key, reader in implied(key, &reader).map { [$0] } }
    }
    return OptionType<[Value]>(
      form: { .list(form(), orOne: true) }, examples: examples,
      contribute: { values, key, dependencies in
        for (index, value) in values.enumerated() { contribute(value, "\(name ?? key) \(index + 1)", &dependencies) }
      },
      implied: meant,
      read: { value, what, reader in
        guard case .sequence(let items) = value.kind else { return read(value, what, &reader).map { [$0] } }
        let values = items.compactMap { read($0, item, &reader) }
        return values.count == items.count ? values : nil
      })
  }
}
