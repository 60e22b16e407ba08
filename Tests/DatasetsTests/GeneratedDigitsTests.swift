import Datasets
import Testing

@Suite struct GeneratedDigitsTests {
  private let digits = GeneratedDigits.dataset(train: 500, test: 100, seed: 1, threads: 2)

  /// Other bytes are another result of every notebook that draws these digits, and have to be another edition.
  @Test func drawsTheSameBytesEverywhere() {
    let all = GeneratedDigits.dataset(train: 60_000, test: 10_000, seed: 1, threads: 2)
    #expect(all.digest == "93e4e99b5af48edb8b9ef535d5493df7db9de4da77f6aa52b4450cf56e739143")
    #expect(all.digest.hasPrefix(GeneratedDigits.edition))
  }

  @Test(arguments: [1, 3, 8])
  func drawsTheSameBytesWithAnyNumberOfThreads(threads: Int) {
    #expect(GeneratedDigits.dataset(train: 500, test: 100, seed: 1, threads: threads).digest == digits.digest)
  }

  @Test func drawsEachImageFromSeedSplitAndPlaceAlone() {
    for index in [0, 255, 256, 499] {
      let digit = GeneratedDigits.digit(index, of: .train, seed: 1)
      #expect(digit.pixels == digits.train.pixels(of: index))
      #expect(digit.label == digits.train.label(at: index))
    }
    let first = GeneratedDigits.digit(0, of: .train, seed: 1).pixels
    #expect(first != GeneratedDigits.digit(0, of: .test, seed: 1).pixels)
    #expect(first != GeneratedDigits.digit(0, of: .train, seed: 2).pixels)
    #expect(first != GeneratedDigits.digit(1, of: .train, seed: 1).pixels)
  }

  @Test func drawsEveryDigitAboutEquallyOften() {
    let counts = GeneratedDigits.dataset(train: 5000, test: 0, seed: 3, threads: 2).train.labelCounts
    #expect(counts.count == 10)
    #expect(counts.allSatisfy { 400...600 ~= $0 }, "counts of the digits: \(counts)")
  }

  /// MNIST's geometry: the longer side fills 20 pixels, and the centre of mass lies in pixel (14, 14).
  @Test func fitsDigitsLikeMNIST() {
    for index in 0..<digits.train.count {
      let pixels = digits.train.pixels(of: index)
      let inked = pixels.indices.filter { pixels[$0] > 0 }
      let (rows, columns) = (inked.map { $0 / 28 }, inked.map { $0 % 28 })
      let height = (rows.max() ?? 0) - (rows.min() ?? 0) + 1
      let width = (columns.max() ?? 0) - (columns.min() ?? 0) + 1
      #expect(19...21 ~= max(height, width), "image \(index) is \(width) wide and \(height) high")

      let mass = inked.reduce(0) { $0 + Int(pixels[$1]) }
      let row = Double(inked.reduce(0) { $0 + Int(pixels[$1]) * ($1 / 28) }) / Double(mass)
      let column = Double(inked.reduce(0) { $0 + Int(pixels[$1]) * ($1 % 28) }) / Double(mass)
      #expect(abs(row - 14) < 0.52 && abs(column - 14) < 0.52, "image \(index) has its mass at \(row), \(column)")
    }
  }

  /// Twos and threes are written in one stroke, which never falls apart by itself.
  @Test func breaksTheLineOfAFewDigits() {
    let images = GeneratedDigits.dataset(train: 10_000, test: 0, seed: 1, threads: 2).train
    let inOneStroke = (0..<images.count).filter { [2, 3].contains(images.label(at: $0)) }
    let broken = inOneStroke.count { pieces(of: images.pixels(of: $0)) > 1 }
    #expect(0.005...0.04 ~= Double(broken) / Double(inOneStroke.count), "\(broken) of \(inOneStroke.count) are broken")
  }

  /// How many areas of dark pixels touch neither at a side nor at a corner.
  private func pieces(of pixels: some Collection<UInt8>) -> Int {
    var dark = Set(pixels.enumerated().filter { $0.element > 100 }.map(\.offset))
    var pieces = 0
    while let first = dark.popFirst() {
      pieces += 1
      var border = [first]
      while let pixel = border.popLast() {
        for step in [-29, -28, -27, -1, 1, 27, 28, 29] {
          if let next = dark.remove(pixel + step) { border.append(next) }
        }
      }
    }
    return pieces
  }

  @Test func givesUpWhenAskedTo() {
    var looks = 0
    let drawn = GeneratedDigits.dataset(train: 20_000, test: 0, seed: 1, threads: 2) {
      looks += 1
      return looks == 3
    }
    if drawn != nil { Issue.record("half a data set is none") }
    #expect(looks == 3, "it is asked again and again, and at once believed")
  }
}

extension GeneratedDigits {
  /// Draws a data set that nobody gives up.
  static func dataset(train: Int, test: Int, seed: UInt64, threads: Int) -> ImageDataset {
    guard let drawn = dataset(train: train, test: test, seed: seed, threads: threads, isCancelled: { false }) else {
      preconditionFailure("digits are drawn unless somebody gives up")
    }
    return drawn
  }
}
