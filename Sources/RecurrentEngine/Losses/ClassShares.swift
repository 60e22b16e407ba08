/// What an output is to say of K classes: 1 - ε of the target's and besides ε / K of every one's (Szegedy et al.: "Rethinking the Inception
/// architecture for computer vision", 2016).
struct ClassShares {
  /// What is to be said of the target's class.
  let ofTarget: Double
  /// What is to be said of each of the others.
  let ofOthers: Double
  private let classes: Int

  init(classes: Int, smoothing: Double) {
    precondition((0..<1).contains(smoothing), "a share of the labels is smoothed")
    ofOthers = smoothing / Double(classes)
    ofTarget = 1 - smoothing + ofOthers
    self.classes = classes
  }

  /// The classes of which something is to be said.
  func told(_ target: Int) -> Range<Int> { ofOthers > 0 ? 0..<classes : target..<target + 1 }

  /// What is to be said of a class.
  func share(of class: Int, target: Int) -> Double { `class` == target ? ofTarget : ofOthers }
}
