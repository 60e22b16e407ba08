import Foundation

/// Where the user's programs keep what can be had again, by the XDG base directory specification.
enum UserCache {
  /// This program's folder there; nil when the user has no folder for such things.
  static func folder(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
    let caches =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.cache" }
    return caches.map { "\($0)/nbrun" }
  }
}
