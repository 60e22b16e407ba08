import Foundation
import Glibc
import Synchronization

/// A web server of a test's own on this machine, which answers as the test says.
package final class MirrorServer: Sendable {
  package struct Request: Sendable, Hashable {
    package let path: String
    /// The first byte that is asked for, when not the whole file is.
    package let start: Int?

    package init(path: String, start: Int?) {
      self.path = path
      self.start = start
    }
  }

  package struct Answer: Sendable {
    package enum Ending: Sendable {
      case whole
      /// The connection is closed after so many bytes of the body.
      case closed(after: Int)
      /// So many bytes of the body come, and then nothing as long as the server lives.
      case silent(after: Int)
      /// The body comes without anything before it, as from what is no web server.
      case bare
      /// The body comes a byte after the other, each after so many microseconds.
      case dripping(every: UInt32)
      /// Nothing comes at all, not even the first line.
      case mute
    }

    package var status = 200
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []
    package var ending = Ending.whole

    package init(
      status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [], ending: Ending = .whole
    ) {
      self.status = status
      self.headers = headers
      self.body = body
      self.ending = ending
    }

    /// A file, or the part of it that the request asks for.
    package static func file(_ bytes: [UInt8], for request: Request, ending: Ending = .whole) -> Answer {
      guard let start = request.start else { return Answer(body: bytes, ending: ending) }
      guard start < bytes.count else { return Answer(status: 416) }
      return Answer(
        status: 206, headers: ["Content-Range": "bytes \(start)-\(bytes.count - 1)/\(bytes.count)"],
        body: Array(bytes[start...]), ending: ending)
    }
  }

  /// What has been asked for so far.
  package var requests: [Request] { asked.withLock { $0 } }
  package let port: UInt16

  private let listener: CInt
  private let asked = Mutex<[Request]>([])
  private let isOver = Mutex(false)
  private let answer: @Sendable (Request, _ earlier: Int) -> Answer

  package var address: String { "http://127.0.0.1:\(port)" }

  /// Starts to serve.
  ///
  /// - Parameter answer: Gives the answer to a request; the number says how often the same path was asked for before.
  /// - Throws: The system's error when no port is to be had.
  package init(_ answer: @escaping @Sendable (_ request: Request, _ earlier: Int) -> Answer) throws {
    self.answer = answer
    (listener, port) = try Self.listen()
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 && errno == EINTR { continue }
        guard connection >= 0, let self, !self.isOver.withLock({ $0 }) else {
          if connection >= 0 { close(connection) }
          close(listener)
          return
        }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  deinit { stop() }

  /// Lets go of every connection that is held.
  package func stop() {
    isOver.withLock { $0 = true }
    shutdown(listener, CInt(SHUT_RDWR))
  }

  /// A port on which nobody listens.
  package static func closedPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  private static func listen() throws -> (CInt, UInt16) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutableBytes(of: &address) { raw in
      let generic = raw.baseAddress?.assumingMemoryBound(to: sockaddr.self)
      return bind(listener, generic, size) == 0 && Glibc.listen(listener, 16) == 0
        && getsockname(listener, generic, &size) == 0
    }
    guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private func serve(_ connection: CInt) {
    defer { close(connection) }
    guard let request = Self.request(on: connection) else { return }
    let earlier = asked.withLock { asked in
      defer { asked.append(request) }
      return asked.count { $0.path == request.path }
    }
    let answer = answer(request, earlier)
    if case .mute = answer.ending { return hold() }
    if case .bare = answer.ending {
      Self.send(answer.body, to: connection)
      return
    }
    var head = "HTTP/1.1 \(answer.status) Status\r\nConnection: close\r\n"
    if answer.headers["Content-Length"] == nil { head += "Content-Length: \(answer.body.count)\r\n" }
    // An empty one stands for none.
    for (name, value) in answer.headers where !value.isEmpty { head += "\(name): \(value)\r\n" }
    Self.send(Array((head + "\r\n").utf8), to: connection)
    switch answer.ending {
    case .whole: Self.send(answer.body, to: connection)
    case .closed(let count): Self.send(Array(answer.body.prefix(count)), to: connection)
    case .silent(let count):
      Self.send(Array(answer.body.prefix(count)), to: connection)
      hold()
    case .dripping(let pause):
      for byte in answer.body where !isOver.withLock({ $0 }) {
        guard Self.send([byte], to: connection) else { return }
        usleep(pause)
      }
    case .mute, .bare: break
    }
  }

  private func hold() {
    while !isOver.withLock({ $0 }) { usleep(10_000) }
  }

  private static func request(on connection: CInt) -> Request? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n"), bytes.count < 65_536 {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      bytes += piece.prefix(count)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    guard let path = lines.first?.split(separator: " ").dropFirst().first else { return nil }
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
    return Request(path: String(path), start: range?.split(separator: "=").last.flatMap { Int($0.dropLast()) })
  }

  @discardableResult
  private static func send(_ bytes: [UInt8], to connection: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
