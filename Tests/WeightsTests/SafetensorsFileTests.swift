import Testing
import Weights

/// What a right file holds, and what is written.
struct SafetensorsFileTests {
  @Test("Tensors of every kind, without elements and without dimensions are read, blanks behind the header passed over")
  func readsWhatIsRight() throws {
    let header =
      "{ \"__metadata__\" : {\"k\":\"\\u00e9\\n\"} ,"
      + MadeFile.entry("scalar", shape: "[]", "0", "4") + "," + MadeFile.entry("none", "U8", shape: "[3,0,9]", "4", "4")
      + "," + MadeFile.entry("halves", "F4", shape: "[4]", "4", "6") + "}   "
    let file = try SafetensorsFile(MadeFile.bytes(header, data: 6))
    #expect(file.metadata == ["k": "é\n"])
    #expect(file.tensors.map(\.name) == ["scalar", "none", "halves"])
    #expect(file.tensors.map(\.shape) == [[], [3, 0, 9], [4]])
    #expect(file.tensors.map { file.values(of: $0) } == [[0], nil, nil])
  }

  @Test("A header of a hundred thousand tensors is read")
  func readsManyTensors() throws {
    let entries = (0..<100_000).map { MadeFile.entry("t\($0)", shape: "[0]", "0", "0") }
    #expect(try SafetensorsFile(MadeFile.bytes("{\(entries.joined(separator: ","))}")).tensors.count == 100_000)
  }

  @Test("A name and a shape of any length make no long message")
  func saysLongNamesInShort() throws {
    let name = String(repeating: "n", count: 100_000)
    let shape = "[\(Array(repeating: "1", count: 100_000).joined(separator: ","))]"
    let wrong = MadeFile.bytes("{\(MadeFile.entry(name, shape: shape, "0", "8"))}", data: 8)
    #expect { try SafetensorsFile(wrong) } throws: { "\($0)".utf8.count < 200 }
    let right = try SafetensorsFile(MadeFile.bytes("{\(MadeFile.entry(name, shape: shape, "0", "4"))}", data: 4))
    #expect(right.tensors.first?.shapeText == "[1, 1, 1, 1, 1, 1, 1, 1, …]")
  }

  @Test("Numbers of 16 bits are read as what they stand for")
  func readsShorterNumbers() throws {
    func values(_ element: String, _ bits: [UInt16]) throws -> [Float]? {
      let header = "{\(MadeFile.entry("a", element, shape: "[\(bits.count)]", "0", "\(2 * bits.count)"))}"
      let data = bits.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let file = try SafetensorsFile(Array(MadeFile.bytes(header)) + data)
      return file.tensors.first.flatMap { file.values(of: $0) }
    }
    #expect(try values("BF16", [0x3F80, 0xC040, 0x0001, 0xFF80]) == [1, -3, Float(bitPattern: 1 << 16), -.infinity])
    let halves: [UInt16] = [0x3C00, 0xC200, 0x7BFF, 0x0001, 0x8000, 0x03FF, 0x7C00]
    #expect(
      try values("F16", halves) == [1, -3, 65504, 0x1p-24, -0.0, 1023 * 0x1p-24, .infinity])
    #expect(try values("F16", [0x7E01])?.first?.isNaN == true)
  }

  @Test("What is written is the bytes that safetensors itself writes")
  func writesAsTheReference() throws {
    let bytes = try Fixture.bytes("pytorch_lstm.safetensors")
    let file = try SafetensorsFile(bytes)
    let tensors = file.tensors.compactMap { info in
      file.values(of: info).map { Tensor(name: info.name, shape: info.shape, values: $0) }
    }
    #expect(tensors.count == 6)
    #expect(SafetensorsFile.bytes(of: tensors.reversed(), metadata: file.metadata) == bytes)
  }

  @Test("Any name and text are read back, and what is no number is one and the same")
  func writesAnything() throws {
    let name = "a\"\\\u{1}\u{1F}\u{7F}/é😀"
    let odd = [Float(bitPattern: 0xFFC0_0001), .nan, -.infinity, -0.0, .leastNonzeroMagnitude]
    let bytes = SafetensorsFile.bytes(of: [Tensor(name: name, shape: [5, 1], values: odd)], metadata: [name: name])
    let file = try SafetensorsFile(bytes)
    #expect(file.metadata == [name: name])
    let info = try #require(file.tensors.first)
    #expect(info.name == name && info.shape == [5, 1] && bytes.count % 8 == 4)
    #expect(
      file.values(of: info)?.map(\.bitPattern)
        == [0x7FC0_0000, 0x7FC0_0000, 0xFF80_0000, 0x8000_0000, 0x0000_0001])
  }
}
