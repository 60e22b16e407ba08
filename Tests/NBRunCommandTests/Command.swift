import Foundation
import TestSupport

/// The built command, run as a process of its own in a folder of the test's own.
struct Command {
  let folder: TemporaryFolder
  /// Where it fetches data sets: by default where nobody answers.
  var mirror = "http://127.0.0.1:1"
  /// Whether it runs as somebody who may not do what root may.
  var isUnprivileged = false
  /// Variables that it sees besides.
  var environment: [String: String] = [:]

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A small notebook that trains; its cells take a fraction of a second.
  static let notebook = """
    ---
    title: A small notebook
    params: {steps: 6}
    ---
    ```{load}
    label: digits
    dataset: digits
    train: 60
    test: 20
    ```
    ```{build}
    label: net
    caption: The network
    layers:
      - lstm: {units: 4}
      - dense: {units: 10}
    ```
    ```{train}
    label: fit
    steps: $steps
    batch: 10
    report: {batch_accuracy: every 2 steps}
    ```
    ```{evaluate}
    label: test
    on: digits.test
    ```
    It reads {{test.accuracy}} after {{params.steps}} steps.

    """

  /// One whose second cell fails: the loss is soon not a number.
  static let failing = notebook.replacing("lstm: {units: 4}", with: "dense: {units: 8}").replacing(
    "batch: 10", with: "batch: 10\noptimizer: {sgd: {learning_rate: 1e6}}"
  ).replacing("steps: 6", with: "steps: 200").replacing(
    "- dense: {units: 10}", with: "- dense: {units: 64, initial: {normal: {stddev: 1000}}}\n  - dense: {units: 10}")

  /// One whose expectation is missed.
  static let missing = notebook.replacing("on: digits.test", with: "on: digits.test\nexpect: test.images == 21")

  /// What a run of the command left.
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the command to its end.
  func run(_ arguments: String..., input: String = "") throws -> Result {
    let process = try start(arguments, input: input)
    return try finish(process)
  }

  /// Starts the command; its streams go to files of the folder's `streams`, or what it says to `output`.
  func start(
    _ arguments: [String], input: String = "", output: FileHandle? = nil, keyboard: FileHandle? = nil,
    under launcher: [String] = []
  ) throws -> Process {
    let process = Process()
    let isOther = isUnprivileged && geteuid() == 0
    let launcher = launcher + (isOther ? [Self.setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"] : [])
    process.executableURL = launcher.isEmpty ? Self.executable : URL(filePath: "/usr/bin/env")
    process.arguments =
      launcher.isEmpty ? arguments : launcher + [Self.executable.path(percentEncoded: false)] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path, directoryHint: .isDirectory)
    // What a sanitizer is told holds for the command too.
    let inherited = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = inherited.merging(environment) { $1 }
      .merging(["HOME": folder.path("home"), "NBRUN_MIRROR": mirror]) { $1 }
    try folder.write(input, to: "streams/input")
    try folder.write("", to: "streams/output")
    try folder.write("", to: "streams/error")
    process.standardInput = keyboard ?? FileHandle(forReadingAtPath: folder.path("streams/input"))
    process.standardOutput = output ?? FileHandle(forWritingAtPath: folder.path("streams/output"))
    process.standardError = FileHandle(forWritingAtPath: folder.path("streams/error"))
    // With no signal held back, as a shell starts it: a thread that runs tests holds back most.
    var (none, held) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &held)
    defer { pthread_sigmask(SIG_SETMASK, &held, nil) }
    try process.run()
    return process
  }

  /// What ends a command from outside that should have ended, so that its test fails instead of waiting.
  static let mayHang = ["timeout", "--signal=KILL", "120"]

  /// Starts a training that is to be broken off, and waits until it is under way; what nobody breaks off says after two minutes that its
  /// time is over.
  func startEndlessTraining(under launcher: [String] = []) throws -> Process {
    try folder.write(Self.notebook, to: "small.md")
    let process = try start(
      ["small.md", "-p", "steps=399998", "--time-limit", "2m", "--progress", "json"], under: launcher)
    // Blocks its thread, so that no other test keeps it from seeing the first step.
    while process.isRunning, try !folder.text(of: "streams/error").contains("\"progress\"") { usleep(5000) }
    return process
  }

  /// Waits for the command's end.
  func finish(_ process: Process) throws -> Result {
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try folder.text(of: "streams/output"), error: try folder.text(of: "streams/error"))
  }

  /// Everything in the folder but the streams and the user's home, in which results are kept between runs.
  func files() throws -> [String] {
    try folder.contents().filter { !$0.hasPrefix("streams") && $0.split(separator: "/").first != "home" }
  }

  /// Where results are kept between runs.
  static let store = "home/.cache/nbrun/results"

  /// The names of the results that are kept.
  func stored() throws -> [String] {
    try folder.contents().filter { $0.hasPrefix("\(Self.store)/") }
  }

  private static let setpriv = "/usr/bin/setpriv"
  static let canLosePrivileges = geteuid() != 0 || access(setpriv, X_OK) == 0

  /// It lies beside the test bundle.
  private static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "nbrun")
}
