import Testing
import Weights

/// Files that are wrong in one way each; those of huggingface/safetensors `attacks/` and what other readers fell for are among them.
struct SafetensorsAttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let problem: SafetensorsProblem

    init(_ name: String, _ bytes: [UInt8], _ problem: SafetensorsProblem) {
      self.name = name
      self.bytes = bytes
      self.problem = problem
    }

    init(_ name: String, _ header: String, data: Int = 0, _ problem: SafetensorsProblem) {
      self.init(name, MadeFile.bytes(header, data: data), problem)
    }

    var testDescription: String { name }
  }

  @Test("A file that is wrong in one way is refused with the reason", arguments: attacks)
  func refuses(attack: Attack) {
    #expect(throws: attack.problem) { try SafetensorsFile(attack.bytes) }
  }

  private static let a = MadeFile.entry("a", shape: "[4]", "0", "16")

  private static let attacks: [Attack] =
    lengths + texts + names + shapes + offsets

  private static let lengths = [
    Attack("nothing", [], .noHeader(bytes: 0)),
    Attack("seven bytes", [2, 0, 0, 0, 0, 0, 0], .noHeader(bytes: 7)),
    Attack(
      "a header of all memory", Array(repeating: 0xFF, count: 16),
      .headerTooLarge(bytes: .max, limit: SafetensorsFile.largestHeader)),
    Attack(
      "a header one byte too long", [1, 0, 0, 1, 0, 0, 0, 0],
      .headerTooLarge(bytes: 1 << 24 + 1, limit: SafetensorsFile.largestHeader)),
    Attack(
      "a header beyond the end", [3, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8), .headerBeyondEnd(header: 3, file: 10)),
    Attack("an empty header", [0, 0, 0, 0, 0, 0, 0, 0], .headerIsNoObject),
  ]

  private static let texts = [
    Attack("blanks before the header", " {}", .headerIsNoObject),
    Attack("a list", "[]", .headerIsNoObject),
    Attack("no UTF-8", MadeFile.bytes([0x7B, 0x22, 0xFF, 0x22, 0x7D]), .headerIsNoText),
    Attack("UTF-16", MadeFile.bytes([0x7B, 0, 0x7D, 0]), .headerIsNoJSON(byte: 1)),
    Attack("NUL behind the header", MadeFile.bytes([0x7B, 0x7D, 0]), .headerIsNoJSON(byte: 2)),
    Attack("two objects", "{}{}", .headerIsNoJSON(byte: 2)),
    Attack("an open object", "{", .headerIsNoJSON(byte: 1)),
    Attack("a comma before the end", "{\(a),}", data: 16, .headerIsNoJSON(byte: 1 + a.utf8.count + 1)),
    Attack("a line end in a name", "{\"a\n\":{}}", .headerIsNoJSON(byte: 3)),
    Attack("half a pair of surrogates", #"{"\ud800":{}}"#, .headerIsNoJSON(byte: 1)),
    Attack("a name that ends in a backslash", #"{"a\"#, .headerIsNoJSON(byte: 4)),
    Attack(
      "a hundred thousand brackets", "{\"a\":" + String(repeating: "[", count: 100_000), .headerIsNoJSON(byte: 5)),
    Attack(
      "a hundred thousand braces", String(repeating: "{\"a\":", count: 100_000), .unreadableEntry("a")),
    Attack("a comment", "{/**/}", .headerIsNoJSON(byte: 1)),
  ]

  private static let names = [
    Attack("two tensors of one name", "{\(a),\(a)}", data: 16, .repeatedName("a")),
    Attack(
      "two names that are one, the other escaped",
      "{\(a),\(MadeFile.entry(#"\u0061"#, shape: "[0]", "16", "16"))}", data: 16, .repeatedName("a")),
    Attack(
      "two shapes", #"{"a":{"dtype":"F32","shape":[4],"shape":[8],"data_offsets":[0,16]}}"#, data: 16,
      .repeatedName("shape")),
    Attack("two metadata", #"{"__metadata__":{},"__metadata__":{}}"#, .repeatedName("__metadata__")),
    Attack("two equal keys of metadata", #"{"__metadata__":{"k":"1","k":"2"}}"#, .repeatedName("k")),
    Attack("metadata that are numbers", #"{"__metadata__":{"k":1}}"#, .headerIsNoJSON(byte: 21)),
    Attack("a tensor without a kind", #"{"a":{"shape":[4],"data_offsets":[0,16]}}"#, data: 16, .unreadableEntry("a")),
    Attack("a tensor with one offset", #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0]}}"#, .unreadableEntry("a")),
    Attack(
      "a tensor with three offsets", #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16,16]}}"#, data: 16,
      .unreadableEntry("a")),
    Attack(
      "a key that no tensor has", #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16],"x":[]}}"#, data: 16,
      .unreadableEntry("a")),
    Attack(
      "an unknown kind", "{\(MadeFile.entry("a", "f32", shape: "[4]", "0", "16"))}", data: 16,
      .unknownElement(tensor: "a", element: "f32")),
  ]

  private static let shapes = [
    Attack(
      "a product beyond 64 bits",
      "{\(MadeFile.entry("a", shape: "[4194305,4194305,211106198978564]", "0", "16"))}", data: 16,
      .shapeTooLarge(tensor: "a")),
    Attack(
      "a product beyond 64 bits times nothing",
      "{\(MadeFile.entry("a", shape: "[9223372036854775807,9,0]", "0", "0"))}", .shapeTooLarge(tensor: "a")),
    Attack(
      "a size beyond 64 bits", "{\(MadeFile.entry("a", shape: "[9223372036854775808]", "0", "16"))}", data: 16,
      .headerIsNoJSON(byte: 29)),
    Attack(
      "a negative size", "{\(MadeFile.entry("a", shape: "[-4]", "0", "16"))}", data: 16, .headerIsNoJSON(byte: 29)),
    Attack("a fraction", "{\(MadeFile.entry("a", shape: "[4.0]", "0", "16"))}", data: 16, .headerIsNoJSON(byte: 30)),
    Attack("a power", "{\(MadeFile.entry("a", shape: "[4e0]", "0", "16"))}", data: 16, .headerIsNoJSON(byte: 30)),
    Attack(
      "a zero in front", "{\(MadeFile.entry("a", shape: "[04]", "0", "16"))}", data: 16, .headerIsNoJSON(byte: 29)),
    Attack(
      "half a byte", "{\(MadeFile.entry("a", "F4", shape: "[3]", "0", "1"))}", data: 1, .partOfByte(tensor: "a")),
    Attack(
      "fewer bytes than the shape asks for", "{\(MadeFile.entry("a", shape: "[5]", "0", "16"))}", data: 16,
      .otherSize(tensor: "a", shape: 20, offsets: 16)),
    Attack(
      "more bytes than the shape asks for", "{\(MadeFile.entry("a", shape: "[]", "0", "16"))}", data: 16,
      .otherSize(tensor: "a", shape: 4, offsets: 16)),
  ]

  private static let offsets = [
    Attack(
      "an end before the beginning", "{\(MadeFile.entry("a", shape: "[0]", "16", "0"))}", data: 16,
      .backwardOffsets(tensor: "a")),
    Attack(
      "a hole in front", "{\(MadeFile.entry("a", shape: "[2]", "8", "16"))}", data: 16,
      .hole(tensor: "a", from: 0, to: 8)),
    Attack(
      "a hole between", "{\(a),\(MadeFile.entry("b", shape: "[1]", "20", "24"))}", data: 24,
      .hole(tensor: "b", from: 16, to: 20)),
    Attack(
      "an overlap", "{\(a),\(MadeFile.entry("b", shape: "[2]", "12", "20"))}", data: 20,
      .overlap(tensor: "b", begin: 12, previousEnd: 16)),
    Attack(
      "two tensors in the same bytes", "{\(a),\(MadeFile.entry("b", shape: "[4]", "0", "16"))}", data: 16,
      .overlap(tensor: "b", begin: 0, previousEnd: 16)),
    Attack(
      "an empty tensor inside another", "{\(a),\(MadeFile.entry("b", shape: "[0]", "8", "8"))}", data: 16,
      .overlap(tensor: "b", begin: 8, previousEnd: 16)),
    Attack("an end beyond the data", "{\(a)}", data: 15, .offsetsBeyondEnd(tensor: "a", end: 16, data: 15)),
    Attack(
      "offsets of all memory",
      "{\(MadeFile.entry("a", shape: "[0]", "9223372036854775807", "9223372036854775807"))}",
      .hole(tensor: "a", from: 0, to: .max)),
    Attack("another file behind the last tensor", "{\(a)}", data: 20, .trailingBytes(4)),
    Attack("data without a tensor", "{}", data: 1, .trailingBytes(1)),
  ]
}
