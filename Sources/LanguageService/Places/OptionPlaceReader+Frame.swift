extension OptionPlaceReader {
  /// A mapping or a list that is open where the reader is.
  struct Frame {
    var isMapping = true
    var isInBrackets = false
    /// Whether it is a pair that stands in a list without braces of its own.
    var isPair = false
    /// The column of its keys or dashes; none where it is in brackets, or nothing of it was seen.
    var indent = -1
    /// Which mapping it is.
    var number = 0
    /// The key whose value is read.
    var key: String?
    /// The item that is read.
    var item = 0
    /// Whether the value or the item is there already.
    var hasValue = false

    /// The way to what is read.
    var step: OptionPlace.Step? { isMapping ? key.map { .key($0) } : .item(item) }
  }
}
