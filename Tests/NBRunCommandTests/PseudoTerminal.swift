import Foundation

/// A terminal without a screen: what a process writes to it can be read.
final class PseudoTerminal {
  /// The end that a process takes for a terminal.
  let terminal: FileHandle
  private let master: FileHandle

  init() throws {
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number) = (CInt(0), CInt(0))
    guard descriptor >= 0, ioctl(descriptor, Self.lock, &locked) == 0, ioctl(descriptor, Self.number, &number) == 0,
      case let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC), other >= 0
    else { throw CocoaError(.fileReadUnknown) }
    master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    terminal = FileHandle(fileDescriptor: other, closeOnDealloc: true)
  }

  /// Makes it a terminal of another size.
  func resize(columns: UInt16, lines: UInt16) {
    var size = winsize(ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master.fileDescriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Types something.
  func type(_ text: String) throws { try master.write(contentsOf: Data(text.utf8)) }

  /// TIOCSPTLCK and TIOCGPTN of Linux, which Swift does not import.
  private static let (lock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// What was written once nobody can write any more; at most what a terminal holds back, 4,096 bytes.
  func text() throws -> String {
    try terminal.close()
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while case let count = read(master.fileDescriptor, &piece, piece.count), count > 0 { text += piece.prefix(count) }
    return String(decoding: text, as: UTF8.self)
  }
}
