import NotebookResults
import NotebookSyntax

/// A number that the prose names, with a link to the cell that measured it.
struct MeasuredNumber {
  private let reference: FieldReference
  private let quantity: Quantity?
  private let phrases: Phrases

  init(_ reference: FieldReference, in report: RunReport, _ phrases: Phrases) {
    self.reference = reference
    self.phrases = phrases
    quantity = report.quantity(reference)
  }

  var text: String { quantity.map(QuantityText.text) ?? phrases.notMeasured }

  /// What stands in the prose; without a link of its own where it stands in one.
  func node(insideLink: Bool) -> HTMLNode {
    let styleClass = quantity == nil ? "measured missing" : "measured"
    let anchor = reference.label == "params" ? Anchor.about : reference.label
    return insideLink
      ? element("span", ["class": styleClass, "title": reference.text]) { text }
      : element("a", ["class": styleClass, "title": reference.text, "href": "#\(anchor)"]) { text }
  }
}
