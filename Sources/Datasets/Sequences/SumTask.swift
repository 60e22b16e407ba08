/// Sums digit by digit: two numbers are read, as `47+5=`, and the digits of their sum told after them.
///
/// With n digits at most, an example has 3·n + 3 time steps, and blanks before the numbers where they are shorter; how many digits each
/// number has is drawn first. Blanks are to be told until the sum begins and after it has ended.
package enum SumTask: TokenTask {
  package static let name = "sums"
  package static let edition = "9ad14e17"
  package static let signs = Array(".0123456789+=")
  package static let toldSigns = Array(".0123456789")
  package static let fewestSteps = 6

  /// A sum of two numbers of so many digits is a whole number of the machine.
  private static let mostDigits = 17

  package static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedTokens {
    let most = min(steps / 3 - 1, mostDigits)
    let numbers = (0..<2).map { _ in number(of: stream.whole(in: 1..<most + 1), from: &stream) }
    let question = tokens("\(numbers[0])+\(numbers[1])=")
    let answer = tokens("\(numbers[0] + numbers[1])")
    let behind = most + 1
    let before = steps - behind - question.count
    return GeneratedTokens(
      inputs: blanks(before) + question + blanks(behind),
      targets: blanks(steps - behind) + answer + blanks(behind - answer.count))
  }

  /// A number of so many digits, of which the first is no zero unless it is the only one.
  private static func number(of digits: Int, from stream: inout SequenceStream) -> Int {
    (0..<digits).reduce(0) { number, place in
      10 * number + stream.whole(in: (place == 0 && digits > 1 ? 1 : 0)..<10)
    }
  }

  private static func tokens(_ text: String) -> [UInt8] {
    text.compactMap { sign in signs.firstIndex(of: sign).map { UInt8($0) } }
  }

  private static func blanks(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
