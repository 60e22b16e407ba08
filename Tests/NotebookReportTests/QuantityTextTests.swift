import NotebookReport
import NotebookResults
import Testing

@Suite struct QuantityTextTests {
  @Test(arguments: [
    (Quantity.count(28_360), "28,360"), (.count(-1_234_567), "-1,234,567"), (.count(999), "999"),
    (.count(.min), "-9,223,372,036,854,775,808"),
    (.fraction(0.95312), "0.9531"), (.fraction(1), "1.0000"), (.fraction(.nan), "not a number"),
    (.real(0), "0.0000"), (.real(-0.0), "0.0000"), (.real(-2.5), "-2.5000"), (.real(12_345.678_91), "12,345.6789"),
    (.real(0.000_012_34), "1.234e-5"), (.real(-3e20), "-3.000e20"),
    (.real(.infinity), "infinite"), (.real(-.infinity), "infinite, negative"),
    (.written("1e-3", 0.001), "1e-3"), (.written("tanh", .nan), "tanh"),
  ])
  func printsEachKindOfNumberInItsForm(quantity: Quantity, text: String) {
    #expect(QuantityText.text(quantity) == text)
  }
}
