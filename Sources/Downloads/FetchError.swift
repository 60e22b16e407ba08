/// Why a data set could not be fetched.
package enum FetchError: Error, Sendable, Hashable {
  /// No mirror answered.
  case unreachable
  /// Mirrors answered, but none gave what was asked for.
  case notHad(file: String)
  /// It was given up after as long as it may take in all.
  case tooSlow(limit: Duration)
  /// The folder that keeps the files refuses, with the system's words.
  case folder(path: String, reason: String)

  /// A phrase that is the same on every machine.
  package var phrase: String {
    switch self {
    case .unreachable: "no mirror could be reached"
    case .notHad: "no mirror gave the right files"
    case .tooSlow(let limit): "it did not come within \(Int(limit / .seconds(60))) minutes"
    case .folder: "its folder cannot be written"
    }
  }
}

extension FetchError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreachable, .tooSlow: phrase
    case .notHad(let file): "no mirror gave the right \(file)"
    case .folder(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}

/// Why one try to transfer a file came to nothing.
enum TransferError: Error, Hashable {
  case noAnswer(String)
  case refused(status: Int)
  /// It sends on to an address that is none of the mirrors'.
  case leadsAstray(String)
  case redirectsTooOften
  /// What answers does not speak HTTP.
  case notHTTP
  case cutOff(received: Int)
  case stalled
  case tooLarge(limit: Int)
  /// The part that is there does not fit what the mirror has.
  case cannotResume
  case wrongContents(String)
  case folder(FetchError)
  /// As long as the data set may take in all is over.
  case outOfTime

  /// Whether the same mirror may do better in a moment.
  var isPassing: Bool {
    switch self {
    case .refused(let status): status >= 500 || status == 408 || status == 429
    case .cutOff, .stalled: true
    case .noAnswer, .leadsAstray, .redirectsTooOften, .notHTTP, .tooLarge, .cannotResume, .wrongContents, .folder,
      .outOfTime:
      false
    }
  }
}

extension TransferError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noAnswer(let reason): "no answer: \(reason)"
    case .refused(let status): "the answer is HTTP status \(status)"
    case .leadsAstray(let address): "it leads on to \(address), which is none of the mirrors' addresses"
    case .redirectsTooOften: "it leads on again and again"
    case .notHTTP: "what answers does not speak HTTP"
    case .cutOff(let received): "it ended early, after \(received) bytes"
    case .stalled: "it stalled"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    case .cannotResume: "it cannot go on with the part that is there"
    case .wrongContents(let reason): reason
    case .folder(let error): "\(error)"
    case .outOfTime: "there is no more time for it"
    }
  }
}
