/// The first thing in a formula that is not understood.
struct FormulaMistake: Error {
  /// Where it stands in the formula, in Unicode scalars.
  let offset: Int
  let length: Int
  let message: String
  let suggestion: Suggestion?

  init(at offset: Int, length: Int = 1, _ message: String, suggestion: Suggestion? = nil) {
    self.offset = offset
    self.length = length
    self.message = message
    self.suggestion = suggestion
  }
}
