package import Datasets
import Foundation

/// A place on the network that has the four files of a data set, gzipped, under the names that MNIST gave them.
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

  /// The public mirrors of a data set that goes by a name, the most reliable first.
  package static func builtIn(for dataset: KnownDataset) -> [DatasetMirror] {
    dataset.mirrors.compactMap { DatasetMirror($0) }
  }
}
