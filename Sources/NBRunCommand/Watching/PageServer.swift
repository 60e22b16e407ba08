import FlyingFox
import FlyingSocks
import Foundation
import NotebookReport
import Synchronization

/// Shows the pages of a board on a port of this machine that no other machine reaches.
///
/// Answering is for another thread than the one that trains; nothing but the board is shared.
struct PageServer: Sendable {
  /// How long a browser waits for a change before it asks again.
  private static let patience = Duration.seconds(10)
  /// How long a change may be there before the browser is told.
  private static let pause = Duration.milliseconds(25)

  let port: UInt16
  let token: String
  private let task: Task<Void, Never>

  /// Starts to answer.
  ///
  /// - Parameters:
  ///   - port: The port; 0 for any that is free.
  ///   - board: What is shown.
  /// - Throws: Why the port cannot be had, in one phrase.
  init(port: UInt16, board: PageBoard) throws(FileProblem) {
    let token = RequestGate.newToken()
    let start = Started()
    task = Task.detached {
      do {
        let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
        let server = HTTPServer(address: address, logger: .disabled)
        Task {
          try await server.waitUntilListening()
          guard case .ip4(_, let port)? = await server.listeningAddress else { throw SocketError.disconnected }
          let gate = RequestGate(port: port, token: token)
          await server.appendRoute("*") { request in await Self.answer(request, gate: gate, board: board) }
          start.end(.success(port))
        }
        try await server.run()
      } catch {
        // A port that is taken ends the server before it listens.
        start.end(.failure(error))
      }
    }
    switch start.wait() {
    case .success(let port): (self.port, self.token) = (port, token)
    case .failure(let error):
      throw FileProblem("port \(port) cannot be served: \(Self.reason(error))")
    }
  }

  /// Where the page of a name is shown.
  func address(of name: String) -> String {
    "http://127.0.0.1:\(port)/\(token)/\(name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name)"
  }

  func stop() { task.cancel() }

  private static func reason(_ error: any Error) -> String {
    if case SocketError.failed(_, let code, _) = error { return String(cString: strerror(code)) }
    return error.localizedDescription
  }

  private static func answer(_ request: HTTPRequest, gate: RequestGate, board: PageBoard) async -> HTTPResponse {
    switch gate.question(RequestGate.Request(request)) {
    case nil: return response(.notFound)
    case .list?: return response(.ok, ServedPage.list(of: board.names, below: "/\(gate.token)"))
    case .page(let name)?: return board.page(name).map { response(.ok, $0.html) } ?? response(.notFound)
    case .change(let name, let version)?:
      let deadline = ContinuousClock.now + patience
      while ContinuousClock.now < deadline, !Task.isCancelled {
        if let page = board.page(name), page.version > version { return response(.ok, page.html) }
        try? await Task.sleep(for: pause)
      }
      return response(.noContent)
    }
  }

  /// A response that no other page may have and that nothing keeps.
  private static func response(_ status: HTTPStatusCode, _ html: String = "") -> HTTPResponse {
    let headers: HTTPHeaders = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
      HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("X-Frame-Options"): "DENY",
      HTTPHeader("Referrer-Policy"): "no-referrer",
    ]
    return HTTPResponse(statusCode: status, headers: headers, body: Data(html.utf8))
  }
}

extension RequestGate.Request {
  fileprivate init(_ request: HTTPRequest) {
    method = request.method.rawValue
    path = request.path
    query = Dictionary(request.query.map { ($0.name, $0.value) }) { _, last in last }
    headers = Dictionary(
      ["Host", "Origin", "Sec-Fetch-Site"].compactMap { name in
        request.headers[HTTPHeader(name)].map { (name.lowercased(), $0) }
      }
    ) { _, last in last }
  }
}

/// Whether a server listens, for a thread that waits for it.
private final class Started: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<UInt16, any Error>?>(nil)

  /// Says how it went; the first to know is believed.
  func end(_ result: Result<UInt16, any Error>) {
    self.result.withLock { $0 = $0 ?? result }
    semaphore.signal()
  }

  func wait() -> Result<UInt16, any Error> {
    semaphore.wait()
    return result.withLock { $0 } ?? .failure(SocketError.disconnected)
  }
}
