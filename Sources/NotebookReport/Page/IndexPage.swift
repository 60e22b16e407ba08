package import NotebookResults

/// The page that names the pages of several notebooks.
package enum IndexPage {
  /// What is said of one notebook.
  package struct Entry: Sendable, Hashable {
    /// Nil where there is no page.
    let page: String?
    let title: String
    let language: String
    let description: String?
    let verdicts: [Verdicts.Phrase]

    /// A notebook that ran.
    ///
    /// - Parameters:
    ///   - report: How it went.
    ///   - page: The address of its page from here.
    package init(_ report: RunReport, page: String) {
      self.page = page
      title = report.header.title
      language = report.header.language
      description = report.header.authorship.description
      verdicts = Verdicts(report).phrases(in: .english) + [Self.end(of: report.outcome)].compactMap { $0 }
    }

    /// A notebook that did not run, with the reason.
    package init(title: String, because reason: String) {
      self.title = title
      (page, language, description) = (nil, "en", nil)
      verdicts = [Verdicts.Phrase(text: reason, isGood: false)]
    }

    private static func end(of outcome: RunOutcome) -> Verdicts.Phrase? {
      switch outcome {
      case .succeeded, .expectationFailed: nil
      case .failed: Verdicts.Phrase(text: "a cell failed", isGood: false)
      case .interrupted: Verdicts.Phrase(text: "stopped on the way", isGood: false)
      }
    }
  }

  /// The whole page; equal entries give the same bytes.
  package static func html(_ entries: [Entry], version: String) -> String {
    let page = element("html", ["lang": "en"]) {
      ReportPage.head(title: title, .none) {
        HTMLNode.void("meta", ["name": "generator", "content": "nbrun \(version)"])
        element("style") { String(decoding: PackageResources.index_css, as: UTF8.self) }
      }
      element("body") {
        element("main", ["id": Anchor.main]) {
          element("h1") { title }
          element("ol", ["class": "notebooks"]) { entries.map(item) }
        }
      }
    }
    return "<!DOCTYPE html>\n" + page.markup
  }

  private static let title = Phrases.english.notebooks

  private static func item(_ entry: Entry) -> HTMLNode {
    let tag = entry.language == "en" ? nil : entry.language
    return element("li") {
      if let page = entry.page {
        element("a", ["href": page, "lang": tag]) { entry.title }
      } else {
        element("span") { entry.title }
      }
      for verdict in entry.verdicts {
        element("span", ["class": verdict.isGood ? "good" : "bad"]) {
          element("strong") { "\(verdict.isGood ? "✓" : "✗") \(verdict.text)" }
        }
      }
      if let description = entry.description { element("p", ["lang": tag]) { description } }
    }
  }
}
