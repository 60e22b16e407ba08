import ArgumentParser
import Downloads
import Foundation

/// Which mirror is asked for data sets.
struct MirrorOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fetch data sets from this address instead of the public mirrors; NBRUN_MIRROR does the same.", valueName: "url"))
  var mirror: String?

  func validate() throws {
    if let address, DatasetMirror(address) == nil {
      throw ValidationError(
        "a mirror is the address of a folder, such as https://school.example/data, not '\(address)'")
    }
  }

  /// What was asked for; nil stands for the public mirrors.
  var chosen: DatasetMirror? { address.flatMap { DatasetMirror($0) } }

  private var address: String? {
    mirror ?? ProcessInfo.processInfo.environment["NBRUN_MIRROR"].flatMap { $0.isEmpty ? nil : $0 }
  }
}
