import Foundation
import RecurrentEngine
import Testing

/// The engine's own functions against the system's in Double.
@Suite struct ElementaryFunctionTests {
  typealias LanesFunction = @Sendable (Lanes) -> Lanes

  /// 400,000 points from -100 to 100, three quarters of them in [-10, 10], in ascending order.
  static let sweep: [Float] = {
    let inner = (-150_000...150_000).map { Float($0) / 15_000 }
    let outer = (1...50_000).map { 10 + 90 * Float($0) / 50_000 }
    return outer.reversed().map { -$0 } + inner + outer
  }()

  private func values(_ function: (Lanes) -> Lanes, _ arguments: [Float]) -> [Float] {
    stride(from: 0, to: arguments.count, by: 16).flatMap { start in
      var lanes = Lanes()
      let used = min(16, arguments.count - start)
      for lane in 0..<used { lanes[lane] = arguments[start + lane] }
      let results = function(lanes)
      return (0..<used).map { results[$0] }
    }
  }

  @Test func computesTanhWithin4e7() {
    let results = values(ElementaryFunctions.tanh, Self.sweep)
    for (x, y) in zip(Self.sweep, results) where abs(Double(y) - tanh(Double(x))) > 4e-7 {
      Issue.record("tanh(\(x)) is \(y)")
      break
    }
  }

  @Test func keepsTheRightDigitsOfSmallTanhs() {
    let arguments = (0..<60).map { Float(sign: .plus, exponent: -$0, significand: 1.3) }
    for (x, y) in zip(arguments, values(ElementaryFunctions.tanh, arguments)) {
      #expect(abs(Double(y) / tanh(Double(x)) - 1) < 5e-7, "tanh(\(x)) is \(y)")
    }
  }

  @Test func computesSigmoidWithin2e7() {
    let results = values(ElementaryFunctions.sigmoid, Self.sweep)
    for (x, y) in zip(Self.sweep, results) where abs(Double(y) - 1 / (1 + exp(-Double(x)))) > 2e-7 {
      Issue.record("sigmoid(\(x)) is \(y)")
      break
    }
  }

  @Test func computesExpToTwoUnitsInTheLastPlace() {
    let arguments = Self.sweep.filter { $0 > -87 && $0 < 88.7 }
    let results = values(ElementaryFunctions.exp, arguments)
    for (x, y) in zip(arguments, results) where abs(Double(y) - exp(Double(x))) > 2 * Double(y.ulp) {
      Issue.record("exp(\(x)) is \(y)")
      break
    }
  }

  /// Neighbours of the sweep are so close that rounding may swap them, by less than the functions' error.
  @Test func risesUpToRounding() {
    for (function, rounding) in [
      (ElementaryFunctions.tanh as LanesFunction, Float(4e-7)), (ElementaryFunctions.sigmoid, 2e-7),
    ] {
      let results = values(function, Self.sweep)
      #expect(zip(results, results.dropFirst()).allSatisfy { $1 >= $0 - rounding })
      let coarse = values(function, (-400...400).map { Float($0) / 100 })
      #expect(zip(coarse, coarse.dropFirst()).allSatisfy { $1 > $0 })
    }
    let exponentials = values(ElementaryFunctions.exp, Self.sweep)
    #expect(zip(exponentials, exponentials.dropFirst()).allSatisfy { $1 >= $0 })
  }

  @Test func staysInsideItsRange() {
    let arguments = Self.sweep + [.infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, -0.0]
    #expect(values(ElementaryFunctions.tanh, arguments).allSatisfy { (-1...1).contains($0) })
    #expect(values(ElementaryFunctions.sigmoid, arguments).allSatisfy { (0...1).contains($0) })
    #expect(values(ElementaryFunctions.exp, arguments).allSatisfy { $0 >= 0 })
  }

  @Test func isOdd() {
    let negated = values(ElementaryFunctions.tanh, Self.sweep.map { -$0 })
    #expect(values(ElementaryFunctions.tanh, Self.sweep) == negated.map { -$0 })
  }

  @Test func passesNaNOn() {
    let function: [LanesFunction] = [
      ElementaryFunctions.tanh, ElementaryFunctions.sigmoid, ElementaryFunctions.exp,
    ]
    #expect(function.allSatisfy { values($0, [.nan, -.nan]).allSatisfy { $0.isNaN } })
  }

  @Test func knowsTheLimits() {
    #expect(values(ElementaryFunctions.exp, [0, -.infinity, -200, .infinity, 89]) == [1, 0, 0, .infinity, .infinity])
    #expect(values(ElementaryFunctions.tanh, [0, .infinity, -.infinity]) == [0, 1, -1])
    #expect(values(ElementaryFunctions.sigmoid, [0, .infinity, -.infinity]) == [0.5, 1, 0])
  }
}
