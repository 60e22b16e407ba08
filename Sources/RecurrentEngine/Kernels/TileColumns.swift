import CVectorLanes

/// The columns of a tile: a half, a whole or several adjacent panels, one row of which is held in registers.
protocol TileColumns {
  /// Whole or begun panels.
  static var panels: Int { get }
  /// The vector registers of a row.
  static var registers: Int { get }
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

extension TileColumns {
  /// The most rows of a tile that stay in registers.
  @inline(__always)
  static var height: Int { min(8, TileShape.sumRegisters / registers) }
}

extension SIMD16<Float>: TileColumns {
  @inline(__always)
  static var panels: Int { 1 }
  @inline(__always)
  static var registers: Int { TileShape.registersOfPanel }

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
  @inline(__always)
  static var panels: Int { 1 }
  @inline(__always)
  static var registers: Int { 1 }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    self = UnsafeRawPointer(memory).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    memory.setHalf(self)
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

/// Columns and those of the panels behind them.
struct AdjacentColumns<First: TileColumns, Second: TileColumns>: TileColumns {
  @inline(__always)
  static var panels: Int { First.panels + Second.panels }
  @inline(__always)
  static var registers: Int { First.registers + Second.registers }
  private var first: First
  private var second: Second

  @inline(__always)
  private init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  @inline(__always)
  init(repeating value: Float) {
    self.init(First(repeating: value), Second(repeating: value))
  }

  @inline(__always)
  init(_ memory: UnsafePointer<Float>, panelStride: Int) {
    self.init(
      First(memory, panelStride: panelStride),
      Second(memory + First.panels * panelStride, panelStride: panelStride))
  }

  @inline(__always)
  func store(_ memory: UnsafeMutablePointer<Float>, panelStride: Int) {
    first.store(memory, panelStride: panelStride)
    second.store(memory + First.panels * panelStride, panelStride: panelStride)
  }

  @inline(__always)
  func adding(_ factor: Float, times row: Self) -> Self {
    Self(first.adding(factor, times: row.first), second.adding(factor, times: row.second))
  }

  @inline(__always)
  func throughTanh(_ output: Self) -> Self {
    Self(first.throughTanh(output.first), second.throughTanh(output.second))
  }
}

/// Two adjacent panels.
typealias PanelPair = AdjacentColumns<Lanes, Lanes>
/// Three adjacent panels.
typealias PanelTriple = AdjacentColumns<PanelPair, Lanes>
/// Four adjacent panels.
typealias PanelQuad = AdjacentColumns<PanelPair, PanelPair>
/// The first halves of two adjacent panels.
typealias HalfPair = AdjacentColumns<SIMD8<Float>, SIMD8<Float>>
/// The first halves of three adjacent panels.
typealias HalfTriple = AdjacentColumns<HalfPair, SIMD8<Float>>
/// The first halves of four adjacent panels.
typealias HalfQuad = AdjacentColumns<HalfPair, HalfPair>
