import Foundation
import Testing

@testable import NotebookReport

/// The colours of lines as the style sheet has them: the light ones, then the dark ones.
@Suite struct ChartInkTests {
  private typealias Page = (name: String, tint: String, inks: Range<Int>)

  private static let pages: [Page] = [("light", "#f3f4f1", 0..<8), ("dark", "#1e2329", 8..<16)]

  @Test(arguments: pages)
  private func standOutAgainstThePage(page: Page) throws {
    let sheet = String(decoding: PackageResources.page_css, as: UTF8.self)
    #expect(sheet.contains("--tint: \(page.tint);"), "what charts lie on")
    let tint = try Colour(page.tint)
    for ink in try colours()[page.inks] { #expect(ink.contrast(to: tint) >= 4.5, "\(page.name) \(ink)") }
  }

  @Test(arguments: pages, [Sight.usual, .protanopia, .deuteranopia, .tritanopia])
  private func differForEveryKindOfSight(page: Page, sight: Sight) throws {
    let seen = try colours()[page.inks].map { $0.seen(with: sight) }
    for (index, first) in seen.enumerated() {
      for second in seen[..<index] {
        let distance = zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        #expect(distance >= 20, "\(page.name) with \(sight)")
      }
    }
  }

  private func colours() throws -> [Colour] {
    let sheet = String(decoding: PackageResources.charts_css, as: UTF8.self)
    let found = sheet.matches(of: #/--k[1-8]: (#[0-9a-f]{6});/#).map { String($0.1) }
    try #require(found.count == 2 * ChartInk.count)
    return try found.map { try Colour($0) }
  }
}

/// The matrices of Machado, Oliveira and Fernandes (2009) for sight that lacks one kind of cones, on linear RGB.
enum Sight: String, CustomTestStringConvertible {
  case usual, protanopia, deuteranopia, tritanopia

  var testDescription: String { rawValue }

  var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// A colour of sRGB in linear light.
private struct Colour {
  let red, green, blue: Double

  init(_ hexadecimal: String) throws {
    let value = try #require(Int(hexadecimal.dropFirst(), radix: 16))
    func linear(_ shift: Int) -> Double {
      let share = Double(value >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    (red, green, blue) = (linear(16), linear(8), linear(0))
  }

  /// By WCAG 2.
  func contrast(to other: Colour) -> Double {
    let sorted = [luminance, other.luminance].sorted()
    return (sorted[1] + 0.05) / (sorted[0] + 0.05)
  }

  private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// Lightness and two axes of CIELAB.
  func seen(with sight: Sight) -> [Double] {
    let light = sight.matrix.map { min(1, max(0, $0[0] * red + $0[1] * green + $0[2] * blue)) }
    func root(_ row: [Double], _ white: Double) -> Double {
      let share = zip(row, light).map { $0 * $1 }.reduce(0, +) / white
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
    }
    let x = root([0.4124, 0.3576, 0.1805], 0.9505)
    let y = root([0.2126, 0.7152, 0.0722], 1)
    let z = root([0.0193, 0.1192, 0.9505], 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
