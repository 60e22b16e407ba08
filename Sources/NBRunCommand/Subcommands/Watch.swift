import ArgumentParser
import Downloads
import Foundation
import NotebookResults

extension NBRun {
  /// `nbrun watch`: the page that follows the editor.
  struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run notebooks again whenever they or their data are saved, and show the pages.",
      discussion: """
        After each save the first cell that changed and those after it are run, and the page in the browser follows; what is wrong lies \
        over it until it is mended. The pages are shown at an address of this machine alone, which holds a word that nobody guesses; \
        they are written into files as by 'nbrun run' of each notebook alone. Ctrl-C ends it, and what is under way is kept.
        """)

    @Argument(
      help: ArgumentHelp(
        "The notebooks; a folder stands for those in it, and for those to come.", valueName: "file.md"),
      completion: .file(extensions: ["md"]))
    var files: [String]

    @OptionGroup var planning: PlanOptions

    @OptionGroup var mirror: MirrorOption

    @OptionGroup var destination: PageOptions

    @OptionGroup var store: StoreOption

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to show progress on standard error.")
    var progress = ProgressStyle.auto

    @Option(help: "Show the pages at this port; by default at any that is free.")
    var port: UInt16 = 0

    @Flag(help: "Open the first page in the browser.")
    var open = false

    func validate() throws {
      try NotebookArguments.refuseStandardInput(files)
      try destination.refuseOneFile(forNotebooksAt: files)
    }

    func run() throws {
      let list = NotebookList.files(at: files)
      let messages = MessageReporter(style: progress)
      let (planning, mirror, progress) = (planning, mirror.chosen, progress)
      let planner = planning.planner(keepingIn: store.folder)
      let read = { (files: [NotebookFile]) in
        var downloads = DatasetDownloads(mirror: mirror, retry: .run, progress: progress)
        return planning.read(files, by: planner, as: progress == .json ? .json : .full) { downloads.problem($0) }
      }
      let pages = list.map { RunFile(path: destination.pages.path(for: $0), kind: .page) }
      if let problem = RunFiles(read: list.map(\.path), written: pages).problem {
        messages.say(.error, problem)
        throw ExitCode(CommandExit.usage)
      }
      Interruption.listen()
      let board = PageBoard()
      let manner = Watcher.Manner(
        planner: planner, pages: destination.pages, store: store.folder, threads: threads.threads, progress: progress)
      var watcher = Watcher(files, manner: manner, board: board, read: read)
      let server: PageServer
      do throws(FileProblem) {
        server = try PageServer(port: port, board: board)
      } catch {
        messages.say(.error, "\(error)")
        throw ExitCode(CommandExit.usage)
      }
      defer { server.stop() }
      watcher.begin(read(list))
      let addresses = board.names.map { server.address(of: $0) }
      for address in addresses { Console.write("\(address)\n", to: .output) }
      if open, let first = addresses.first, !Browser.open(first) { messages.say(.warning, Browser.absence) }
      watcher.run()
    }
  }
}
