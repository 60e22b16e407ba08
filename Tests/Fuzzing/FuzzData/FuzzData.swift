import Datasets
import FuzzSupport
import Weights

/// Any bytes as a file of data, plain or packed: read or refused, in little memory, and what is known of it agrees with what is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let (form, isPacked) = (input.whole(below: 6), input.whole(below: 2) == 1)
  let ending = isPacked ? ".gz" : ""
  let bytes = isPacked && input.whole(below: 4) > 0 ? StoredGzip.member(input.rest) : input.rest
  switch form {
  case 0: check(images: bytes, in: idx, "train-images-idx3-ubyte", ending)
  case 1: check(images: bytes, in: idx, "train-labels-idx1-ubyte", ending)
  case 2: check(images: bytes, in: tables, "train.csv", ending)
  case 3: check(text: bytes, "text.txt\(ending)")
  case 4: check(table: bytes, "table.csv\(ending)")
  default: check(weights: bytes)
  }
  return 0
}

/// Reads a data set of which one file is these bytes.
private func check(images bytes: [UInt8], in folder: FuzzFolder, _ name: String, _ ending: String) {
  let other = ending.isEmpty ? ".gz" : ""
  let usual = folder.path == tables.path ? table : name.contains("images") ? images : labels
  folder.write(nil, to: "\(name)\(other)")
  folder.write(bytes, to: "\(name)\(ending)")
  defer {
    folder.write(nil, to: "\(name)\(ending)")
    folder.write(usual, to: name)
  }
  do throws(DatasetError) {
    let location = try DatasetLocation.folder(folder.path)
    let promised = try location.promisedBytes()
    let memory = DataMemory(room: 0)
    let findings = try memory.findings(of: location)
    let dataset = try memory.contents(of: location, threads: 1)
    let (train, test) = (dataset.train, dataset.test)
    precondition(promised ?? .max >= train.bytes + test.bytes, "no more than was promised")
    precondition(findings.digest == dataset.digest && findings.header.trainCount == train.count)
    precondition(findings.header.shape == train.shape && train.shape == test.shape)
    let labels = (0..<train.count).map { train.label(at: $0) }
    let stray = findings.strayLabel(classes: 2, train: train.count, test: 0)
    precondition(stray?.image == labels.firstIndex { $0 >= 2 })
    precondition(train.pixels(of: train.count - 1).count == train.shape.pixels)
    train.withNumbers(of: 0) { numbers in precondition(numbers.indices.allSatisfy { numbers[$0].isFinite }) }
  } catch {
    check(error, in: folder)
  }
}

private func check(text bytes: [UInt8], _ name: String) {
  texts.write(bytes, to: name)
  defer { texts.write(nil, to: name) }
  do throws(DatasetError) {
    let text = try TextFile(path: "\(texts.path)/\(name)").read()
    let read = text.vocabulary.text(of: text.tokens.map { Int($0) })
    precondition(read.unicodeScalars.count == text.count && text.count > 0)
    if !name.hasSuffix(".gz") { precondition(Array(read.utf8) == bytes, "every character is itself") }
  } catch {
    check(error, in: texts)
  }
}

private func check(table bytes: [UInt8], _ name: String) {
  texts.write(bytes, to: name)
  defer { texts.write(nil, to: name) }
  do throws(DatasetError) {
    let table = try NumberTableFile(path: "\(texts.path)/\(name)").read(threads: 1)
    let findings = table.findings
    precondition(findings.lines > 0 && findings.columns > 0)
    let columns = (0..<findings.columns).filter { findings.strays[$0] == nil }
    precondition(columns.allSatisfy { table.numbers(of: $0).count == findings.lines }, "a column is whole or spoilt")
    guard let column = columns.first else { return }
    let series = NumberSeries(table, inputs: [column], targets: [column], scaledBy: 0..<(findings.lines + 1) / 2)
    let examples = SeriesExamples(
      series, SeriesWindows(steps: 2, ahead: 1, told: .once), part: 0..<findings.lines)
    precondition(examples.count == max(0, findings.lines - 2))
    for index in 0..<min(examples.count, 50) {
      precondition(examples.numbers(of: index, at: 0).allSatisfy(\.isFinite))
    }
  } catch {
    check(error, in: texts)
  }
}

/// Reads bytes as a file of weights, of which what is right is written as it was read.
private func check(weights bytes: [UInt8]) {
  do throws(SafetensorsProblem) {
    let file = try SafetensorsFile(bytes)
    let values = file.tensors.map { file.values(of: $0) }
    precondition(file.tensors.reduce(0) { $0 + $1.bytes.count } < bytes.count, "no more than there is")
    let tensors = zip(file.tensors, values).compactMap { info, values in
      values.map { Tensor(name: info.name, shape: info.shape, values: $0) }
    }
    let written = SafetensorsFile.bytes(of: tensors, metadata: file.metadata)
    let again = try SafetensorsFile(written)
    precondition(again.metadata == file.metadata && again.tensors.count == tensors.count, "what is written is read")
    precondition(
      SafetensorsFile.bytes(
        of: again.tensors.compactMap { info in
          again.values(of: info).map { Tensor(name: info.name, shape: info.shape, values: $0) }
        }, metadata: again.metadata) == written, "the same tensors give the same bytes")
  } catch {
    precondition(error.description.utf8.count < 2000, "in few words")
  }
}

private func check(_ error: DatasetError, in folder: FuzzFolder) {
  precondition(error.file.hasPrefix(folder.path), "the file is named")
  precondition(error.description.utf8.count < 1000, "in few words")
}

private let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3] + Array(0..<18)
private let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 2]
private let table = Array("0,1,2,3,4\n1,2,3,4,5\n2,3,4,5,6\n".utf8)

private let idx: FuzzFolder = {
  let folder = FuzzFolder("idx")
  folder.write(images, to: "train-images-idx3-ubyte")
  folder.write(labels, to: "train-labels-idx1-ubyte")
  folder.write(images, to: "t10k-images-idx3-ubyte")
  folder.write(labels, to: "t10k-labels-idx1-ubyte")
  return folder
}()

private let tables: FuzzFolder = {
  let folder = FuzzFolder("tables")
  folder.write(table, to: "train.csv")
  folder.write(table, to: "test.csv")
  return folder
}()

private let texts = FuzzFolder("texts")
