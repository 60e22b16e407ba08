import NotebookResults

/// What a page is, who wrote it and when, what it re-tells, how it was run and whether its numbers are as expected.
struct PageTitle: HTMLComponent {
  let report: RunReport
  let phrases: Phrases

  init(report: RunReport) {
    self.report = report
    phrases = Phrases.of(report.header.language)
  }

  var body: [HTMLNode] {
    let header = report.header
    element("header") {
      element("h1") { header.title }
      if let description = header.authorship.description {
        element("p", ["class": "lead"]) { description }
      }
      if let line = byline {
        element("p", ["class": "byline"]) { line }
      }
      if let article = header.article {
        element("p", ["class": "byline"]) {
          "\(phrases.after) “\(article.title)”"
          if let author = article.author { " \(phrases.by) \(author)" }
          if let date = article.date { ", \(date)" }
        }
      }
      facts
    }
  }

  private var byline: String? {
    let parts = [report.header.authorship.author, report.header.authorship.date].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var facts: HTMLNode {
    element("ul", ["class": "facts", "lang": phrases.tag(on: report.header.language)]) {
      for verdict in Verdicts(report).phrases(in: phrases) {
        element("li", ["class": verdict.isGood ? "good" : "bad"]) {
          element("strong") { verdict.isGood ? "✓ \(verdict.text)" : "✗ \(verdict.text)" }
        }
      }
      element("li") {
        element("a", ["href": "#\(Anchor.about)"]) { settings }
      }
    }
  }

  /// `seed 1, steps = 782`.
  private var settings: String {
    let parameters = report.header.parameters.map { "\($0.name) = \($0.value)" }
    return (["\(phrases.seed) \(report.header.seed)"] + parameters).joined(separator: ", ")
  }
}
