extension Float {
  /// The bits under which the number leaves the program: its own, and for NaN, whatever its sign and payload, always the same.
  ///
  /// A NaN that arises has another sign on other processors, and which of two is passed on is theirs to choose.
  @inlinable
  package var canonicalBits: UInt32 {
    isNaN ? 0x7fc0_0000 : bitPattern
  }
}
