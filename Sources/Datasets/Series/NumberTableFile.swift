/// A file with a table of numbers, found but not read.
package struct NumberTableFile: Sendable, Hashable {
  package let path: String

  package init(path: String) {
    self.path = path
  }
}

extension NumberTableFile: FiledData {
  package var filePaths: [String] { [path] }

  package var reading: String { "number table 1" }

  package func read(threads: Int) throws(DatasetError) -> NumberTable {
    var lines = try CSVLines(path: path)
    guard let first = try lines.first() else { throw DatasetError(path, .holdsNoNumbers) }
    var rows = try first.withUnsafeBufferPointer { line throws(DatasetError) in
      try NumberTableRows(firstLine: UnsafeRawBufferPointer(line), path: path)
    }
    while let line = try lines.next() { try rows.append(line, number: lines.number) }
    guard let table = rows.table else { throw DatasetError(path, .holdsNoNumbers) }
    return table
  }

  package func findings(in table: NumberTable) -> NumberTableFindings { table.findings }

  package func bytes(of table: NumberTable) -> Int {
    table.columns.reduce(0) { $0 + $1.count * MemoryLayout<Double>.stride }
  }
}
