import Datasets
import NotebookPlanning

extension RunRanks {
  /// What is wrong with notebooks that are not the same to every rank: another text, other data, or none where a rank does not find them.
  func difference(_ notebooks: [ReadNotebook]) -> String? {
    let all = each(Array(Self.digest(notebooks).utf8))
    return all.firstIndex { $0 != all[0] }.map {
      "rank \($0) of \(all.count) does not read the same notebooks or data as rank 0"
    }
  }

  /// What everything that the ranks do together follows from.
  private static func digest(_ notebooks: [ReadNotebook]) -> String {
    let keys = notebooks.map { $0.planned?.plan.cacheKeys().map(\.digest).joined(separator: " ") ?? "wrong" }
    return SHA256.hex(of: Array(keys.joined(separator: "\n").utf8))
  }
}
