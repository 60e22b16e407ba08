import NotebookResults
import Weights

/// The tensors of a file of weights as a page shows them.
enum WeightTensors {
  static let fieldNames = ["tensors", "numbers"]

  /// A table of tensors, and how many they are.
  static func result(_ tensors: [TensorInfo], caption: String) -> CellResult {
    let counts = tensors.map { $0.shape.reduce(1, *) }
    let rows: [[Table.Value]] = zip(tensors, counts).map { tensor, count in
      [
        .text(tensor.name), .text(tensor.shape.map(String.init).joined(separator: " × ")),
        .text(tensor.element.rawValue),
        .quantity(.count(count)),
      ]
    }
    let total = counts.reduce(0, +)
    return CellResult(
      outputs: [
        .table(
          Table(
            caption: caption, columns: ["tensor", "shape", "kind", "numbers"], rows: rows,
            footer: [.text("total"), .empty, .empty, .quantity(.count(total))]))
      ],
      fields: [Field("tensors", .count(tensors.count)), Field("numbers", .count(total))])
  }
}
