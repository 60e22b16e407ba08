import Foundation

/// The files that a run reads and those that it writes, of which none may take another's place.
struct RunFiles {
  /// The notebooks; data are among the files that were not made here.
  let read: [String]
  let written: [RunFile]

  /// The first thing that keeps the run from writing what it is to write; nil when nothing does.
  var problem: String? {
    clash ?? written.lazy.compactMap(\.problem).first
  }

  private var clash: String? {
    let inputs = Dictionary(read.map { (FilePlace($0), $0) }) { first, _ in first }
    var outputs: [FilePlace: RunFile] = [:]
    let streams = [("standard output", STDOUT_FILENO), ("standard error", STDERR_FILENO)]
    for file in written {
      let identity = FilePlace(file.path)
      if let stream = streams.first(where: { FilePlace(descriptor: $0.1) == identity }) {
        return "\(file.path) is where \(stream.0) goes; name another with \(file.kind.option)"
      }
      if let input = inputs[identity] {
        return
          "\(file.path) would take the place of \(input), which the run reads; name another with \(file.kind.option)"
      }
      if let other = outputs.updateValue(file, forKey: identity) {
        let both =
          file.kind.phrase == other.kind.phrase ? "two of them" : "\(other.kind.phrase) and \(file.kind.phrase)"
        return "\(file.path) would be \(both) at once; name another with \(file.kind.option)"
      }
    }
    return nil
  }
}
