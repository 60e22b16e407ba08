/// By how much images are changed at random before a network sees them, each amount the most there is in either direction.
package struct Augmentation: Sendable, Hashable {
  /// Names how it is done: two engines of the same edition give the same bits, which a test computes anew.
  package static let edition: UInt32 = 307_924_003

  /// A smooth displacement that differs from place to place, as if the paper were of rubber.
  package struct Elastic: Sendable, Hashable {
    /// The most that a point is moved in rows and in columns, in pixels.
    package let strength: Double
    /// The distance of points that are moved independently, in pixels.
    package let smoothness: Double

    package init(strength: Double, smoothness: Double) {
      precondition(strength >= 0 && smoothness >= 1, "a displacement has a size and is smooth over a pixel at least")
      self.strength = strength
      self.smoothness = smoothness
    }
  }

  /// Degrees, in both directions.
  package let rotation: Double
  /// The share by which width and height, each by itself, grow or shrink.
  package let scale: Double
  /// How far the top leans over the bottom, as a share of the height.
  package let shear: Double
  /// Pixels, in rows and in columns; parts of a pixel too.
  package let shift: Double
  package let elastic: Elastic?

  package init(
    rotation: Double = 0, scale: Double = 0, shear: Double = 0, shift: Double = 0, elastic: Elastic? = nil
  ) {
    precondition(0..<1 ~= scale, "an image keeps a part of its size")
    self.rotation = rotation
    self.scale = scale
    self.shear = shear
    self.shift = shift
    self.elastic = elastic
  }
}
