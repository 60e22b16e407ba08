extension String {
  /// The text as a sentence begins: its first letter a capital, the others as they are.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
