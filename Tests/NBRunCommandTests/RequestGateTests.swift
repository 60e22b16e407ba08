import Testing

@testable import NBRunCommand

/// Which requests are answered.
struct RequestGateTests {
  private let gate = RequestGate(port: 8123, token: "abc123")

  private func question(
    _ path: String, method: String = "GET", query: [String: String] = [:], _ headers: [String: String] = [:]
  ) -> RequestGate.Question? {
    gate.question(
      RequestGate.Request(
        method: method, path: path, query: query, headers: ["host": "127.0.0.1:8123"].merging(headers) { $1 }))
  }

  @Test func knowsPagesChangesAndTheirList() {
    #expect(question("/abc123/x.html") == .page("x.html"))
    #expect(question("/abc123/x.html", query: ["after": "7"]) == .change(of: "x.html", after: 7))
    #expect(question("/abc123/") == .list)
    #expect(question("/abc123") == .list)
    #expect(
      question("/abc123/x.html", ["host": "localhost:8123", "origin": "http://localhost:8123"]) == .page("x.html"))
  }

  @Test(arguments: [
    "/", "/abc12", "/abc12/x.html", "/abc1234/x.html", "/ABC123/x.html", "//x.html", "/abc123/x/y", "abc123/x.html",
  ])
  func asksForTheToken(_ path: String) {
    #expect(question(path) == nil)
  }

  @Test(arguments: [
    ("host", "127.0.0.1"), ("host", "127.0.0.1:80"), ("host", "example.com:8123"), ("host", ""),
    ("origin", "null"), ("origin", "http://example.com"), ("origin", "http://localhost:8123"),
    ("origin", "https://127.0.0.1:8123"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"),
  ])
  func keepsOutWhatComesFromElsewhere(_ header: String, _ value: String) {
    #expect(question("/abc123/x.html", [header: value]) == nil)
  }

  @Test func answersNothingButReading() {
    for method in ["POST", "PUT", "HEAD", "OPTIONS", "get"] {
      #expect(question("/abc123/x.html", method: method) == nil)
    }
    #expect(question("/abc123/x.html", query: ["after": "x"]) == nil)
  }

  @Test func makesTokensThatDiffer() {
    #expect(Set((0..<100).map { _ in RequestGate.newToken() }).count == 100)
    #expect(RequestGate.newToken().wholeMatch(of: /[0-9a-f]{32}/) != nil)
  }
}
