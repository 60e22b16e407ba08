/// The columns of a table that are read and told, as a network takes them.
package struct NumberSeries: Sendable {
  package let inputs: [Int]
  package let targets: [Int]
  package let inputNames: [String]
  package let targetNames: [String]
  package let lines: Int
  /// [lines, D] row-major.
  let inputNumbers: [Float]
  /// [lines, K] row-major.
  let targetNumbers: [Float]

  /// Takes columns of a table.
  ///
  /// - Parameters:
  ///   - table: The numbers.
  ///   - inputs: The columns that are read, each of numbers throughout.
  ///   - targets: Those that are told.
  ///   - measured: The lines by whose mean and deviation each column is scaled; nil leaves numbers as they are.
  package init(_ table: NumberTable, inputs: [Int], targets: [Int], scaledBy measured: Range<Int>?) {
    self.inputs = inputs
    self.targets = targets
    inputNames = inputs.map { table.findings.name(of: $0) }
    targetNames = targets.map { table.findings.name(of: $0) }
    lines = table.findings.lines
    inputNumbers = Self.numbers(inputs, of: table, scaledBy: measured)
    targetNumbers = Self.numbers(targets, of: table, scaledBy: measured)
  }

  /// The bytes that so many lines take.
  package static func bytes(lines: Int, inputs: Int, targets: Int) -> Int {
    lines * (inputs + targets) * MemoryLayout<Float>.stride
  }

  private static func numbers(_ columns: [Int], of table: NumberTable, scaledBy measured: Range<Int>?) -> [Float] {
    var numbers = [Float](repeating: 0, count: table.findings.lines * columns.count)
    for (place, column) in columns.enumerated() {
      let values = table.numbers(of: column)
      precondition(values.count == table.findings.lines, "a column that is taken has a number in every line")
      let scale = measured.map { ColumnScale(of: values[$0]) }
      for (line, value) in values.enumerated() {
        numbers[line * columns.count + place] = scale?.scaled(value) ?? Float(value)
      }
    }
    return numbers
  }
}
