package import NotebookResults

/// What the page was made from, so that it can be made again.
struct AboutFooter: HTMLComponent {
  let report: RunReport

  var body: [HTMLNode] {
    let header = report.header
    element("footer", ["id": Anchor.about, "lang": Phrases.englishTag(on: header.language)]) {
      element("h2") { "About this page" }
      element("p") {
        "Made by nbrun \(header.version) from "
        element("code") { header.notebookName }
        " with seed \(String(header.seed)). The same notebook and data give the same bytes on any machine."
      }
      if !header.parameters.isEmpty { parameters }
      digests
    }
  }

  private var parameters: ScrollingTable {
    let columns = ["name", "value", "given by"].map { ScrollingTable.Column(name: $0) }
    return ScrollingTable(caption: "Parameters", columns: columns) {
      element("tbody") {
        for parameter in report.header.parameters {
          element("tr") {
            element("th", ["scope": "row"]) { element("code") { parameter.name } }
            element("td", ["class": "text"]) { parameter.value }
            element("td", ["class": "text"]) {
              parameter.replacedDefault.map { "the command line, instead of \($0)" } ?? "the notebook"
            }
          }
        }
      }
    }
  }

  private var digests: ScrollingTable {
    let notebook = Provenance(name: report.header.notebookName, digest: report.header.notebookDigest)
    let columns = ["made from", "SHA-256"].map { ScrollingTable.Column(name: $0) }
    return ScrollingTable(caption: "Fingerprints", columns: columns) {
      element("tbody") {
        for source in [notebook] + report.data {
          element("tr") {
            element("th", ["scope": "row"]) { source.name }
            element("td", ["class": "text"]) { element("code", ["class": "digest"]) { source.digest } }
          }
        }
      }
    }
  }
}

extension RunReport {
  /// The data sets that the numbers rest on, each once, in the order of the cells.
  package var data: [Provenance] {
    var known: Set<Provenance> = []
    return cells.flatMap { state -> [Provenance] in
      guard case .finished(let result) = state else { return [] }
      return result.provenance.filter { known.insert($0).inserted }
    }
  }
}
