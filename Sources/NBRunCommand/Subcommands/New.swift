import ArgumentParser
import Foundation

extension NBRun {
  /// `nbrun new`: a small notebook to begin with.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write a small notebook to begin with.")

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file.md"), completion: .file(extensions: ["md"]))
    var file: String

    func run() throws {
      var status = stat()
      guard lstat(file, &status) != 0 else {
        Console.write("error: \(file) is already there, and is left as it is\n", to: .error)
        throw ExitCode(CommandExit.usage)
      }
      do throws(FileProblem) {
        try WholeFile.create(file, with: Data(Self.starter.utf8))
      } catch {
        Console.write("error: \(error)\n", to: .error)
        throw ExitCode(CommandExit.failed)
      }
      Console.write("wrote \(file); run it with: nbrun \(file)\n", to: .output)
    }

    private static let starter = """
      ---
      title: A first notebook
      seed: 1
      params: {steps: 200}
      ---
      ```{load}
      label: digits
      dataset: digits
      train: 6000
      test: 1000
      ```

      Each image is read row by row, one row a time step.

      ```{build}
      label: net
      layers:
        - lstm: {units: 64}
        - dense: {units: 10}
      ```

      ```{train}
      label: fit
      steps: $steps
      batch: 64
      optimizer: {adam: {learning_rate: 0.003}}
      report: {batch_accuracy: every 10 steps}
      ```

      ```{evaluate}
      label: test
      on: digits.test
      ```

      After {{params.steps}} steps it reads {{test.accuracy}} of the test digits correctly.

      """
  }
}
