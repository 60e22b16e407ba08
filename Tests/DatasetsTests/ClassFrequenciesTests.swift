import Datasets
import Testing

@Suite struct ClassFrequenciesTests {
  @Test func guessesTheClassThatWasSeenMost() {
    #expect(ClassFrequencies([1, 5, 5, 2]).mostFrequent == 1)
    #expect(ClassFrequencies([1, 5, 5, 2]).accuracy(of: [1, 3, 4, 2]) == 0.3)
    #expect(ClassFrequencies([]).mostFrequent == 0)
  }

  /// As many of each as of any other is log K nats; the first of three quarters and a quarter is its own entropy.
  @Test func hasTheCrossEntropyOfWhatWasSeenOnceMore() {
    #expect(abs(ClassFrequencies([4, 4]).crossEntropy(of: [1, 7]) - 0.693_147_180_559_945) < 1e-14)
    #expect(abs(ClassFrequencies([5, 1]).crossEntropy(of: [3, 1]) - 0.562_335_144_618_808) < 1e-14)
  }

  @Test func isFiniteForWhatWasNeverSeen() {
    #expect(abs(ClassFrequencies([2, 0]).crossEntropy(of: [0, 1]) - 1.386_294_361_119_890_6) < 1e-14)
    #expect(ClassFrequencies([2, 0]).crossEntropy(of: [0, 0]) == 0)
  }
}
