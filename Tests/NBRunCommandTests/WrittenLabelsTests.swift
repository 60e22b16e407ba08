import Testing

@testable import NBRunCommand

/// Which cell a mistake is in, of a text that may be no notebook.
struct WrittenLabelsTests {
  private static let text = """
    # Prose
    ```{load}
    dataset: digits
    label: data  
    ```
    Between.
    ```{train}
    steps: ten
    ```

    ```{chart}
    series: [
    """

  @Test(
    arguments: [
      (1, nil), (2, "data"), (3, "data"), (5, "data"), (6, nil), (7, nil), (8, nil), (10, nil), (11, nil), (12, nil),
      (0, nil), (13, nil), (-1, nil),
    ] as [(Int, String?)]) func areThoseOfTheDirectiveThatALineIsIn(_ line: Int, _ label: String?)
  {
    var labels = WrittenLabels(Self.text)
    #expect(labels.label(at: line) == label)
    #expect(labels.label(at: line) == label, "asked again")
  }
}
