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
  ///
  /// Contents are verified wherever they come from, so an address without TLS at the end of a list can do no harm.
  package static func builtIn(for name: String) -> [DatasetMirror] {
    let addresses: [String] =
      switch name {
      case "mnist":
        ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"]
      case "fashion-mnist":
        [
          "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
          "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
          "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ]
      case "kmnist":
        ["https://codh.rois.ac.jp/kmnist/dataset/kmnist/", "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"]
      default: []
      }
    return addresses.compactMap { DatasetMirror($0) }
  }
}
