package import NotebookResults

/// What the page was made from, so that it can be made again.
struct AboutFooter: HTMLComponent {
  let report: RunReport

  var body: [HTMLNode] {
    let header = report.header
    element("footer", ["id": Anchor.about, "lang": Phrases.of(header.language).tag(on: header.language)]) {
      element("h2") { phrases.title }
      element("p") {
        "\(phrases.madeBy) nbrun \(header.version)\(phrases.from)"
        element("code") { header.notebookName }
        "\(phrases.withSeed)\(String(header.seed))\(phrases.promise)"
      }
      if !header.parameters.isEmpty { parameters }
      digests
    }
  }

  private var phrases: Phrases.About { Phrases.of(report.header.language).about }

  private var parameters: ScrollingTable {
    let columns = [phrases.name, phrases.value, phrases.givenBy].map { ScrollingTable.Column(name: $0) }
    return ScrollingTable(caption: phrases.parameters, columns: columns) {
      element("tbody") {
        for parameter in report.header.parameters {
          element("tr") {
            element("th", ["scope": "row"]) { element("code") { parameter.name } }
            element("td", ["class": "text"]) { parameter.value }
            element("td", ["class": "text"]) {
              parameter.replacedDefault.map { "\(phrases.commandLine) \($0)" } ?? phrases.notebook
            }
          }
        }
      }
    }
  }

  private var digests: HTMLNode {
    element("details") {
      element("summary") { phrases.fingerprints }
      digestTable
    }
  }

  private var digestTable: ScrollingTable {
    let notebook = Provenance(name: report.header.notebookName, digest: report.header.notebookDigest)
    let columns = [phrases.madeFrom, "SHA-256"].map { ScrollingTable.Column(name: $0) }
    return ScrollingTable(caption: phrases.fingerprints, columns: columns, isTitled: false) {
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
