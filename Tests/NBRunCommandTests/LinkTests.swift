import Foundation
import Testing

/// Links of what is shipped, as far as they lead nowhere outside.
struct LinkTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files of a folder that end so, by their paths from the root.
  private static func files(in folder: String, endingIn ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false))
      .filter { $0.hasSuffix(ending) }.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }

  private static func text(_ file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  /// Where a link of a file leads: a file by its path from the root, and a place in it; nil for what leads outside.
  private static func target(of link: String, in file: String) -> (file: String, place: String?)? {
    guard !link.contains("://") else { return nil }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let place = parts.count > 1 ? parts[1].removingPercentEncoding : nil
    guard let path = parts[0].removingPercentEncoding, !path.isEmpty else { return (file, place) }
    return (NSString(string: file).deletingLastPathComponent.appending("/\(path)"), place)
  }

  @Test func everyLinkOfAPageLeadsToAPageAndToAPlaceInIt() throws {
    let pages = try Self.files(in: "output", endingIn: ".html") + Self.files(in: "output/zh", endingIn: ".html")
    var known: [String: Set<String>] = [:]
    func places(of page: String) throws -> Set<String> {
      if let places = known[page] { return places }
      let found = Set(try Self.text(page).matches(of: /\bid="([^"]*)"/).map { String($0.1) })
      known[page] = found
      return found
    }
    var count = 0
    for page in pages {
      for link in try Self.text(page).matches(of: /\bhref="([^"]*)"/).map({ String($0.1) }) {
        guard let target = Self.target(of: link, in: page) else { continue }
        count += 1
        let path = Self.root.appending(path: target.file).standardizedFileURL.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
          Issue.record("\(page): \(link) leads to no file")
          continue
        }
        guard let place = target.place else { continue }
        #expect(try places(of: target.file).contains(place), "\(page): \(link) leads to no place")
      }
    }
    #expect(pages.count > 20 && count > 500)
  }

  @Test func everyLinkOfADocumentLeadsToAFileAndToAHeadingInIt() throws {
    let documents = try Self.files(in: "", endingIn: ".md")
    var count = 0
    for document in documents {
      let prose = try Self.text(document).replacing(/(?s)(`+).*?\1/, with: "")
      for link in prose.matches(of: /\]\(([^)\s]+)\)/).map({ String($0.1) }) {
        guard let target = Self.target(of: link, in: document) else { continue }
        count += 1
        let path = Self.root.appending(path: target.file).standardizedFileURL.path(percentEncoded: false)
        #expect(FileManager.default.fileExists(atPath: path), "\(document): \(link) leads to no file")
        guard let place = target.place else { continue }
        let headings = try String(contentsOfFile: path, encoding: .utf8).matches(of: /(?m)^#+ (.*)$/).map {
          $0.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
        }
        #expect(headings.contains(place), "\(document): \(link) leads to no heading")
      }
    }
    #expect(documents.contains("README.md") && count > 20)
  }
}
