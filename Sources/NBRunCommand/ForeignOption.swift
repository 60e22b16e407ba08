/// Options that people bring from elsewhere, and what they are called here.
enum ForeignOption {
  private static let hints: [(names: Set<String>, hint: String)] = [
    (
      ["--param", "--params", "--parameter", "--parameters", "--set", "--var", "-D", "-P"],
      "a parameter of the notebook is given with -p NAME=VALUE"
    ),
    (
      ["--steps", "--epochs", "--batch", "--batch-size", "--lr", "--learning-rate", "--units"],
      "what a notebook has as a parameter is given with -p, as in -p steps=100; --step goes one cell at a time"
    ),
    (["--watch", "-w"], "'nbrun watch FILE.md' runs what changes with each save and shows the page"),
    (["--debug", "--interactive", "-i"], "--step goes one cell at a time"),
    (["--out", "--out-dir", "--output-dir", "--outdir"], "-o names the folder or the file of the page"),
    (["--jobs", "-j", "--cores", "--workers"], "--threads says among how many threads the work is shared"),
    (["--no-store", "--force", "-f", "--fresh", "--rerun"], "--no-cache runs every cell"),
    (["--quiet", "-q", "--silent"], "--progress none says nothing on the way"),
    (["--timeout", "--limit"], "--time-limit says how long a run may take"),
    (["--json"], "--results FILE.json tells programs what a run came to, --progress json what it does"),
  ]

  /// What to write instead of an option that is not known; nil when it is no word from elsewhere.
  static func hint(_ option: String) -> String? {
    hints.first { $0.names.contains(option) }?.hint
  }

  /// The option that a parser's message calls unknown.
  static func unknownOption(in message: String) -> String? {
    guard let match = message.firstMatch(of: /Unknown option '(-[^'=]*)/) else { return nil }
    return String(match.1)
  }
}
