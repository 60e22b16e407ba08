/// A file that cannot be read or written, in one phrase.
struct FileProblem: Error, CustomStringConvertible {
  let description: String
  /// Whether nothing is wrong but that the disk is full.
  let isForWantOfRoom: Bool

  init(_ description: String, isForWantOfRoom: Bool = false) {
    self.description = description
    self.isForWantOfRoom = isForWantOfRoom
  }
}
