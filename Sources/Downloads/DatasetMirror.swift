package import Datasets
import Foundation

/// A place on the network that has the files of a data set under the names that they were published by.
package struct DatasetMirror: Sendable, Hashable {
  /// Ends in a slash.
  private let base: String
  package let host: String

  /// A mirror by its address; nil unless that is a web address of a folder.
  package init?(_ address: String) {
    let base = address.hasSuffix("/") ? address : address + "/"
    guard let url = URL(string: base), ["http", "https"].contains(url.scheme?.lowercased() ?? ""),
      let host = url.host(), !host.isEmpty, url.query() == nil, url.fragment() == nil
    else { return nil }
    self.base = base
    self.host = host
  }

  /// The folder of one data set on a mirror that has several.
  package func folder(_ name: String) -> DatasetMirror? { DatasetMirror(base + name) }

  func address(of file: String) -> String { base + file }

  /// Whether one of the mirrors may send on to an address: to a host among them, at its port or from there to https, and from https nowhere else.
  package static func admit(_ mirrors: [DatasetMirror], sendingFrom address: String, to next: String) -> Bool {
    guard let from = URL(string: address), let url = URL(string: next), url.user() == nil, url.password() == nil,
      let origin = url.origin, from.origin?.scheme == origin.scheme || origin.isSecure
    else { return false }
    return mirrors.contains { mirror in
      guard let own = URL(string: mirror.base)?.origin, own.host == origin.host else { return false }
      return own == origin || origin.isSecure && origin.port == Origin.securePort
    }
  }

  /// The public mirrors of a data set that goes by a name, the most reliable first.
  package static func builtIn(for dataset: some PublishedData) -> [DatasetMirror] {
    dataset.mirrors.compactMap { DatasetMirror($0) }
  }
}

/// Whom an address asks, and how.
private struct Origin: Equatable {
  static let securePort = 443

  let scheme: String
  let host: String
  let port: Int

  var isSecure: Bool { scheme == "https" }
}

extension URL {
  fileprivate var origin: Origin? {
    guard let scheme = scheme?.lowercased(), ["http", "https"].contains(scheme), let host = host()?.lowercased()
    else { return nil }
    return Origin(scheme: scheme, host: host, port: port ?? (scheme == "https" ? Origin.securePort : 80))
  }
}
