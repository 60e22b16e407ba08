/// Names the engine's arithmetic: two engines of the same name give the same bits.
package enum Arithmetic {
  /// The digest of the weights that a small training ends in, which a test computes anew.
  package static let name: UInt64 = 4_835_865_966_719_349_202
}
