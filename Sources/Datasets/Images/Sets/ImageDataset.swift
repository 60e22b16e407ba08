/// A data set as it came: all training images and the test images, in the order of the files.
package struct ImageDataset: Sendable {
  /// `mnist`, `digits` or the name of the folder.
  package let name: String
  package let classes: Int
  package let train: ImageSet
  package let test: ImageSet
  /// What names the contents, in hexadecimal: equal for equal shapes, pixels and labels, however the files were packed.
  ///
  /// It is the SHA-256 of four SHA-256 digests, one after the other: those of the training images, training labels, test images and
  /// test labels, each as an uncompressed IDX file (what `sha256sum` says of the four files).
  package let digest: String
  /// The four digests that it is made of.
  let fileDigests: [[UInt8]]

  package init(name: String, train: ImageSet, test: ImageSet) {
    let (trainDigests, testDigests) = (train.contentDigests, test.contentDigests)
    self.init(
      name: name, train: train, test: test,
      fileDigests: [trainDigests.images, trainDigests.labels, testDigests.images, testDigests.labels])
  }

  /// Makes a data set whose four files have been digested while they were read.
  init(name: String, train: ImageSet, test: ImageSet, fileDigests: [[UInt8]]) {
    precondition(train.shape == test.shape, "training and test images have one shape")
    precondition(train.classes == test.classes, "training and test images have the same classes")
    self.name = name
    self.classes = train.classes
    self.train = train
    self.test = test
    self.fileDigests = fileDigests
    digest = SHA256.hex(of: Array(fileDigests.joined()))
  }
}
