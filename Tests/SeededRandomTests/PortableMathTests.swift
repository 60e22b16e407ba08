import Foundation
import SeededRandom
import Testing

@Suite struct PortableMathTests {
  @Test(arguments: [1e-300, 1e-9, 0.3, 0.7071, 0.99999, 1.0, 1.5, 2.718281828, 1e12])
  func agreesWithTheSystemLogarithm(x: Double) {
    #expect(abs(PortableMath.log(x) - log(x)) <= 4e-16 * max(1, abs(log(x))))
  }

  @Test(arguments: [-699.0, -20, -1, -1e-9, 0, 0.3, 1, 5.5, 300])
  func agreesWithTheSystemExponential(x: Double) {
    #expect(abs(PortableMath.exp(x) / exp(x) - 1) < 1e-15)
  }

  @Test(arguments: [-100.0, -3.2, -1.6, -0.1, 0, 0.5, 0.7853, 1.5707, 3.0, 4.5, 6.3, 1000])
  func agreesWithTheSystemSineAndCosine(x: Double) {
    let (sine, cosine) = PortableMath.sineCosine(x)
    #expect(abs(sine - sin(x)) < 2e-13)
    #expect(abs(cosine - cos(x)) < 2e-13)
  }
}
