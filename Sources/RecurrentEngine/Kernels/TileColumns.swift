import CVectorLanes

/// The columns of a tile: a half, a whole or several adjacent panels, one row of which is held in registers.
protocol TileColumns {
  /// Whole or begun panels.
  static var panels: Int { get }
  /// The most rows of a tile that stay in registers.
  static var height: Int { get }
  init(repeating value: Float)
  /// Reads a row; each panel begins `panelStride` floats after the one before.
  init(_ memory: UnsafePointer<Float>, panelStride: Int)
  /// Writes a row.
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int)
  /// self + factor·row, rounded once.
  func adding(_ factor: Float, times row: Self) -> Self
  /// self·(1 - output²): a gradient taken back through tanh.
  func throughTanh(_ output: Self) -> Self
}

extension SIMD16<Float>: TileColumns {
  static var panels: Int { 1 }
  @inline(__always)
  static var height: Int { TileShape.panels > 1 ? 8 : 6 }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    self = memory.lanes(0)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    memory.setLanes(0, self)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    lanes16_fma_scalar(factor, row, self)
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    self * lanes16_fma(output, 0 - output, Self(repeating: 1))
  }
}

/// The first eight columns of a panel, where the others are not in use.
extension SIMD8<Float>: TileColumns {
  static var panels: Int { 1 }
  static var height: Int { 8 }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    self = UnsafeRawPointer(memory).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    UnsafeMutableRawPointer(memory).storeBytes(of: self, as: Self.self)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    lanes8_fma_scalar(factor, row, self)
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    self * lanes8_fma(output, 0 - output, Self(repeating: 1))
  }
}

/// Two adjacent panels.
struct PanelPair: TileColumns {
  static var panels: Int { 2 }
  static var height: Int { 8 }
  private var first: Lanes
  private var second: Lanes

  @inline(__always)
  init(repeating value: Float) {
    first = Lanes(repeating: value)
    second = first
  }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    first = memory.lanes(0)
    second = memory.lanes(panelStride)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    memory.setLanes(0, first)
    memory.setLanes(panelStride, second)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    var sum = self
    sum.first = lanes16_fma_scalar(factor, row.first, first)
    sum.second = lanes16_fma_scalar(factor, row.second, second)
    return sum
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    var gradient = self
    gradient.first = first.throughTanh(output.first)
    gradient.second = second.throughTanh(output.second)
    return gradient
  }
}

/// Three adjacent panels.
struct PanelTriple: TileColumns {
  static var panels: Int { 3 }
  static var height: Int { 8 }
  private var first: PanelPair
  private var third: Lanes

  @inline(__always)
  init(repeating value: Float) {
    first = PanelPair(repeating: value)
    third = Lanes(repeating: value)
  }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    first = PanelPair(memory, panelStride: panelStride)
    third = memory.lanes(2 * panelStride)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    first.store(memory, panelStride: panelStride)
    memory.setLanes(2 * panelStride, third)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    var sum = self
    sum.first = first.adding(factor, times: row.first)
    sum.third = lanes16_fma_scalar(factor, row.third, third)
    return sum
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    var gradient = self
    gradient.first = first.throughTanh(output.first)
    gradient.third = third.throughTanh(output.third)
    return gradient
  }
}

/// Four adjacent panels.
struct PanelQuad: TileColumns {
  static var panels: Int { 4 }
  static var height: Int { 6 }
  private var first: PanelPair
  private var second: PanelPair

  @inline(__always)
  init(repeating value: Float) {
    first = PanelPair(repeating: value)
    second = first
  }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    first = PanelPair(memory, panelStride: panelStride)
    second = PanelPair(memory + 2 * panelStride, panelStride: panelStride)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    first.store(memory, panelStride: panelStride)
    second.store(memory + 2 * panelStride, panelStride: panelStride)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    var sum = self
    sum.first = first.adding(factor, times: row.first)
    sum.second = second.adding(factor, times: row.second)
    return sum
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    var gradient = self
    gradient.first = first.throughTanh(output.first)
    gradient.second = second.throughTanh(output.second)
    return gradient
  }
}
