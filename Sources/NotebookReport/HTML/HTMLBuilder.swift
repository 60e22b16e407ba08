/// A part of the page that knows its own markup.
protocol HTMLComponent {
  @HTMLBuilder var body: [HTMLNode] { get }
}

/// Makes nodes from statements: strings become text, components their body.
@resultBuilder enum HTMLBuilder {
  static func buildExpression(_ text: String) -> [HTMLNode] { [.text(text)] }
  static func buildExpression(_ node: HTMLNode) -> [HTMLNode] { [node] }
  static func buildExpression(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes }
  static func buildExpression(_ component: some HTMLComponent) -> [HTMLNode] { component.body }
  static func buildBlock(_ parts: [HTMLNode]...) -> [HTMLNode] { Array(parts.joined()) }
  static func buildArray(_ parts: [[HTMLNode]]) -> [HTMLNode] { Array(parts.joined()) }
  static func buildOptional(_ part: [HTMLNode]?) -> [HTMLNode] { part ?? [] }
  static func buildEither(first part: [HTMLNode]) -> [HTMLNode] { part }
  static func buildEither(second part: [HTMLNode]) -> [HTMLNode] { part }
}

/// An element with its content.
func element(
  _ name: String, _ attributes: HTMLAttributes = [:], @HTMLBuilder content: () -> [HTMLNode] = { [] }
) -> HTMLNode {
  .element(name, attributes, content())
}
