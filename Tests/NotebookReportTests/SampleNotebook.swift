import NotebookResults
import NotebookSyntax

/// The notebook of the sample runs as it stands before the first cell.
extension SampleRun {
  static let header = header(charts: .text)

  static func header(charts: ChartForm, sources: SourceForm = .open, language: String = "en") -> RunHeader {
    RunHeader(
      title: "Reading digits row by row", language: language,
      article: RunHeader.Article(title: "Recurrent networks by example", author: "A. Writer", date: "2018-06-01"),
      charts: charts, sources: sources,
      notebookName: "rows.md", notebookDigest: String(repeating: "c2", count: 32), seed: 1,
      parameters: [
        RunHeader.ParameterSetting(name: "steps", value: "782", replacedDefault: "1500"),
        RunHeader.ParameterSetting(name: "rate", value: "1e-3", replacedDefault: nil),
      ],
      sections: sections, version: "1.0")
  }

  static let sections: [RunHeader.Section] = [
    heading(1, "Reading digits row by row"),
    prose("<p>An image is 28 rows of 28 pixels.</p>\n"),
    heading(2, "The data"),
    cell(0, "load", "mnist", "dataset: mnist\nfallback: digits", line: 8),
    heading(2, "The network"),
    cell(1, "build", "net", "layers:\n  - dense: {units: 128}\n  - lstm: {units: 128}  # the memory", line: 14),
    heading(2, "Training & testing"),
    cell(2, "train", "fit", "steps: $steps\n# one epoch\nbatch: 128", line: 24, caption: "One epoch"),
    cell(3, "evaluate", "test", "on: mnist.test\nexpect: test.accuracy >= 0.945", line: 40),
    .prose(
      ProseBlock(
        kind: .other,
        pieces: [
          .html("<p>After "), reference("params", "steps"), .html(" steps it reads "), reference("test", "accuracy"),
          .html(" of the <a href=\"https://example.org/\">digits ("), reference("mnist", "test"),
          .html(")</a>.</p>\n"),
        ], lines: 46...46)),
    cell(4, "compare", "article", "rows: []", line: 48),
  ]

  static func heading(_ level: Int, _ text: String) -> RunHeader.Section {
    .prose(
      ProseBlock(
        kind: .heading(level: level, text: text),
        pieces: [.html("<h\(level)>\(text.replacing("&", with: "&amp;"))</h\(level)>\n")], lines: 1...1))
  }

  static func prose(_ html: String) -> RunHeader.Section {
    .prose(ProseBlock(kind: .other, pieces: [.html(html)], lines: 1...1))
  }

  static func cell(
    _ index: Int, _ keyword: String, _ label: String, _ source: String, line: Int, caption: String? = nil
  ) -> RunHeader.Section {
    .cell(
      RunHeader.CellHeader(
        index: index, keyword: keyword, label: label,
        caption: caption.map { Caption.read($0, at: SourcePosition(line: line)).value }, source: source, line: line))
  }

  private static func reference(_ label: String, _ field: String) -> ProsePiece {
    .reference(FieldReference(label: label, field: field, position: SourcePosition(line: 46)))
  }

  static let seven = picture(
    "7",
    [
      "........", ".######.", ".@@@@@@.", "....:@#.", "....#@..", "...:@:..", "...#@...", "...@#...",
    ])

  static let one = picture(
    "1",
    [
      "....#...", "...#@...", "..:@@...", "....@...", "....@...", "....@...", "...:@:..", "...###..",
    ])

  /// A picture of four greys from characters.
  static func picture(_ label: String, _ rows: [String]) -> PictureStrip.Picture {
    let greys: [Character: UInt8] = [".": 0, ":": 90, "#": 170, "@": 255]
    return PictureStrip.Picture(
      rows: rows.count, columns: rows.first?.count ?? 0, pixels: rows.joined().map { greys[$0] ?? 0 }, label: label)
  }
}
