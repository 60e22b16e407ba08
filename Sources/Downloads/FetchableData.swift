package import Datasets

/// Everything that goes by a name and can be fetched.
package enum FetchableData {
  package static let all: [any PublishedData] = KnownDataset.all + KnownText.all

  package static var names: [String] { all.map { $0.name } }

  package static func named(_ name: String) -> (any PublishedData)? { all.first { $0.name == name } }
}
