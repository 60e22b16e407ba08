import CCurl

/// Transfers one file, and goes on where an earlier try ended.
struct HTTPTransfer {
  let retry: RetryPolicy
  /// More bytes than this are not taken.
  let limit: Int
  /// Which of them may send on to which.
  let mirrors: [DatasetMirror]
  /// When the data set is given up, however well it comes.
  let end: ContinuousClock.Instant

  private static let mostRedirections = 5

  /// Appends to `file` what it lacks.
  ///
  /// - Parameters:
  ///   - file: What is there already; what came stays there, whether or not the transfer succeeds.
  ///   - address: Where the whole file is.
  ///   - answerDeadline: When to give up as long as nothing at all has come.
  ///   - observe: Told how many bytes are there, and of how many.
  /// - Throws: Why this try came to nothing.
  func run(
    _ file: inout PartialFile, from address: String, answerDeadline: ContinuousClock.Instant,
    observe: (_ bytes: Int, _ total: Int?) -> Void
  ) throws(TransferError) {
    var address = address
    for _ in 0...Self.mostRedirections {
      guard let next = try ask(address, for: &file, answerDeadline, observe) else { return }
      guard DatasetMirror.admit(mirrors, sendingFrom: address, to: next) else { throw .leadsAstray(next) }
      address = next
    }
    throw .redirectsTooOften
  }

  /// Asks one address; gives the one that it leads on to, if it does.
  private func ask(
    _ address: String, for file: inout PartialFile, _ answerDeadline: ContinuousClock.Instant,
    _ observe: (_ bytes: Int, _ total: Int?) -> Void
  ) throws(TransferError) -> String? {
    let request = try HTTPRequest(address, from: file.size)
    var total: Int?
    var pace: Pace?
    while true {
      let result = request.advance(until: min(pace?.deadline ?? answerDeadline, end))
      if result == CURLE_UNSUPPORTED_PROTOCOL { throw .notHTTP }
      if pace == nil, let answer = request.answer(isOver: result != nil) {
        if let next = answer.redirection { return next }
        total = try begin(&file, answer)
        pace = Pace(retry)
      }
      let body = request.takeBody()
      if !body.isEmpty {
        guard body.count <= limit - file.size else { throw .tooLarge(limit: limit) }
        do throws(FetchError) { try file.append(body) } catch { throw .folder(error) }
        pace?.count(body.count)
        observe(file.size, total)
      }
      if let result {
        if pace != nil, result == CURLE_OK { return nil }
        throw pace == nil ? .noAnswer(String(cString: curl_easy_strerror(result))) : .cutOff(received: file.size)
      }
      guard .now < end else { throw .outOfTime }
      guard .now < pace?.deadline ?? answerDeadline else {
        throw pace == nil ? .noAnswer("it took too long") : .stalled
      }
    }
  }

  /// Looks at the first lines of the answer, and gives the size that the file will have.
  private func begin(_ file: inout PartialFile, _ answer: HTTPRequest.Answer) throws(TransferError) -> Int? {
    switch answer.status {
    case 200:
      do throws(FetchError) { try file.clear() } catch { throw .folder(error) }
    case 206 where file.size > 0:
      guard answer.range?.hasPrefix("bytes \(file.size)-") == true else { throw .cannotResume }
    case 416 where file.size > 0: throw .cannotResume
    case let status: throw .refused(status: status)
    }
    guard let length = answer.length else { return nil }
    guard length <= limit - file.size else { throw .tooLarge(limit: limit) }
    return file.size + length
  }
}

/// Whether bytes come fast enough.
private struct Pace {
  private let retry: RetryPolicy
  private(set) var deadline: ContinuousClock.Instant
  private var bytes = 0

  init(_ retry: RetryPolicy) {
    self.retry = retry
    deadline = .now + retry.stall
  }

  /// Puts the deadline off once enough has come.
  mutating func count(_ count: Int) {
    bytes += count
    guard bytes >= retry.leastBytes else { return }
    (bytes, deadline) = (0, .now + retry.stall)
  }
}
