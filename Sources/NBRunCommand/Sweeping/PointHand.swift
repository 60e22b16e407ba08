import NotebookPlanning

/// Deals the points of sweeps to several processes: a share that was asked for, or one for each process that `mpirun` has started.
struct PointHand {
  /// What `--points` says.
  let asked: PointShare?
  let launched: LaunchedRank?
  let store: StoreFolder?
  let manner: NotebookRun.Manner

  /// What is left to do after a share has run.
  enum Rest {
    /// The notebooks themselves.
    case runs
    /// Nothing, with this exit code.
    case done(Int32)
  }

  func deal(_ notebooks: [ReadNotebook], _ messages: MessageReporter) -> Rest {
    if let asked { return .done(run(asked, of: notebooks, manner, messages)) }
    guard let launched else { return .runs }
    guard notebooks.havePoints, store != nil else {
      if launched.rank > 0 { return .done(0) }
      messages.say(
        .note,
        "\(launched.count) processes were started, which have nothing to share but the points of sweeps that are kept: one of them runs; "
          + "where nbrun and mpirun are of the same MPI ('swift build --traits MPI'), they share each step of a training"
      )
      return .runs
    }
    var manner = manner
    if launched.rank > 0 { manner.progress = .none }
    let code = run(launched.share, of: notebooks, manner, messages)
    // What the others have not kept by then runs here too, and comes to the same.
    return launched.rank == 0 && code != CommandExit.interrupted ? .runs : .done(code)
  }

  private func run(
    _ share: PointShare, of notebooks: [ReadNotebook], _ manner: NotebookRun.Manner, _ messages: MessageReporter
  ) -> Int32 {
    guard let store else {
      messages.say(
        .error, "--points keeps what comes of the points, and there is no folder for that; --store names one")
      return CommandExit.usage
    }
    return notebooks.map { notebook in
      guard let planned = notebook.planned else { return CommandExit.usage }
      return ShareRun(notebook: planned, share: share, store: store, manner: manner).run()
    }.reduce(0, CommandExit.graver)
  }
}

extension [ReadNotebook] {
  /// Whether one of them sweeps.
  var havePoints: Bool { contains { $0.planned?.plan.points.isEmpty == false } }
}
