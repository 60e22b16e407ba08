/// How a client wants to be answered.
struct ClientManner {
  private(set) var encoding = PositionEncoding.utf16
  /// Whether it can put the cursor into what it completes.
  private(set) var takesSnippets = false
  /// Whether it shows markup where the mouse is.
  private(set) var hoverKind = MarkupContent.Kind.markdown

  init() {}

  /// What a client says that it can do; of what it counts characters in, the first that is known.
  init(_ parameters: InitializeParameters) {
    let capabilities = parameters.capabilities
    encoding =
      capabilities?.general?.positionEncodings?.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
    takesSnippets = capabilities?.textDocument?.completion?.completionItem?.snippetSupport ?? false
    let formats = capabilities?.textDocument?.hover?.contentFormat
    hoverKind = formats.map { $0.contains(MarkupContent.Kind.markdown.rawValue) } ?? true ? .markdown : .plaintext
  }
}
