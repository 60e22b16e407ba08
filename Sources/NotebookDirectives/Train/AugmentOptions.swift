import Datasets
import NotebookPlanning

/// `augment`: by how much images are changed at random.
enum AugmentOptions: NestedOptions {
  static let owner = "'augment'"
  static let summary =
    "Changes every image of a training batch at random, each amount the most there is in either direction."
  static let rotation = DeclaredOption(
    "rotation", .number(0...180, unit: "degrees"), default: 0, "The turn about the middle of the image.",
    examples: OptionExamples(["10", "20"]))
  static let scale = DeclaredOption(
    "scale", .number(0...0.9), default: 0, "The share by which the width and, by itself, the height grows or shrinks.")
  static let shear = DeclaredOption(
    "shear", .number(0...2), default: 0, "How far the top leans over, as a share of the height.")
  static let shift = DeclaredOption(
    "shift", .number(0...1000, unit: "pixels"), default: 0, "The way across and, by itself, down; fractions too.")
  static let elastic = DeclaredOption(
    "elastic", .group(ElasticOptions.self, named: "elastic"),
    "A bending that differs from place to place, as if the paper were of rubber.")
  static let options: [any OptionDeclaration] = [rotation, scale, shear, shift, elastic]
  static let example = [ExampleOption("rotation", "10"), ExampleOption("shift", "2")]

  static func make(_ values: inout OptionValues) -> Augmentation? {
    values.depend(on: "edition", "\(Augmentation.edition)")
    return Augmentation(
      rotation: values[rotation], scale: values[scale], shear: values[shear], shift: values[shift],
      elastic: values[elastic]?.made)
  }
}

/// `elastic`: how images are bent.
enum ElasticOptions: NestedOptions {
  static let owner = "'elastic'"
  static let summary = "Bends images as if the paper were of rubber."
  static let strength = DeclaredOption(
    "strength", .number(0...100, unit: "pixels"), default: 2, "The most that a point is moved.",
    examples: OptionExamples(["1", "2"]))
  static let smoothness = DeclaredOption(
    "smoothness", .number(2...1000, unit: "pixels"), default: 7, "The distance at which points move independently.",
    examples: OptionExamples(["4", "7"]))
  static let options: [any OptionDeclaration] = [strength, smoothness]
  static let example = [ExampleOption("strength", "2"), ExampleOption("smoothness", "4")]

  static func make(_ values: inout OptionValues) -> Augmentation.Elastic? {
    Augmentation.Elastic(strength: values[strength], smoothness: values[smoothness])
  }
}
