import Foundation
import Glibc
import TestSupport
import Testing

/// `nbrun watch` as a process of its own, with a reader of what it shows.
final class WatchedCommand {
  struct Answer {
    let status: Int
    let body: String

    /// The version that the page carries.
    var version: Int { body.firstMatch(of: /data-version="(\d+)"/).flatMap { Int($0.1) } ?? 0 }
  }

  let command: Command
  let process: Process
  /// The address of the first page.
  let address: String

  /// Starts to watch, and waits until pages are shown.
  init(_ command: Command, _ arguments: String...) throws {
    self.command = command
    process = try command.start(
      ["watch", "--progress", "plain"] + arguments, under: Command.mayHang + ["env", "--default-signal=INT"])
    while process.isRunning, try !command.folder.text(of: "streams/output").contains("\n") { usleep(2000) }
    address = String(try command.folder.text(of: "streams/output").prefix { $0 != "\n" })
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  var port: UInt16 { address.firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) } ?? 0 }
  var path: String { String(address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }) }

  /// Asks for something; nil where nothing is answered.
  func ask(_ path: String? = nil, method: String = "GET", headers: [String: String] = [:]) -> Answer? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) } == 0
    }
    guard isConnected else { return nil }
    let all = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(headers) { $1 }
    let lines = ["\(method) \(path ?? self.path) HTTP/1.1"] + all.map { "\($0): \($1)" } + ["", ""]
    let request = Array(lines.joined(separator: "\r\n").utf8)
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 { bytes += buffer[..<count] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n"),
      let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return Answer(status: status, body: String(text[end.upperBound...]))
  }

  /// The page as soon as it is as it should be; nil when that takes more than a minute.
  func page(where isRight: (String) -> Bool) -> Answer? {
    var version = 0
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      guard let answer = ask("\(path)?after=\(version)") else { return nil }
      if answer.status == 200, isRight(answer.body) { return answer }
      version = max(version, answer.version)
    }
    return nil
  }

  /// Ends it as Ctrl-C does; gives what it left.
  func end() throws -> Command.Result {
    kill(try child(), SIGINT)
    return try command.finish(process)
  }

  /// The command itself, which runs below what would end it if it hung.
  private func child() throws -> pid_t {
    let children = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children", encoding: .utf8)
    return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
  }
}
