import Datasets

/// What was found in data files, kept beside the results, so that a file is read once for as long as it does not change.
struct StoredFindings: FindingsStore {
  let folder: StoreFolder

  func findings<Findings: Codable>(_ type: Findings.Type, under key: String) -> Findings? {
    (try? folder.read(entry(key), as: type)) ?? nil
  }

  func keep(_ findings: some Codable, under key: String) { try? folder.write(findings, as: entry(key)) }

  private func entry(_ key: String) -> StoreEntry { StoreEntry(.data, key) }
}
