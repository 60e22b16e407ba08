private import Foundation

extension StringProtocol {
  /// The text with each letter and its marks as one character where there is one, so that equal texts have equal bytes.
  package var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? String(self) : precomposedStringWithCanonicalMapping
  }
}
