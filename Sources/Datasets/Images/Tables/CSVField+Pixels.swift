extension CSVField {
  /// Whether it is written as a whole number from 0 to 255.
  var isGrey: Bool { whole.map { $0 <= 255 } ?? false }

  /// The value as a label.
  var label: UInt8? { number.flatMap { UInt8(exactly: $0) } }
}
