/// The attributes of an element, in the order they were given.
package struct HTMLAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  struct Pair: Sendable, Hashable {
    let name: String
    /// Empty for an attribute that is only there or not, such as `open`.
    let value: String
  }

  let pairs: [Pair]

  /// Takes the attributes that have a value; nil leaves one out.
  package init(dictionaryLiteral elements: (String, String?)...) {
    pairs = elements.compactMap { name, value in value.map { Pair(name: name, value: $0) } }
  }
}
