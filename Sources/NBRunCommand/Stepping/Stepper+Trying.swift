import NotebookResults
import NotebookRunning
import NotebookSyntax

extension Stepper {
  /// Changes an option of the cell at hand, in this run alone, and goes back to that cell.
  mutating func tryOut(_ edit: OptionEdit) {
    do throws(TrialProblem) {
      let index = try trials.tryOut(edit)
      write(
        "trying \(edit.path.last ?? "") \(edit.value) in '\(cells[index].label)'; 'drop' leaves it, 'keep' writes it into \(file.path)\n"
      )
      showPlace()
    } catch {
      switch error {
      case .noCell: write("there is no cell to change\n")
      case .edit(let problem): write("\(problem.phrase)\n")
      case .notebook(let problem): write(text(of: problem))
      }
    }
  }

  /// Goes back to what there was before anything was tried.
  mutating func drop() {
    guard let name = trials.drop() else { return write(nothingIsTried) }
    write("left \(name)\n")
    showPlace()
  }

  /// Writes what was tried into the file, which has to be as it was read.
  mutating func keep() {
    guard let trial = trials.current else { return write(nothingIsTried) }
    do throws(FileProblem) {
      guard try file.parse().value.source.utf8.elementsEqual(trial.written.document.source.utf8) else {
        write("\(file.path) was changed meanwhile and is left as it is; 'drop', then 'e' reads it\n")
        return
      }
      try WholeFile.write(trials.bench.document.source, to: file.path)
      trials.settle()
      write("wrote \(trial.name) into \(file.path)\n")
    } catch {
      write("error: \(error)\n")
    }
  }

  /// Reads the file again and goes back to the first cell that no longer means the same.
  mutating func reread() {
    guard trials.current == nil else {
      write("a value is being tried; 'drop' or 'keep' it first\n")
      return
    }
    let edited: Diagnosed<NotebookDocument>
    do throws(FileProblem) {
      edited = try file.parse()
    } catch {
      write("error: \(error)\n")
      return
    }
    do throws(WrongNotebook) {
      let revision = try trials.take(edited)
      let changed = cells.indices.contains(revision.firstChangedCell) ? cells[revision.firstChangedCell] : nil
      write(
        revision.wentBack
          ? "back to '\(changed?.label ?? "the end")', the first cell that changed\n"
          : "no cell that has run changed\n")
      showPlace()
    } catch {
      write(text(of: error) + "nothing was changed here\n")
    }
  }

  private var nothingIsTried: ConsoleText { "nothing is being tried; 'set KEY VALUE' does\n" }

  private func text(of problem: WrongNotebook) -> ConsoleText {
    problem.diagnostics.map { "\($0.text(file: file.path))" }.asLines
  }
}
