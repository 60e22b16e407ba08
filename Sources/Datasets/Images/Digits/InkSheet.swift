/// Paper that a pen leaves ink on.
struct InkSheet: Sendable {
  /// How far each pixel's centre lies within the line, in pixels; negative outside.
  private var depth: [Float]
  private let shape: ImageShape

  init(_ shape: ImageShape) {
    self.shape = shape
    depth = [Float](repeating: -.infinity, count: shape.pixels)
  }

  /// Draws a line from `a` to `b` of a given half width, with round ends; the unit is a pixel.
  mutating func draw(from a: SIMD2<Float>, to b: SIMD2<Float>, radius: Float) {
    let reach = radius + 1
    let low = pointwiseMin(a, b) - reach
    let high = pointwiseMax(a, b) + reach
    let columns = max(0, Int(low.x))..<max(0, Int(low.x), min(shape.columns, Int(high.x) + 1))
    let rows = max(0, Int(low.y))..<max(0, Int(low.y), min(shape.rows, Int(high.y) + 1))
    let along = b - a
    let square = along.x * along.x + along.y * along.y
    let inverse = square > 0 ? 1 / square : 0
    for row in rows {
      for column in columns {
        let offset = SIMD2(Float(column) + 0.5, Float(row) + 0.5) - a
        let share = min(max((offset.x * along.x + offset.y * along.y) * inverse, 0), 1)
        let away = offset - share * along
        let inside = radius - (away.x * away.x + away.y * away.y).squareRoot()
        let pixel = row * shape.columns + column
        if inside > depth[pixel] { depth[pixel] = inside }
      }
    }
  }

  /// The sheet as an image whose centre of mass lies in the pixel after the middle, row 14 and column 14 of 28, as MNIST has it.
  func centred(softness: Float) -> [UInt8] {
    var mass: Float = 0
    var moment = SIMD2<Float>()
    var ink = [UInt8](repeating: 0, count: shape.pixels)
    for row in 0..<shape.rows {
      for column in 0..<shape.columns {
        let pixel = row * shape.columns + column
        let cover = min(max(depth[pixel] / softness + 0.5, 0), 1)
        ink[pixel] = UInt8(255 * cover + 0.5)
        mass += cover
        moment += cover * SIMD2(Float(column), Float(row))
      }
    }
    let middle = SIMD2(Float(shape.columns / 2), Float(shape.rows / 2))
    let shift = (middle - moment / max(mass, 1)).rounded(.toNearestOrEven)
    return moved(ink, columns: Int(shift.x), rows: Int(shift.y))
  }

  private func moved(_ ink: [UInt8], columns: Int, rows: Int) -> [UInt8] {
    var image = [UInt8](repeating: 0, count: shape.pixels)
    for row in max(0, rows)..<min(shape.rows, shape.rows + rows) {
      for column in max(0, columns)..<min(shape.columns, shape.columns + columns) {
        image[row * shape.columns + column] = ink[(row - rows) * shape.columns + column - columns]
      }
    }
    return image
  }
}
