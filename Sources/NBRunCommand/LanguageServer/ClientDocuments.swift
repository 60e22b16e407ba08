import LanguageService
import NotebookPlanning

/// The texts that a client has open; each is understood when it is asked about, and no text that another has taken the place of is.
struct ClientDocuments {
  let planner: NotebookPlanner
  let language: [OptionTopic]

  private var understood: [String: ClientDocument] = [:]
  /// Documents of which it was not said yet what is wrong in them.
  private var unsaid: Set<String> = []
  /// Texts that are not understood yet, each the newest of its document.
  private var arrived: [String: (text: String, version: Int?)] = [:]
  /// Documents that are open no longer, and that somebody may still show mistakes of.
  private var closed: Set<String> = []

  init(planner: NotebookPlanner, language: [OptionTopic]) {
    self.planner = planner
    self.language = language
  }

  /// A document that is open, understood as it is now.
  subscript(_ uri: String) -> ClientDocument? {
    mutating get {
      if let new = arrived.removeValue(forKey: uri) {
        understood[uri] = ClientDocument(
          new.text, uri: uri, version: new.version, planner: planner, language: language)
      }
      return understood[uri]
    }
  }

  mutating func open(_ document: OpenParameters.Document) {
    closed.remove(document.uri)
    understood[document.uri] = nil
    arrived[document.uri] = (document.text, document.version)
    unsaid.insert(document.uri)
  }

  /// Takes another text of a document; one that is older than what is there, or of a document that is not open, is passed over.
  mutating func change(_ uri: String, version: Int?, to text: String) {
    guard arrived[uri] != nil || understood[uri] != nil else { return }
    let latest = arrived[uri]?.version ?? understood[uri]?.version
    if let version, let latest, version < latest { return }
    arrived[uri] = (text, version)
    unsaid.insert(uri)
  }

  mutating func close(_ uri: String) {
    unsaid.remove(uri)
    let wasWaiting = arrived.removeValue(forKey: uri) != nil
    if understood.removeValue(forKey: uri) != nil || wasWaiting { closed.insert(uri) }
  }

  /// What is wrong in the documents that have changed since it was asked last; nothing in those that were closed.
  mutating func news(_ encoding: PositionEncoding) -> [PublishedDiagnostics] {
    defer { (unsaid, closed) = ([], []) }
    return closed.sorted().map { PublishedDiagnostics(uri: $0, version: nil, diagnostics: []) }
      + unsaid.sorted().compactMap { self[$0]?.diagnostics(encoding) }
  }
}
