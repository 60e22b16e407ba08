/// A whole IDX file of images in memory.
struct IDXImages: Sendable {
  let header: IDXHeader
  let pixels: PixelStore
  /// The SHA-256 of the uncompressed file, header included.
  let digest: [UInt8]
}

/// A whole IDX file of labels in memory.
struct IDXLabels: Sendable {
  let header: IDXHeader
  let labels: [UInt8]
  /// The SHA-256 of the uncompressed file, header included.
  let digest: [UInt8]
}
