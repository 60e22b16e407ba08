/// Which requests are answered: those that a page of ours makes, or whoever was told its address.
///
/// A page from elsewhere is kept out three times over: it does not know the token, its browser says where it comes from, and a name that
/// was made to lead here is not the one that stands in `Host`.
struct RequestGate {
  /// What is asked for.
  enum Question: Hashable {
    case list
    case page(String)
    /// The page once it is newer than the one that the browser has.
    case change(of: String, after: Int)
  }

  /// A request, as far as it matters here.
  struct Request {
    let method: String
    let path: String
    let query: [String: String]
    /// By their names in lower case.
    let headers: [String: String]
  }

  let port: UInt16
  let token: String

  /// The hosts by which the server may be called.
  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// What a request asks for; nil where it is not to be answered.
  func question(_ request: Request) -> Question? {
    guard request.method == "GET", let host = request.headers["host"], hosts.contains(host) else { return nil }
    if let origin = request.headers["origin"], origin != "http://\(host)" { return nil }
    if let site = request.headers["sec-fetch-site"], !["none", "same-origin"].contains(site) { return nil }
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), parts[0].isEmpty, isToken(parts[1]) else { return nil }
    guard parts.count == 3, !parts[2].isEmpty else { return .list }
    guard let after = request.query["after"] else { return .page(parts[2]) }
    return Int(after).map { .change(of: parts[2], after: $0) }
  }

  /// Compares all of it, so that the time tells nothing of where it differs.
  private func isToken(_ text: String) -> Bool {
    guard text.utf8.count == token.utf8.count else { return false }
    return zip(text.utf8, token.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// A token that nobody guesses: 128 bits from the system.
  static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
