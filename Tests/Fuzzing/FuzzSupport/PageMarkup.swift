/// What holds for the markup of any page: it runs nothing, loads nothing and carries no control characters.
package enum PageMarkup {
  private static let forbidden: Set<String> = [
    "script", "link", "iframe", "frame", "object", "embed", "img", "base", "form", "button", "use", "image",
    "template", "semantics", "annotation", "maction", "mglyph", "malignmark", "foreignobject", "audio", "video",
    "source", "track", "portal", "svg:script", "animate", "set",
  ]
  private static let loading: Set<String> = [
    "src", "srcset", "style", "xlink:href", "action", "formaction", "data", "poster", "background", "srcdoc", "ping",
  ]

  /// Stops the process at the first thing that may not be there.
  package static func check(_ page: String) {
    let bytes = Array(page.utf8)
    checkControls(bytes)
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = tagEnd(bytes[start...]) else { preconditionFailure("a tag that does not end") }
      check(tag: Substring(decoding: bytes[start + 1..<end], as: UTF8.self))
      place = end + 1
    }
  }

  /// Of control characters a page has line ends and tabs alone, in one byte as in two.
  private static func checkControls(_ bytes: [UInt8]) {
    var last: UInt8 = 0
    for byte in bytes {
      let isControl = byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || last == 0xC2 && byte < 0xA0
      precondition(!isControl, "a control character on the page: \(byte)")
      last = byte
    }
  }

  /// The end of a tag, quoted values passed over.
  private static func tagEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    return bytes.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ">") && !isQuoted
    }
  }

  private static func check(tag: Substring) {
    if tag.hasPrefix("!") || tag.hasPrefix("/") { return }
    let name = tag.prefix { $0.isLetter || $0.isNumber }.lowercased()
    precondition(!name.isEmpty && !forbidden.contains(name), "the tag <\(name)>")
    var rest = tag.dropFirst(name.count)
    while let sign = rest.firstIndex(of: "=") {
      let attribute = rest[..<sign].split(separator: " ").last.map { $0.lowercased() } ?? ""
      precondition(!loading.contains(attribute) && !attribute.hasPrefix("on"), "the attribute \(attribute)")
      let value = rest[sign...].dropFirst(2).prefix { $0 != "\"" }
      if attribute == "href" { check(link: value.lowercased()) }
      rest = rest[value.endIndex...].dropFirst()
    }
  }

  private static func check(link: String) {
    let scheme = link.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard link.dropFirst(scheme.count).hasPrefix(":") else { return }
    // What libcmark's safe mode refuses; of what is no scheme at all, such as `ht|tp`, a browser makes a relative address.
    precondition(!["javascript", "vbscript", "file", "data"].contains(scheme), "a link of the scheme \(scheme)")
  }
}
