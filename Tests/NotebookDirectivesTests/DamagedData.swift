import Testing

/// Data sets of three training and two test images of two pixels by two with three classes, each damaged in one way.
struct DamagedData: Sendable, CustomTestStringConvertible {
  let name: String
  /// What each file of the folder holds.
  let files: [String: [UInt8]]

  var testDescription: String { name }

  /// A data set that is as it should be, in a form.
  static func whole(_ form: Form) -> DamagedData { DamagedData(name: "\(form), whole", files: form.files) }

  static let all: [DamagedData] = idx(.idx) + idx(.gzippedIDX) + gzip + tables(.tables) + tables(.gzippedTables)

  enum Form: CaseIterable {
    case idx, gzippedIDX, numbers, tables, gzippedTables

    var files: [String: [UInt8]] {
      switch self {
      case .idx: DamagedData.idxFiles
      case .gzippedIDX: DamagedData.packed(DamagedData.idxFiles)
      case .numbers: DamagedData.idxFiles.merging([DamagedData.images: DamagedData.floats([0.5, -1, 1e30])]) { $1 }
      case .tables: DamagedData.tableFiles
      case .gzippedTables: DamagedData.packed(DamagedData.tableFiles)
      }
    }
  }

  fileprivate static let images = "train-images-idx3-ubyte"
  private static let labels = "train-labels-idx1-ubyte"
  private static let testLabels = "t10k-labels-idx1-ubyte"

