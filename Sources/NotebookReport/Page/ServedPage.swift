package import NotebookResults

/// A page as it is shown while its notebook is being written: the page of the run, what is wrong with the text, how far the run is, and a
/// script that follows both.
///
/// It is another text than the one that is kept in a file, which never has a script.
package struct ServedPage: Sendable {
  /// Something wrong with the notebook's text.
  package struct Mistake: Sendable, Hashable {
    /// As a terminal shows it, lines and all.
    package let text: String
    /// The cell that it is in, by its label.
    package let cell: String?

    package init(text: String, cell: String?) {
      self.text = text
      self.cell = cell
    }
  }

  /// The file as the user calls it.
  package let file: String
  /// The last run; nil while there was none.
  package let report: RunReport?
  package let mistakes: [Mistake]
  /// What is being done; nil when nothing is.
  package let progress: String?

  package init(file: String, report: RunReport?, mistakes: [Mistake], progress: String?) {
    self.file = file
    self.report = report
    self.mistakes = mistakes
    self.progress = progress
  }

  /// Makes the whole page.
  ///
  /// - Parameters:
  ///   - version: Larger than that of any page before.
  ///   - nonce: What lets the page's own script run, and no other.
  /// - Returns: Its markup.
  package func html(version: Int, nonce: String) -> String {
    let dressing = PageDressing(
      version: String(version), policy: "; script-src 'nonce-\(nonce)'; connect-src 'self'",
      head: [
        element("style") { String(decoding: PackageResources.watch_css, as: UTF8.self) },
        element("script", ["nonce": nonce]) { String(decoding: PackageResources.watch_js, as: UTF8.self) },
      ], foot: [board], isRunning: progress != nil)
    guard let report else { return ReportPage.html(title: file, dressing: dressing) }
    return ReportPage.html(for: report, dressing: dressing)
  }

  /// What lies over the page.
  private var board: HTMLNode {
    element("div", ["class": mistakes.isEmpty ? "watch" : "watch wrong", "role": "status"]) {
      element("p", ["class": "gone"]) { "nbrun no longer watches \(file): this page stays as it is." }
      element("div", ["class": "news"]) {
        if !mistakes.isEmpty {
          element("p") {
            element("strong") { "✗ \(file) is wrong" }
            report == nil ? "; nothing has run." : "; the page is that of the text before."
          }
          for mistake in mistakes {
            element("pre") {
              mistake.text
              if let cell = mistake.cell {
                "\n"
                element("a", ["href": "#\(cell)"]) { "to the cell \(cell)" }
              }
            }
          }
        } else if let progress {
          element("p") { progress }
        } else {
          element("p") { "✓ as \(file) is now" }
        }
      }
    }
  }

  /// A page that leads to the others, which lie below a path.
  package static func list(of names: [String], below path: String) -> String {
    let links = element("ul") {
      for name in names { element("li") { element("a", ["href": "\(path)/\(name)"]) { name } } }
    }
    return ReportPage.html(
      title: Phrases.english.notebooks,
      dressing: PageDressing(version: nil, policy: "", head: [], foot: [links], isRunning: false))
  }
}

/// What a page has besides what it is: nothing, where it is written to a file.
struct PageDressing {
  /// What tells a page from a later one; nil where none comes later.
  let version: String?
  /// Further rules on what the page may do.
  let policy: String
  let head: [HTMLNode]
  let foot: [HTMLNode]
  /// Whether the run goes on while the page is looked at.
  let isRunning: Bool

  static let none = PageDressing(version: nil, policy: "", head: [], foot: [], isRunning: false)
}
