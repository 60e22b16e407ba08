/// How a client wants to be answered.
struct ClientManner {
  private(set) var encoding = PositionEncoding.utf16
  /// Whether it can put the cursor into what it completes.
  private(set) var takesSnippets = false
  /// Whether it takes changes of the text as answers to what can be done about a mistake.
  private(set) var takesCodeActions = false
  /// What it shows what is said about a word as, and about a completion.
  private(set) var hoverKind = MarkupContent.Kind.plaintext
  private(set) var documentationKind = MarkupContent.Kind.plaintext

  init() {}

  /// What a client says that it can do; of what it counts characters in, the first that is known.
  init(_ parameters: InitializeParameters) {
    let capabilities = parameters.capabilities
    encoding =
      capabilities?.general?.positionEncodings?.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
    let item = capabilities?.textDocument?.completion?.completionItem
    takesSnippets = item?.snippetSupport ?? false
    takesCodeActions = capabilities?.textDocument?.codeAction?.codeActionLiteralSupport != nil
    documentationKind = MarkupContent.Kind(of: item?.documentationFormat)
    hoverKind = MarkupContent.Kind(of: capabilities?.textDocument?.hover?.contentFormat)
  }
}

extension MarkupContent.Kind {
  /// Markup where a client takes it.
  fileprivate init(of formats: [String]?) {
    self = formats?.contains(Self.markdown.rawValue) == true ? .markdown : .plaintext
  }
}
