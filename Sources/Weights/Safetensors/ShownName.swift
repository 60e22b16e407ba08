extension String {
  /// The name as messages show it: a file can have any, of any length.
  var shown: String {
    let most = 80
    return count > most ? "\(prefix(most))…" : self
  }
}
