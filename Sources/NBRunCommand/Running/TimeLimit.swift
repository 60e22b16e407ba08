import ArgumentParser

/// How long a run may take, as a user writes it: `90`, `90s`, `15m` or `2h`.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration
  let text: String

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    let number = unit == nil ? argument : String(argument.dropLast())
    guard let count = Double(number), count > 0, case let seconds = count * (unit ?? 1), seconds <= Self.longest else {
      return nil
    }
    duration = .seconds(seconds)
    text = argument
  }

  /// A year of seconds.
  private static let longest = 31_536_000.0
}
