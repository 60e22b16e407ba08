package import NotebookSyntax

/// What is known of a run before its first cell.
package struct RunHeader: Sendable, Hashable {
  package let title: String
  /// BCP 47 language tag of the prose.
  package let language: String
  /// Who wrote the notebook, when, and what it is about.
  package let authorship: Authorship
  package let article: Article?
  package let charts: ChartForm
  package let sources: SourceForm
  /// The notebook's file name without folders.
  package let notebookName: String
  /// SHA-256 of the notebook's text, in hexadecimal.
  package let notebookDigest: String
  package let seed: UInt64
  package let parameters: [ParameterSetting]
  package let sections: [Section]
  package let version: String
  /// The cells in order.
  package let cells: [CellHeader]
  /// Where each label stands in `cells`.
  private let indices: [String: Int]
  /// Where each parameter stands in `parameters`.
  private let parameterIndices: [String: Int]

  package init(
    title: String, language: String, authorship: Authorship = Authorship(), article: Article?,
    charts: ChartForm = .text, sources: SourceForm = .open, notebookName: String, notebookDigest: String, seed: UInt64,
    parameters: [ParameterSetting], sections: [Section], version: String
  ) {
    self.title = title
    self.language = language
    self.authorship = authorship
    self.article = article
    self.charts = charts
    self.sources = sources
    self.notebookName = notebookName
    self.notebookDigest = notebookDigest
    self.seed = seed
    self.parameters = parameters
    self.version = version
    var cells: [CellHeader] = []
    self.sections = sections.map { section in
      guard case .cell(var cell) = section else { return section }
      cell.index = cells.count
      cells.append(cell)
      return .cell(cell)
    }
    self.cells = cells
    indices = Dictionary(cells.map { ($0.label, $0.index) }) { first, _ in first }
    parameterIndices = Dictionary(parameters.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// What a notebook says of itself.
  package struct Authorship: Sendable, Hashable {
    package let author: String?
    /// In words.
    package let date: String?
    /// A sentence or two.
    package let description: String?

    package init(author: String? = nil, date: String? = nil, description: String? = nil) {
      self.author = author
      self.date = date
      self.description = description
    }
  }

  /// The article that a notebook re-tells.
  package struct Article: Sendable, Hashable {
    package let title: String
    package let author: String?
    package let date: String?

    package init(title: String, author: String?, date: String?) {
      self.title = title
      self.author = author
      self.date = date
    }
  }

  /// A parameter with the value of this run.
  package struct ParameterSetting: Sendable, Hashable {
    package let name: String
    package let value: String
    /// The notebook's own value, when the command line gave another one.
    package let replacedDefault: String?

    package init(name: String, value: String, replacedDefault: String?) {
      self.name = name
      self.value = value
      self.replacedDefault = replacedDefault
    }
  }

  /// A part of the page in the order of the file.
  package enum Section: Sendable, Hashable {
    case prose(ProseBlock)
    case cell(CellHeader)
  }

  /// A cell as the reader sees it before it runs.
  package struct CellHeader: Sendable, Hashable {
    /// Which cell, from 0; a header numbers its cells by their order, whatever they were called before.
    package fileprivate(set) var index: Int
    package let keyword: String
    package let label: String
    package let caption: Caption?
    /// The options as written.
    package let source: String
    package let line: Int

    package init(index: Int, keyword: String, label: String, caption: Caption?, source: String, line: Int) {
      self.index = index
      self.keyword = keyword
      self.label = label
      self.caption = caption
      self.source = source
      self.line = line
    }
  }
}

extension RunHeader {
  /// The label under which the parameters can be named.
  package static let parameterLabel = "params"

  /// The value of a parameter, as a number when it is one.
  package func parameter(_ name: String) -> Quantity? {
    guard let setting = parameterIndices[name].map({ parameters[$0] }) else { return nil }
    if let count = Int(setting.value) { return .count(count) }
    return .written(setting.value, Double(setting.value) ?? .nan)
  }

  /// The value that a reference to a parameter names; nil for any other reference.
  package func quantity(_ reference: FieldReference) -> Quantity? {
    reference.label == Self.parameterLabel ? parameter(reference.field) : nil
  }
}

extension RunHeader {
  /// A cell by its index from 0.
  package func cell(_ index: Int) -> CellHeader? {
    cells.indices.contains(index) ? cells[index] : nil
  }

  /// A cell by its label.
  package func cell(_ label: String) -> CellHeader? { indices[label].map { cells[$0] } }
}
