import Foundation

/// The user's browser.
enum Browser {
  /// What to say when there is none.
  static let absence = "no browser could be started"

  /// Shows a page; gives whether a browser could be started.
  static func open(_ path: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdg-open", path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    } catch {
      return false
    }
  }
}
