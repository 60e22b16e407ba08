/// Numbers in rows and columns under a name, the last index counting fastest.
package struct Tensor: Sendable, Hashable {
  package let name: String
  package let shape: [Int]
  package let values: [Float]

  package init(name: String, shape: [Int], values: [Float]) {
    precondition(shape.reduce(1, *) == values.count, "a tensor has a value for each place of its shape")
    self.name = name
    self.shape = shape
    self.values = values
  }
}
