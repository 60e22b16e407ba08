/// A whole IDX file in memory.
struct IDXContents: Sendable {
  let header: IDXHeader
  let payload: [UInt8]
  /// The SHA-256 of the uncompressed file, header included.
  let digest: [UInt8]
}
