import SeededRandom

/// Memory to change one image after another in.
///
/// Each pixel of the result is looked up in the source, between four pixels; outside is paper.
struct ImageWarp {
  /// The changed image, row by row.
  private(set) var image: [Float]

  private let augmenter: ImageAugmenter
  private let shape: ImageShape
  /// The source with a margin of paper, one pixel before and two behind.
  private var source: [Float]
  private let stride: Int
  /// The displacement at nodes along the rows and at pixels along the columns.
  private var nodes: (x: [Float], y: [Float])
  /// Where the pixels of one row come from, in columns and rows of the source with its margin.
  private var from: (x: [Float], y: [Float])

  init(_ augmenter: ImageAugmenter) {
    self.augmenter = augmenter
    shape = augmenter.shape
    stride = shape.columns + 3
    image = [Float](repeating: 0, count: shape.pixels)
    source = [Float](repeating: 0, count: stride * (shape.rows + 3))
    let values = [Float](repeating: 0, count: (augmenter.axes?.rows.nodes ?? 0) * shape.columns)
    nodes = (values, values)
    let row = [Float](repeating: 0, count: shape.columns)
    from = (row, row)
  }

  mutating func apply(to pixels: Span<UInt8>, _ random: inout RandomStream) {
    for row in 0..<shape.rows {
      let start = (row + 1) * stride + 1
      for column in 0..<shape.columns { source[start + column] = Float(pixels[row * shape.columns + column]) }
    }
    let move = AffineMove(augmenter.augmentation, middle: middle, &random)
    drawNodes(&random)
    for row in 0..<shape.rows {
      locate(row, move)
      lookUp(row)
    }
  }

  private var middle: SIMD2<Float> { SIMD2(Float(shape.columns - 1), Float(shape.rows - 1)) / 2 }

  private mutating func drawNodes(_ random: inout RandomStream) {
    guard let axes = augmenter.axes, let elastic = augmenter.augmentation.elastic else { return }
    let strength = Float(elastic.strength)
    var drawn = [SIMD2<Float>](repeating: .zero, count: axes.columns.nodes)
    for row in 0..<axes.rows.nodes {
      for column in drawn.indices {
        let x = random.signedUniform()
        drawn[column] = strength * SIMD2(x, random.signedUniform())
      }
      for column in 0..<shape.columns {
        let (first, weights) = axes.columns.pixels[column]
        let sum =
          weights[0] * drawn[first] + weights[1] * drawn[first + 1]
          + (weights[2] * drawn[first + 2] + weights[3] * drawn[first + 3])
        nodes.x[row * shape.columns + column] = sum.x
        nodes.y[row * shape.columns + column] = sum.y
      }
    }
  }

  private mutating func locate(_ row: Int, _ move: AffineMove) {
    let start = move.origin + Float(row) * move.down + 1
    Self.place(&from.x, start: start.x, step: move.right.x)
    Self.place(&from.y, start: start.y, step: move.right.y)
    if let axes = augmenter.axes {
      let (first, weights) = axes.rows.pixels[row]
      Self.add(nodes.x, from: first * shape.columns, weights, to: &from.x)
      Self.add(nodes.y, from: first * shape.columns, weights, to: &from.y)
    }
    Self.clamp(&from.x, to: Float(shape.columns + 1))
    Self.clamp(&from.y, to: Float(shape.rows + 1))
  }

  private static func place(_ places: inout [Float], start: Float, step: Float) {
    places.withUnsafeMutableBufferPointer { places in
      for index in places.indices { places[index] = start + Float(Int32(truncatingIfNeeded: index)) * step }
    }
  }

  private static func add(_ nodes: [Float], from start: Int, _ weights: SIMD4<Float>, to places: inout [Float]) {
    places.withUnsafeMutableBufferPointer { places in
      nodes.withUnsafeBufferPointer { nodes in
        let width = places.count
        for index in 0..<width {
          let node = start + index
          places[index] +=
            weights[0] * nodes[node] + weights[1] * nodes[node + width]
            + (weights[2] * nodes[node + 2 * width] + weights[3] * nodes[node + 3 * width])
        }
      }
    }
  }

  private static func clamp(_ places: inout [Float], to last: Float) {
    places.withUnsafeMutableBufferPointer { places in
      for index in places.indices {
        let place = places[index] > 0 ? places[index] : 0
        places[index] = place < last ? place : last
      }
    }
  }

  private mutating func lookUp(_ row: Int) {
    let (columns, stride, from) = (shape.columns, stride, from)
    source.withUnsafeBufferPointer { source in
      image.withUnsafeMutableBufferPointer { image in
        for column in 0..<columns {
          let (x, y) = (from.x[column], from.y[column])
          let (left, top) = (Int32(x), Int32(y))
          let (right, down) = (x - Float(left), y - Float(top))
          let corner = Int(top) * stride + Int(left)
          let above = source[corner] + right * (source[corner + 1] - source[corner])
          let below = source[corner + stride] + right * (source[corner + stride + 1] - source[corner + stride])
          image[row * columns + column] = above + down * (below - above)
        }
      }
    }
  }
}

/// Where the pixels of an image come from: `origin + column·right + row·down`.
private struct AffineMove {
  let origin: SIMD2<Float>
  let right: SIMD2<Float>
  let down: SIMD2<Float>

  /// Undoes, in this order, a shift, a rotation, a shear and a scaling about the middle.
  init(_ augmentation: Augmentation, middle: SIMD2<Float>, _ random: inout RandomStream) {
    let turn = PortableMath.sineCosine(augmentation.rotation * Double(random.signedUniform()) * .pi / 180)
    let (sine, cosine) = (Float(turn.sine), Float(turn.cosine))
    let width = 1 + Float(augmentation.scale) * random.signedUniform()
    let height = 1 + Float(augmentation.scale) * random.signedUniform()
    let shear = Float(augmentation.shear) * random.signedUniform()
    let shiftX = Float(augmentation.shift) * random.signedUniform()
    let shiftY = Float(augmentation.shift) * random.signedUniform()
    right = SIMD2((cosine + shear * sine) / width, -sine / height)
    down = SIMD2((sine - shear * cosine) / width, cosine / height)
    let shifted = middle + SIMD2(shiftX, shiftY)
    origin = middle - (shifted.x * right + shifted.y * down)
  }
}

extension RandomStream {
  /// A uniform number in [-1, 1), exact in Float.
  fileprivate mutating func signedUniform() -> Float { 2 * uniform() - 1 }
}