  private static func idx(_ sizes: [Int], _ payload: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0, 0, 8, UInt8(sizes.count)]
    return header + sizes.flatMap { size -> [UInt8] in [0, 0, UInt8(size >> 8), UInt8(size & 255)] } + payload
  }

  fileprivate static let idxFiles: [String: [UInt8]] = [
    images: idx([3, 2, 2], Array(0..<12)), labels: idx([3], [0, 1, 2]),
    "t10k-images-idx3-ubyte": idx([2, 2, 2], Array(20..<28)), testLabels: idx([2], [2, 1]),
  ]

  fileprivate static let tableFiles: [String: [UInt8]] = [
    "train.csv": Array("0,1,2,3,4\n1,5,6,7,8\n2,9,10,11,12\n".utf8), "test.csv": Array("2,1,2,3,4\n1,4,3,2,1\n".utf8),
  ]

  fileprivate static func packed(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: files.map { ("\($0).gz", Gzip.member($1)) })
  }

  /// Twelve numbers of single precision, the given ones again and again.
  fileprivate static func floats(_ numbers: [Float]) -> [UInt8] {
    let bytes = (0..<12).flatMap { index in
      withUnsafeBytes(of: numbers[index % numbers.count].bitPattern.bigEndian) { Array($0) }
    }
    return [0, 0, 0x0D] + idx([3, 2, 2], bytes).dropFirst(3)
  }

  /// Every file but one as it should be.
  private static func damaged(_ form: Form, _ file: String, _ how: String, _ bytes: [UInt8]) -> DamagedData {
    let ending = form == .gzippedIDX || form == .gzippedTables ? ".gz" : ""
    var files = form.files
    files["\(file)\(ending)"] = ending.isEmpty ? bytes : Gzip.member(bytes)
    return DamagedData(name: "\(file)\(ending): \(how)", files: files)
  }

  private static func with(_ bytes: [UInt8], _ place: Int, _ byte: UInt8) -> [UInt8] {
    var bytes = bytes
    bytes[place] = byte
    return bytes
  }

  private static func idx(_ form: Form) -> [DamagedData] {
    let each = idxFiles.sorted { $0.key < $1.key }.flatMap { name, bytes in
      let damages: [(String, [UInt8])] = [
        ("empty", []), ("half a header", Array(bytes.prefix(6))), ("one byte short", bytes.dropLast()),
        ("one byte more", bytes + [0]), ("another type", with(bytes, 2, 0x0A)), ("no dimension", with(bytes, 3, 0)),
        ("one example fewer", with(bytes, 7, bytes[7] - 1)), ("no example", with(bytes, 7, 0)),
        ("a page of the web", Array("<!DOCTYPE html>".utf8)),
      ]
      return damages.map { damaged(form, name, $0, $1) }
    }
    return each + [
      damaged(form, labels, "a label beyond the classes", idx([3], [0, 1, 7])),
      damaged(form, testLabels, "a label that training does not have", idx([2], [2, 3])),
      damaged(form, labels, "a label below 0", [0, 0, 9] + idx([3], [0, 1, 255]).dropFirst(3)),
      damaged(form, labels, "labels that are no whole numbers", [0, 0, 0x0D] + idx([3], Array(0..<12)).dropFirst(3)),
      damaged(form, images, "a pixel that is not a number", floats([0, 1, .nan])),
      damaged(form, images, "an infinite pixel", floats([0, -.infinity])),
      damaged(form, images, "other columns", idx([3, 2, 3], Array(0..<18))),
    ]
  }

  private static let gzip: [DamagedData] = packed(idxFiles).merging(packed(tableFiles)) { $1 }.sorted {
    $0.key < $1.key
  }
  .flatMap { name, bytes in
    let form = name.contains("csv") ? Form.gzippedTables : .gzippedIDX
    let zeros = [UInt8](repeating: 0, count: bytes.count - 12)
    var checksum = bytes
    checksum[bytes.count - 8] ^= 1
    let damages: [(String, [UInt8])] = [
      ("another checksum", checksum), ("another length", bytes.dropLast(4) + [9, 9, 9, 9]),
      ("no checksum", bytes.dropLast(8)), ("broken off", Array(bytes.prefix(bytes.count / 2))),
      ("other bytes behind", bytes + [1, 2, 3]), ("half of it zeros", bytes.prefix(12) + zeros),
    ]
    return damages.map { how, bytes in
      DamagedData(name: "\(name): \(how)", files: form.files.merging([name: bytes]) { $1 })
    }
  }

  private static func tables(_ form: Form) -> [DamagedData] {
    let damages: [(String, String)] = [
      ("empty", ""), ("blank", "\n \n"), ("names alone", "label,a,b,c,d\n"),
      ("a short line", "0,1,2,3,4\n1,2,3,4\n"), ("a long line", "0,1,2,3,4\n1,2,3,4,5,6\n"),
      ("an empty cell", "0,1,2,3,4\n1,2,,4,5\n"), ("a word", "0,1,2,3,4\n1,2,x232,4,5\n"),
      ("not a number", "0,1,2,3,4\n1,2,nan,4,5\n"), ("an infinite number", "0,1,2,3,4\n1,2,-inf,4,5\n"),
      ("too large a number", "0,1,2,3,4\n1,2,1e39,4,5\n"), ("hexadecimal", "0,1,2,3,4\n1,2,0x10,4,5\n"),
      ("a label that is a word", "0,1,2,3,4\ncat,2,3,4,5\n"), ("a label below 0", "0,1,2,3,4\n-1,2,3,4,5\n"),
      ("a label above 255", "0,1,2,3,4\n256,2,3,4,5\n"), ("half a label", "0,1,2,3,4\n1.5,2,3,4,5\n"),
      ("a label beyond the classes", "0,1,2,3,4\n1,2,3,4,5\n2,5,6,7,8\n7,2,3,4,5\n"),
      ("a column missing", "0,1,2,3\n1,2,3,4\n2,3,4,5\n"), ("one column", "0\n1\n2\n"),
      ("a word in the first line", "0,1,2,3,oops\n1,2,3,4,5\n"), ("no number in it", "0,1,2,3,nan\n1,2,3,4,5\n"),
      ("too large in it", "0,1,2,3,1e39\n1,2,3,4,5\n"), ("hexadecimal in it", "0,1,2,3,0x10\n1,2,3,4,5\n"),
      ("a quoted comma in it", "0,1,2,3,\"4,5\"\n1,2,3,4,5\n"), ("an empty cell in it", "0,1,2,3,\n1,2,3,4,5\n"),
      ("two labels", "label,a,label,b,c\n0,1,0,3,4\n"), ("NUL", "0,1,2,3,4\n1,2,\0,4,5\n"),
      ("names again", "label,a,b,c,d\n0,1,2,3,4\nlabel,a,b,c,d\n1,2,3,4,5\n"),
      ("another separator", "0,1,2,3,4\n1;2;3;4;5\n"), ("a decimal comma", "0;1;2;3;4\n1;2;3,5;4;5\n"),
    ]
    return ["train.csv", "test.csv"].flatMap { name in damages.map { damaged(form, name, $0, Array($1.utf8)) } }
  }
}

/// Packs bytes without compressing them.
private enum Gzip {
  static func member(_ bytes: [UInt8]) -> [UInt8] {
    let (size, checksum) = (UInt32(bytes.count), checksum(bytes))
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(size, 2) + little(~size, 2) + bytes + little(checksum, 4)
      + little(size, 4)
  }

  /// CRC-32 as gzip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
