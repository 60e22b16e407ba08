import CCurl

/// A request to a mirror in the hands of libcurl, which also reads the proxy variables of the environment.
struct HTTPRequest: ~Copyable {
  /// The first lines of what a mirror answers.
  struct Answer {
    let status: Int
    /// The bytes that follow, when the mirror says so.
    let length: Int?
    let range: String?
    /// The whole address that a redirection leads on to.
    let redirection: String?
  }

  private let easy: UnsafeMutableRawPointer
  private let multi: UnsafeMutableRawPointer
  private let inbox = Inbox()

  private static let isReady = curl_is_ready() != 0

  /// Asks for an address, from a byte on.
  init(_ address: String, from start: Int) throws(TransferError) {
    guard Self.isReady, let easy = curl_easy_init() else { throw .noAnswer("libcurl cannot start") }
    guard let multi = curl_multi_init() else {
      curl_easy_cleanup(easy)
      throw .noAnswer("libcurl cannot start")
    }
    self.easy = easy
    self.multi = multi
    curl_set_text(easy, CURLOPT_URL, address)
    curl_restrict(easy)
    curl_set_number(easy, CURLOPT_NOSIGNAL, 1)
    curl_set_text(easy, CURLOPT_USERAGENT, "nbrun")
    if start > 0 { curl_set_text(easy, CURLOPT_RANGE, "\(start)-") }
    let inbox = Unmanaged.passUnretained(inbox).toOpaque()
    curl_set_pointer(easy, CURLOPT_WRITEDATA, inbox)
    curl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { Inbox.receive($0, $1 * $2, $3) { $0.body += $1 } }
    curl_set_pointer(easy, CURLOPT_HEADERDATA, inbox)
    curl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { Inbox.receive($0, $1 * $2, $3) { $0.readHeader($1) } }
    curl_multi_add_handle(multi, easy)
  }

  deinit {
    curl_multi_remove_handle(multi, easy)
    curl_easy_cleanup(easy)
    curl_multi_cleanup(multi)
  }

  /// Does what there is to do, and waits for more until a moment has come; gives libcurl's code once everything is over.
  func advance(until deadline: ContinuousClock.Instant) -> CURLcode? {
    var running: CInt = 0
    guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
    let result = curl_result(multi)
    if result >= 0 { return CURLcode(UInt32(result)) }
    let milliseconds = (deadline - .now) / .milliseconds(1)
    if inbox.body.isEmpty, milliseconds > 0 {
      curl_multi_poll(multi, nil, 0, CInt(min(1000, milliseconds.rounded(.up))), nil)
    }
    return nil
  }

  /// What the mirror answered, once the body begins or everything is over.
  func answer(isOver: Bool) -> Answer? {
    let status = curl_status(easy)
    guard isOver || !inbox.body.isEmpty, status > 0 else { return nil }
    let length = curl_length(easy)
    return Answer(
      status: status, length: length < 0 ? nil : Int(length), range: inbox.range,
      redirection: curl_redirection(easy).map { String(cString: $0) })
  }

  /// The part of the body that has come since the last time.
  func takeBody() -> [UInt8] {
    defer { inbox.body = [] }
    return inbox.body
  }
}

/// Where libcurl puts what comes.
private final class Inbox {
  var body: [UInt8] = []
  private(set) var range: String?

  func readHeader(_ bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    // What comes after a provisional answer begins anew.
    if line.hasPrefix("HTTP/") { range = nil }
    guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-range" else { return }
    range = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Hands bytes to the inbox that a callback was given, and says that all were taken.
  static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ inbox: UnsafeMutableRawPointer?,
    _ take: (Inbox, UnsafeRawBufferPointer) -> Void
  ) -> Int {
    guard let bytes, let inbox else { return count }
    take(Unmanaged<Inbox>.fromOpaque(inbox).takeUnretainedValue(), UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }
}
