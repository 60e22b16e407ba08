/// A notebook of four cells that the tests write behind.
enum SmallNotebook {
  static let text = """
    ---
    params: {rate: 0.01, units: 8}
    ---
    ```{load}
    label: digits
    dataset: digits
    ```
    ```{build}
    label: net
    layers: [{lstm: {units: $units}}, {dense: {units: 10}}]
    ```
    ```{train}
    label: fit
    steps: 10
    report: {batch_loss: every 5 steps, batch_accuracy: every 5 steps}
    ```
    ```{evaluate}
    label: test
    ```

    """
}
