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
    // Exact ties go away from zero: 21, 29 and 31 of 32, and halves of the last place.
    (.fraction(0.65625), "0.6563"), (.fraction(0.90625), "0.9063"), (.fraction(0.96875), "0.9688"),
    (.fraction(0.03125), "0.0313"), (.real(-0.65625), "-0.6563"), (.real(999.03125), "999.0313"),
    (.real(1_000_500_000), "1.001e9"), (.real(-1_002_500_000), "-1.003e9"), (.real(1_999_500_000), "2.000e9"),
    (.real(9_999_500_000), "1.000e10"),
    // These are none: the binary numbers nearest to the two decimals lie above the one and below the other.
    (.fraction(0.656_249_999_999_999_9), "0.6562"), (.fraction(0.00625), "0.0063"), (.fraction(0.00115), "0.0011"),
  ])
  func printsEachKindOfNumberInItsForm(quantity: Quantity, text: String) {
    #expect(QuantityText.text(quantity) == text)
  }
}
