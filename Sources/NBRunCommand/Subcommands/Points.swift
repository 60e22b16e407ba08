import ArgumentParser

extension NBRun {
  /// `nbrun points`: the points of a notebook's sweeps.
  struct Points: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the points of the sweeps of a notebook, and which of them need not run.",
      discussion: """
        Points are independent of each other. 'nbrun FILE.md --points K/N --store DIR' runs every N-th of them, from the \
        K-th on, and keeps what comes of them in a folder; 'nbrun FILE.md --store DIR' runs what is missing there and \
        writes the page.
        """)

    @Argument(
      help: ArgumentHelp("The notebook; a folder stands for those in it.", valueName: "file.md"),
      completion: .file(extensions: ["md"]))
    var file: String

    @Flag(help: "Write a JSON object a line.")
    var json = false

    @OptionGroup var planning: PlanOptions

    @OptionGroup var store: StoreOption

    func validate() throws { try NotebookArguments.refuseStandardInput([file]) }

    func run() throws {
      for notebook in try planning.rightNotebooks(
        NotebookList.files(at: [file]), by: planning.planner(keepingIn: store.folder))
      {
        let list = PointList(notebook, store: store.folder.map { ResultStore($0, notebook: notebook.file.path) })
        Console.write(json ? list.json : list.text, to: .output)
      }
    }
  }
}
