/// A place among the options of a body, whatever is wrong with the text around it.
struct OptionPlace: Hashable {
  /// A step from the outside in.
  enum Step: Hashable {
    case key(String)
    case item(Int)
  }

  enum Role: Hashable {
    /// That of a key of the mapping that the path leads to.
    case key
    /// That of the value that the path leads to, on the line of its key.
    case value
    /// That of the value that the path leads to, or of the first key where that is a mapping.
    case either
  }

  let role: Role
  let path: [Step]
  let word: Word
  /// The keys of the mapping that a key stands in.
  var keys: [String] = []
  /// Whether a colon follows the word.
  var hasColon = false
  /// Whether it is inside brackets.
  var isInBrackets = false
}
