/// Where the pixels along one side of an image lie among the nodes of a uniform cubic B-spline.
///
/// The four weights of a pixel are positive and add up to one, so that no value between nodes exceeds theirs.
struct SmoothAxis: Sendable {
  /// For each pixel the first of the four nodes that it depends on, and their weights.
  let pixels: [(first: Int, weights: SIMD4<Float>)]
  let nodes: Int

  init(pixels count: Int, spacing: Double) {
    pixels = (0..<count).map { pixel in
      let place = Double(pixel) / spacing
      let first = place.rounded(.down)
      let t = place - first
      let u = 1 - t
      let weights = SIMD4(
        u * u * u, 3 * t * t * t - 6 * t * t + 4, 3 * u * u * u - 6 * u * u + 4, t * t * t)
      return (Int(first), SIMD4<Float>(weights / 6))
    }
    nodes = (pixels.last?.first ?? 0) + 4
  }
}
