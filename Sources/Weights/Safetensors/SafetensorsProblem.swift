/// What keeps bytes from being a safetensors file.
package enum SafetensorsProblem: Error, Sendable, Hashable {
  case noHeader(bytes: Int)
  case headerTooLarge(bytes: UInt64, limit: Int)
  case headerBeyondEnd(header: Int, file: Int)
  case headerIsNoObject
  case headerIsNoText
  /// At a byte of the header, counted from 0.
  case headerIsNoJSON(byte: Int)
  case repeatedName(String)
  case unreadableEntry(String)
  case unknownElement(tensor: String, element: String)
  case shapeTooLarge(tensor: String)
  case partOfByte(tensor: String)
  case backwardOffsets(tensor: String)
  case hole(tensor: String, from: Int, to: Int)
  case overlap(tensor: String, begin: Int, previousEnd: Int)
  case otherSize(tensor: String, shape: Int, offsets: Int)
  case offsetsBeyondEnd(tensor: String, end: Int, data: Int)
  case trailingBytes(Int)
}

extension SafetensorsProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noHeader(let bytes): "has \(bytes) bytes, and the length of its header alone takes 8"
    case .headerTooLarge(let bytes, let limit): "its header has \(bytes) bytes, expected at most \(limit)"
    case .headerBeyondEnd(let header, let file): "its header has \(header) bytes, which end after the file's \(file)"
    case .headerIsNoObject: "its header does not begin with '{': this is no safetensors file"
    case .headerIsNoText: "its header is no UTF-8 text"
    case .headerIsNoJSON(let byte): "its header is not as a safetensors file has it from byte \(byte) on"
    case .repeatedName(let name): "its header has '\(name.shown)' twice"
    case .unreadableEntry(let name): "'\(name.shown)' is no tensor with 'dtype', 'shape' and 'data_offsets' alone"
    case .unknownElement(let tensor, let element):
      "'\(tensor.shown)' has elements of an unknown kind '\(element.shown)'"
    case .shapeTooLarge(let tensor): "'\(tensor.shown)' has more elements than can be counted"
    case .partOfByte(let tensor): "'\(tensor.shown)' ends inside a byte"
    case .backwardOffsets(let tensor): "'\(tensor.shown)' ends before it begins"
    case .hole(let tensor, let from, let to): "no tensor has the bytes from \(from) to \(to), before '\(tensor.shown)'"
    case .overlap(let tensor, let begin, let end):
      "'\(tensor.shown)' begins at byte \(begin), inside another tensor, which ends at \(end)"
    case .otherSize(let tensor, let shape, let offsets):
      "'\(tensor.shown)' has \(offsets) bytes, and its shape asks for \(shape)"
    case .offsetsBeyondEnd(let tensor, let end, let data):
      "'\(tensor.shown)' ends at byte \(end), after the \(data) bytes of data"
    case .trailingBytes(let count): "\(count) bytes follow the last tensor"
    }
  }
}
