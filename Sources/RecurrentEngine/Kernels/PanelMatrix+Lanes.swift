import CVectorLanes

extension PanelMatrix {
  /// Whether no more than half of a panel's columns are in use.
  func isHalf(_ panel: Int) -> Bool {
    panel == panels - 1 && PanelMatrix.columnsInLastPanel(columns) <= PanelMatrix.width / 2
  }

  /// Has some rows of a block fetched, for work to come.
  @inline(__always)
  func fetchAhead(steps: Range<Int>, block: Int, _ rows: Range<Int>) {
    for step in steps {
      let block = self.block(step: step, block)
      for row in rows { fetch_ahead(block + row * PanelMatrix.width) }
    }
  }

  /// Writes zeros to all gates of the first step.
  func clear(rows: Range<Int>) {
    fill(rows: rows, with: 0)
  }

  /// Writes the same value to all gates of the first step.
  func fill(rows: Range<Int>, with value: Float) {
    for block in 0..<panels * gates {
      (self.block(step: 0, block) + rows.lowerBound * PanelMatrix.width)
        .update(repeating: value, count: rows.count * PanelMatrix.width)
    }
  }

  /// Writes columns of the first step, from one of them on, to all columns of another matrix.
  func takeColumns(from column: Int, of other: PanelMatrix, rows: Range<Int>) {
    forEachColumnPiece(from: column) { place, count, otherPlace in
      for row in rows { element(row, place).update(from: other.element(row, otherPlace), count: count) }
    }
  }

  /// Writes all columns of the first step to those of another matrix, from one of them on.
  func putColumns(from column: Int, into other: PanelMatrix, rows: Range<Int>) {
    forEachColumnPiece(from: column) { place, count, otherPlace in
      for row in rows { other.element(row, otherPlace).update(from: element(row, place), count: count) }
    }
  }

  /// Cuts the columns into pieces that lie in one panel here and, from a column on, in another matrix.
  private func forEachColumnPiece(from column: Int, _ body: (_ place: Int, _ count: Int, _ otherPlace: Int) -> Void) {
    var place = 0
    while place < columns {
      let left = min(PanelMatrix.width - place % PanelMatrix.width, columns - place)
      let count = min(left, PanelMatrix.width - (column + place) % PanelMatrix.width)
      body(place, count, column + place)
      place += count
    }
  }

  /// An element of the first step and gate.
  private func element(_ row: Int, _ column: Int) -> UnsafeMutablePointer<Float> {
    panel(step: 0, column / PanelMatrix.width) + row * PanelMatrix.width + column % PanelMatrix.width
  }

  /// Replaces the values of the first step.
  @inline(__always)
  func mapLanes(rows: Range<Int>, _ transform: some LaneFunction) {
    for panel in 0..<panels {
      self.panel(step: 0, panel).mapRows(rows, isHalf: isHalf(panel), transform)
    }
  }

  /// Writes the first step of a matrix of the same shape.
  func copy(_ source: PanelMatrix, rows: Range<Int>) {
    setLanes(source, rows: rows, Identity())
  }

  /// Adds the first step of a matrix of the same shape.
  func add(_ other: PanelMatrix, rows: Range<Int>) {
    setLanes(self, other, rows: rows, Sum())
  }

  /// Writes a function of the first step of a matrix of the same shape.
  @inline(__always)
  func setLanes(_ source: PanelMatrix, rows: Range<Int>, _ transform: some LaneFunction) {
    for panel in 0..<panels {
      let (target, source) = (self.panel(step: 0, panel), source.panel(step: 0, panel))
      for row in rows {
        let place = row * PanelMatrix.width
        target.setLanes(place, transform(source.lanes(place)))
      }
    }
  }

  /// Writes a function of the first steps of two matrices of the same shape.
  @inline(__always)
  func setLanes(_ first: PanelMatrix, _ second: PanelMatrix, rows: Range<Int>, _ transform: some LanePairFunction) {
    for panel in 0..<panels {
      let target = self.panel(step: 0, panel)
      let (first, second) = (first.panel(step: 0, panel), second.panel(step: 0, panel))
      for row in rows {
        let place = row * PanelMatrix.width
        target.setLanes(place, transform(first.lanes(place), second.lanes(place)))
      }
    }
  }
}

extension UnsafeMutablePointer<Float> {
  /// Replaces rows of a panel, of two rows at once the first halves where the others are not in use.
  @inline(__always)
  func mapRows(_ rows: Range<Int>, isHalf: Bool, _ transform: some LaneFunction) {
    guard isHalf else {
      for row in rows {
        let place = row * PanelMatrix.width
        setLanes(place, transform(lanes(place)))
      }
      return
    }
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
      let first = self + row * PanelMatrix.width
      let second = row + 1 < rows.upperBound ? first + PanelMatrix.width : first
      let both = transform(Lanes(lowHalf: first.lanes(0).lowHalf, highHalf: second.lanes(0).lowHalf))
      second.setHalf(both.highHalf)
      first.setHalf(both.lowHalf)
    }
  }
}
