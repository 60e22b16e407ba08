extension String {
  /// The text without the mark with which some editors begin a file.
  var trimmingByteOrderMark: Substring {
    unicodeScalars.first == "\u{FEFF}" ? Substring(unicodeScalars.dropFirst()) : self[...]
  }

  var trimmedStart: Substring { drop { $0.isWhitespace } }
}

extension StringProtocol {
  /// The text without the spaces and tabs at its end.
  var trimmedEnd: String { String(reversed().drop { $0 == " " || $0 == "\t" }.reversed()) }
}
