import Foundation
import RecurrentEngine
import Testing

/// The engine's own functions against the system's in Double.
@Suite struct ElementaryFunctionTests {
  /// A function of the engine, the same in Double, and its values.
  struct Function: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lanes: @Sendable (Lanes) -> Lanes
    let reference: @Sendable (Double) -> Double
    let smallestExactValue: Double
    let arguments: [Float]
    let values: [Float]

    /// Tested are, in ascending order, one Float in 60,013 from -infinity to infinity, and the neighbours of the seams: of the
    /// arguments at which the formula changes or the value stops changing.
    init(
      _ name: String, _ lanes: @escaping @Sendable (Lanes) -> Lanes, reference: @escaping @Sendable (Double) -> Double,
      smallestExactValue: Double = -.infinity, seams: [Float]
    ) {
      testDescription = name
      self.lanes = lanes
      self.reference = reference
      self.smallestExactValue = smallestExactValue
      let limit = order(of: .infinity)
      let everywhere = stride(from: -limit, through: limit, by: 60_013)
      let runs = seams.flatMap { max(-limit, order(of: $0) - 150)...min(limit, order(of: $0) + 150) }
      arguments = Set(everywhere).union(runs).sorted().map(float(order:))
      values = Self.values(lanes, arguments)
    }

    func callAsFunction(_ arguments: [Float]) -> [Float] { Self.values(lanes, arguments) }

    private static func values(_ lanes: (Lanes) -> Lanes, _ arguments: [Float]) -> [Float] {
      stride(from: 0, to: arguments.count, by: 16).flatMap { start in
        var argument = Lanes()
        let used = min(16, arguments.count - start)
        for lane in 0..<used { argument[lane] = arguments[start + lane] }
        let results = lanes(argument)
        return (0..<used).map { results[$0] }
      }
    }
  }

  static let exponential = Function(
    "exp", ElementaryFunctions.exp, reference: { exp($0) },
    seams: nearZero + multiplesOfLogTwo(-152...129) + [-.infinity, -104, -87.336_54, 88.722_84, 89, .infinity])

  static let logistic = Function(
    "sigmoid", ElementaryFunctions.sigmoid, reference: { 1 / (1 + exp(-$0)) },
    smallestExactValue: 0x1p-126,
    seams: nearZero + multiplesOfLogTwo(-129...129) + [-.infinity, -89, 16.635_53, 17.328_68, 87, .infinity])

  static let hyperbolicTangent = Function(
    "tanh", ElementaryFunctions.tanh, reference: { tanh($0) },
    seams: nearZero + multiplesOfLogTwo(-60...60).map { $0 / 4 }
      + [0.55, 9.010_913, 10, .infinity].flatMap { [-$0, $0] })

  static let functions = [exponential, logistic, hyperbolicTangent]

  private static let nearZero: [Float] =
    [0]
    + [
      .leastNonzeroMagnitude, .leastNormalMagnitude, 0x1p-63, 0x1p-25, 0x1p-12, 0.125, 0.25,
    ].flatMap { [-$0, $0] }

  private static func multiplesOfLogTwo(_ range: ClosedRange<Int>) -> [Float] {
    range.map { Float(Double($0) * log(2)) }
  }

  @Test(arguments: functions) func isWithinTwoUnitsInTheLastPlace(_ function: Function) {
    for (x, y) in zip(function.arguments, function.values) {
      let exact = function.reference(Double(x))
      let distance = abs(order(of: y) - order(of: Float(exact)))
      if distance > (exact < function.smallestExactValue ? order(of: 0x1p-126) : 2) {
        Issue.record("\(function.testDescription)(\(x)) is \(y), not \(exact)")
        break
      }
    }
  }

  @Test(arguments: functions) func neverFalls(_ function: Function) {
    let values = function.values
    for index in values.indices.dropFirst() where !(values[index - 1] <= values[index]) {
      Issue.record("\(function.testDescription) falls to \(values[index]) at \(function.arguments[index])")
      break
    }
  }

  /// Rounding must not hide that the functions depend on their argument.
  @Test(arguments: functions) func risesBetweenDistantArguments(_ function: Function) {
    let values = function((-400...400).map { Float($0) / 100 })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func staysInsideItsRange() {
    #expect(Self.hyperbolicTangent.values.allSatisfy { (-1...1).contains($0) })
    #expect(Self.logistic.values.allSatisfy { (0...1).contains($0) })
    #expect(Self.exponential.values.allSatisfy { $0 >= 0 })
  }

  @Test func tanhIsOddBitForBit() {
    let tanh = Self.hyperbolicTangent
    let ofNegated = tanh(tanh.arguments.map { -$0 })
    #expect(zip(tanh.values, ofNegated).allSatisfy { $0.bitPattern == (-$1).bitPattern })
  }

  @Test(arguments: functions) func passesNaNOn(_ function: Function) {
    #expect(function([.nan, -.nan, .signalingNaN]).allSatisfy { $0.isNaN })
  }

  @Test func knowsTheLimits() {
    #expect(Self.exponential([0, -0.0, -.infinity, -200, .infinity, 89]) == [1, 1, 0, 0, .infinity, .infinity])
    #expect(Self.hyperbolicTangent([0, .infinity, -.infinity]) == [0, 1, -1])
    #expect(Self.logistic([0, -0.0, .infinity, -.infinity]) == [0.5, 0.5, 1, 0])
  }

  @Test func tanhKeepsTheSignOfZero() {
    #expect(Self.hyperbolicTangent([-0.0, 0]).map(\.sign) == [.minus, .plus])
  }
}

/// The place of a number among all Floats; neighbours differ by one.
private func order(of x: Float) -> Int {
  x.sign == .minus ? -Int(x.magnitude.bitPattern) : Int(x.bitPattern)
}

private func float(order: Int) -> Float {
  order < 0 ? -Float(bitPattern: UInt32(-order)) : Float(bitPattern: UInt32(order))
}
