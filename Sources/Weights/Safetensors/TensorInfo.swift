/// What a file says of one of its tensors.
package struct TensorInfo: Sendable, Hashable, Codable {
  package let name: String
  package let element: TensorElement
  package let shape: [Int]
  /// Its bytes, counted from the end of the header.
  package let bytes: Range<Int>

  package init(name: String, element: TensorElement, shape: [Int], bytes: Range<Int>) {
    self.name = name
    self.element = element
    self.shape = shape
    self.bytes = bytes
  }

  /// As messages show it: `[512, 28]`.
  package var shapeText: String { Self.text(of: shape) }

  package static func text(of shape: [Int]) -> String {
    let most = 8
    let sizes = shape.prefix(most).map(String.init) + (shape.count > most ? ["…"] : [])
    return "[\(sizes.joined(separator: ", "))]"
  }
}
