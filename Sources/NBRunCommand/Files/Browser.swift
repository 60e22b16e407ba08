import Foundation

/// The user's browser.
enum Browser {
  /// Shows a page; when no browser can be started, says so and goes on.
  static func open(_ path: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdg-open", path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      Console.write("no browser could be started\n", to: .error)
      return
    }
    if process.terminationStatus != 0 { Console.write("no browser could be started\n", to: .error) }
  }
}
