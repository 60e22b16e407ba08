import CCurl

/// Transfers one file, and goes on where an earlier try ended.
struct HTTPTransfer {
  let retry: RetryPolicy
  /// More bytes than this are not taken.
  let limit: Int

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
    let request = try HTTPRequest(address, from: file.size)
    var total: Int?
    var pace: Pace?
    while true {
      let result = request.advance(until: pace?.deadline ?? answerDeadline)
      if let result { try Self.checkAddress(result) }
      if pace == nil, let answer = request.answer(isOver: result != nil) {
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
        if pace != nil, result == CURLE_OK { return }
        throw pace == nil ? .noAnswer(String(cString: curl_easy_strerror(result))) : .cutOff(received: file.size)
      }
      guard .now < pace?.deadline ?? answerDeadline else {
        throw pace == nil ? .noAnswer("it took too long") : .stalled
      }
    }
  }

  private static func checkAddress(_ result: CURLcode) throws(TransferError) {
    if [CURLE_TOO_MANY_REDIRECTS, CURLE_UNSUPPORTED_PROTOCOL].contains(result) { throw .leadsAstray }
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
