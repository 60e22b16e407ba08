/// The place and the number of a figure or table, which its caption begins with.
struct ExhibitMark {
  let anchor: String?
  let number: ExhibitNumber?

  /// A table of the page itself, which no cell shows.
  static let none = ExhibitMark(anchor: nil, number: nil)

  /// A caption with the number before it.
  @HTMLBuilder func caption(_ text: String) -> [HTMLNode] {
    if let number {
      element("b") { number.text }
      " "
    }
    text
  }
}
