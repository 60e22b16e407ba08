/// The uncompressed contents of a file, whether the file is plain or gzipped.
struct ContentReader: ~Copyable {
  /// No file, and no file's contents, may be larger, as it lies there or in memory.
  static let largestSize = 1 << 30

  /// More than this cannot come out of the file; exactly this comes out of a plain one.
  let sizeBound: Int
  let isGzipped: Bool
  private(set) var offset = 0
  private let file: OpenFile
  private var gzip: GzipReader?

  /// Opens `path`, and tells by its first two bytes whether it is gzipped.
  init(path: String, largestFile: Int = largestSize) throws(DatasetError) {
    let file = try OpenFile(path: path)
    guard file.size <= largestFile else {
      throw DatasetError(path, .fileTooLarge(bytes: file.size, limit: largestFile))
    }
    isGzipped = try file.begins(with: GzipReader.magic)
    sizeBound = isGzipped ? file.size * GzipReader.largestRatio : file.size
    self.file = file
    gzip = isGzipped ? GzipReader() : nil
  }

  var path: String { file.path }

  /// Fills `buffer` with the next bytes; fewer come only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    let count: Int
    if let unpacked = try gzip?.read(into: buffer, from: file) {
      count = unpacked
    } else {
      count = try file.read(into: buffer, from: offset)
    }
    offset += count
    return count
  }
}
