import Datasets
import Downloads
import Foundation
import TestSupport
import Testing

/// What becomes of a data set behind a mirror that does this or that: all of it, verified, or nothing.
@Suite(.serialized) struct FetchTests {
  let cache: TemporaryFolder

  init() throws { cache = try TemporaryFolder() }

  /// What a fetch gave and told.
  private struct Outcome {
    var error: FetchError?
    var events: [FetchEvent] = []

    var reasons: [String] {
      events.compactMap { if case .failed(_, _, let reason) = $0 { reason } else { nil } }
    }
  }

  private func fetch(from address: String, _ retry: RetryPolicy = .generous) throws -> Outcome {
    var fetcher = DatasetFetcher(folder: cache.path, mirror: DatasetMirror(address), retry: retry)
    var outcome = Outcome()
    do throws(FetchError) {
      try fetcher.fetch(SmallMirror.dataset) { outcome.events.append($0) }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// The files of the data set that a loader would find.
  private func kept() throws -> [String] {
    try cache.contents().filter { $0.hasPrefix("small/") && !$0.hasSuffix("/.lock") }
  }

  private static let all = DatasetLocation.File.allCases.map { "small/\($0.rawValue).gz" }.sorted()

  private func expectWhole(_ outcome: Outcome, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(outcome.error == nil, sourceLocation: location)
    #expect(try kept() == Self.all, sourceLocation: location)
    for file in DatasetLocation.File.allCases {
      try SmallMirror.dataset.verify(file, at: cache.path("small/\(file.rawValue).gz"))
    }
  }

  @Test func keepsWhatAMirrorHas() throws {
    let server = try MirrorServer { request, _ in SmallMirror.honest(request) }
    let outcome = try fetch(from: server.address)
    try expectWhole(outcome)
    #expect(outcome.events.contains(.finished(file: "t10k-labels-idx1-ubyte.gz", bytes: 9)))
    #expect(outcome.events.contains(.progress(file: "train-images-idx3-ubyte.gz", bytes: 18_016, of: 18_016)))
  }

  @Test func asksForNothingThatIsThereAndRight() throws {
    let server = try MirrorServer { request, _ in SmallMirror.honest(request) }
    _ = try fetch(from: server.address)
    try cache.write([1, 2, 3], to: "small/train-labels-idx1-ubyte.gz")
    try cache.write([1, 2, 3], to: "small/train-labels-idx1-ubyte")
    try expectWhole(fetch(from: server.address))
    #expect(server.requests.count == 5)
    #expect(server.requests.last?.path == "/small/train-labels-idx1-ubyte.gz")
  }

  @Test func goesOnWhereATransferWasCutOff() throws {
    let server = try SmallMirror.server { request, earlier in
      .file(SmallMirror.images, for: request, ending: earlier == 0 ? .closed(after: 5000) : .whole)
    }
    let outcome = try fetch(from: server.address)
    try expectWhole(outcome)
    #expect(outcome.reasons == ["it ended early, after 5000 bytes"])
    #expect(server.requests.prefix(2).map(\.start) == [nil, 5000])
  }

  @Test func goesOnWhereAnEarlierRunEnded() throws {
    try cache.write(SmallMirror.images.prefix(17_000), to: "small/train-images-idx3-ubyte.gz.part")
    let server = try MirrorServer { request, _ in SmallMirror.honest(request) }
    try expectWhole(fetch(from: server.address))
    #expect(server.requests.first?.start == 17_000)
  }

  @Test func asksForNothingWhenOnlyTheLastMoveWasMissing() throws {
    try cache.write(SmallMirror.images, to: "small/train-images-idx3-ubyte.gz.part")
    let server = try MirrorServer { request, _ in SmallMirror.honest(request) }
    try expectWhole(fetch(from: server.address))
    #expect(server.requests.count == 3)
  }

  @Test(arguments: ["other bytes", "more than there is", "ranges ignored"])
  func beginsAnewWhenThePartDoesNotFit(_ what: String) throws {
    let count = what == "more than there is" ? 20_000 : 6000
    try cache.write([UInt8](repeating: 9, count: count), to: "small/train-images-idx3-ubyte.gz.part")
    let server = try SmallMirror.server { request, _ in
      what == "ranges ignored" ? .init(body: SmallMirror.images) : .file(SmallMirror.images, for: request)
    }
    try expectWhole(fetch(from: server.address))
  }

  @Test func triesAgainWhenAMirrorIsBusy() throws {
    let server = try SmallMirror.server { request, earlier in
      earlier < 2 ? .init(status: 503) : .file(SmallMirror.images, for: request)
    }
    let outcome = try fetch(from: server.address)
    try expectWhole(outcome)
    #expect(outcome.reasons == Array(repeating: "the answer is HTTP status 503", count: 2))
  }

  @Test func followsARedirection() throws {
    let server = try MirrorServer { request, _ in
      guard request.path.hasPrefix("/moved") else {
        return .init(status: 302, headers: ["Location": "/moved\(request.path)"])
      }
      return SmallMirror.honest(.init(path: String(request.path.dropFirst("/moved".count)), start: request.start))
    }
    try expectWhole(fetch(from: server.address))
  }

  @Test(
    arguments: [
      Named("a redirection to itself", .init(status: 302, headers: ["Location": SmallMirror.imagesPath])),
      Named("a redirection to a file", .init(status: 302, headers: ["Location": "file:///etc/hostname"])),
      Named("nothing of that name", .init(status: 404)),
      Named("a page in place of the file", .init(body: Array("<html>Log in first</html>".utf8))),
      Named("other contents", .init(body: SmallMirror.images.dropLast() + [1])),
      Named("a file that is too short", .init(body: SmallMirror.images.dropLast())),
      Named("a file that is too long", .init(body: SmallMirror.images + [0])),
      Named("a file without end", .init(body: [UInt8](repeating: 1, count: 1 << 20))),
      Named(
        "a file without end or length",
        .init(headers: ["Content-Length": ""], body: [UInt8](repeating: 1, count: 1 << 20))),
      Named(
        "a part without a length", .init(headers: ["Content-Length": ""], body: Array(SmallMirror.images.prefix(5000)))),
      Named("a length beyond bounds", .init(headers: ["Content-Length": "99999999999"], body: SmallMirror.images)),
      Named("a length that is too small", .init(headers: ["Content-Length": "100"], body: SmallMirror.images)),
      Named("a part that was not asked for", .init(status: 206, body: SmallMirror.images)),
      Named("an end after a while", .init(body: SmallMirror.images, ending: .closed(after: 100))),
    ] as [Named<MirrorServer.Answer>])
  func keepsNothingOf(_ answer: Named<MirrorServer.Answer>) throws {
    let server = try SmallMirror.server { _, _ in answer.value }
    let outcome = try fetch(from: server.address)
    #expect(outcome.error == .notHad(file: "train-images-idx3-ubyte.gz"))
    #expect(!outcome.reasons.isEmpty)
    #expect(try kept().filter { !$0.hasSuffix(".part") } == [])
  }

  @Test func takesNoMoreThanTheFileCanHave() throws {
    let server = try SmallMirror.server { _, _ in
      .init(headers: ["Content-Length": ""], body: [UInt8](repeating: 1, count: 1 << 20))
    }
    let limit = SmallMirror.dataset.largestSize(of: .trainImages)
    #expect(try fetch(from: server.address).reasons == ["it is larger than \(limit) bytes"])
  }

  @Test func givesUpOnAMirrorThatFallsSilent() throws {
    let server = try SmallMirror.server { request, _ in
      .file(SmallMirror.images, for: request, ending: .silent(after: 100))
    }
    var retry = RetryPolicy.generous
    retry.stall = .milliseconds(200)
    let outcome = try fetch(from: server.address, retry)
    #expect(outcome.error == .notHad(file: "train-images-idx3-ubyte.gz"))
    #expect(outcome.reasons == ["it stalled", "it stalled", "it stalled"])
    #expect(server.requests.map(\.start) == [nil, 100, 200])
  }

  @Test func givesUpOnAMirrorThatNeverAnswers() throws {
    let server = try MirrorServer { _, _ in .init(ending: .mute) }
    let outcome = try fetch(from: server.address, .hasty)
    #expect(outcome.error == .unreachable)
    #expect(outcome.reasons == ["no answer: it took too long"])
  }

  @Test func givesUpOnWhatComesSteadilyButNeverEnds() throws {
    let server = try SmallMirror.server { _, _ in .init(body: SmallMirror.images, ending: .dripping(every: 1000)) }
    var retry = RetryPolicy.generous
    (retry.leastBytes, retry.whole) = (1, .milliseconds(500))
    let outcome = try fetch(from: server.address, retry)
    #expect(outcome.error == .tooSlow(limit: .milliseconds(500)))
    let part = try cache.contents().first { $0.hasSuffix(".part") }
    #expect(part != nil, "the next fetch goes on with it")
  }

  @Test func waitsNoLongerInAllThanTheManualSays() {
    #expect(FetchError.tooSlow(limit: RetryPolicy.run.whole).phrase == "it did not come within 15 minutes")
    #expect(FetchError.tooSlow(limit: RetryPolicy.asked.whole).phrase == "it did not come within 60 minutes")
  }

  @Test func saysThatWhatAnswersIsNoWebServer() throws {
    let server = try MirrorServer { _, _ in .init(body: Array("SSH-2.0-OpenSSH_9.2\r\n".utf8), ending: .bare) }
    let outcome = try fetch(from: server.address)
    #expect(outcome.reasons == ["what answers does not speak HTTP"])
    #expect(outcome.error == .notHad(file: "train-images-idx3-ubyte.gz"))
  }

  @Test(arguments: ["another port", "another host", "a name and a password", "a file", "nowhere"])
  func isLedToNobodyElse(_ what: String) throws {
    let other = try MirrorServer { request, _ in SmallMirror.honest(request) }
    let path = SmallMirror.imagesPath
    let server = try SmallMirror.server { _, _ in
      let own = "127.0.0.1:\(other.port)"
      let location =
        switch what {
        case "another port": "http://\(own)\(path)"
        case "another host": "http://localhost:\(other.port)\(path)"
        case "a name and a password": "http://u:p@\(own)\(path)"
        case "a file": "file:///etc/hostname"
        default: ""
        }
      return .init(status: 302, headers: ["Location": location])
    }
    let outcome = try fetch(from: server.address)
    #expect(outcome.error == .notHad(file: "train-images-idx3-ubyte.gz"))
    #expect(outcome.reasons.count == 1)
    if what == "nowhere" {
      #expect(outcome.reasons == ["the answer is HTTP status 302"])
    } else {
      #expect(outcome.reasons.first?.hasSuffix("which is none of the mirrors' addresses") == true, "\(outcome.reasons)")
    }
    #expect(other.requests.isEmpty)
    #expect(server.requests.map(\.path) == [path])
  }

  @Test func followsNoCircle() throws {
    let server = try MirrorServer { request, _ in .init(status: 302, headers: ["Location": request.path + "/x"]) }
    let outcome = try fetch(from: server.address)
    #expect(outcome.reasons == ["it leads on again and again"])
    #expect(server.requests.count == 6)
  }

  @Test func doesNotAskAHostTwiceThatDidNotAnswer() throws {
    let mirror = try #require(DatasetMirror("http://127.0.0.1:\(try MirrorServer.closedPort())"))
    var fetcher = DatasetFetcher(folder: cache.path, mirror: mirror, retry: .generous)
    var tries = 0
    for _ in 0..<2 {
      #expect(throws: FetchError.unreachable) {
        try fetcher.fetch(SmallMirror.dataset) { if case .started = $0 { tries += 1 } }
      }
    }
    #expect(tries == 1)
  }

  @Test func fetchesOnceForTwoAtATime() async throws {
    let server = try SmallMirror.server { request, _ in
      usleep(50_000)
      return .file(SmallMirror.images, for: request)
    }
    let (address, folder) = (server.address, cache.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var fetcher = DatasetFetcher(folder: folder, mirror: DatasetMirror(address), retry: .generous)
          try fetcher.fetch(SmallMirror.dataset) { _ in }
        }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 4)
    #expect(try kept() == Self.all)
  }

  @Test func saysWhenItsFolderCannotBeWritten() throws {
    try cache.write("a file", to: "small")
    let outcome = try fetch(from: "http://127.0.0.1:1")
    guard case .folder(let path, _)? = outcome.error else {
      Issue.record("a file stands in the way, not \(String(describing: outcome.error))")
      return
    }
    #expect(path == cache.path("small"))
  }
}
