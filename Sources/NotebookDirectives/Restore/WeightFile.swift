import Datasets
import Weights

/// A file of weights, found but not read.
struct WeightFile: Sendable, Hashable {
  let path: String

  /// No file is larger.
  static let largestSize = 1 << 30
}

/// What is known of a file of weights once it has been read: everything but the numbers.
struct WeightFindings: DataFindings, Hashable {
  let tensors: [TensorInfo]
  let metadata: [String: String]
  /// The SHA-256 of the file, in hexadecimal.
  let digest: String

  var arePossible: Bool {
    tensors.allSatisfy { tensor in
      let count = tensor.shape.reduce(1.0) { $0 * Double($1) }
      return tensor.shape.allSatisfy(Self.possibleCounts.contains) && count <= Double(WeightFile.largestSize)
    }
  }
}

extension WeightFile: FiledData {
  /// A file with its digest.
  struct Contents: Sendable {
    let file: SafetensorsFile
    let digest: String
  }

  var filePaths: [String] { [path] }

  var reading: String { "safetensors 1" }

  func read(threads: Int) throws(DatasetError) -> Contents {
    let bytes = try FileBytes.read(path, atMost: Self.largestSize)
    do throws(SafetensorsProblem) {
      return Contents(file: try SafetensorsFile(bytes), digest: SHA256.hex(of: bytes))
    } catch {
      throw DatasetError(file: path, problem: error, offset: nil)
    }
  }

  func findings(in contents: Contents) -> WeightFindings {
    WeightFindings(tensors: contents.file.tensors, metadata: contents.file.metadata, digest: contents.digest)
  }

  func bytes(of contents: Contents) -> Int { contents.file.size }
}

extension SafetensorsProblem: DatasetProblem {}
