/// A text that is shown as it is, such as one that a network wrote.
package struct Passage: Sendable, Hashable, Codable {
  package let caption: String
  /// What was given to go on from.
  package let start: String
  package let text: String

  package init(caption: String, start: String, text: String) {
    self.caption = caption
    self.start = start
    self.text = text
  }
}
