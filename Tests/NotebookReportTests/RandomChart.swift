import NotebookResults

/// A chart that follows from a number.
struct RandomChart {
  let chart: Chart

  init(seed: UInt64) {
    var random = Digits(state: seed)
    let points = Int.random(in: 2...400, using: &random)
    let stride = [1, 10, 25].randomElement(using: &random) ?? 1
    var taken: Set<String> = []
    let series = (0..<Int.random(in: 1...9, using: &random)).map { _ -> ChartSeries in
      let (start, slope) = (Double.random(in: 0.1...2, using: &random), Double.random(in: -1...1, using: &random))
      let noise = [0.0, 0.02, 1.0].randomElement(using: &random) ?? 0.0
      var name = Self.name(&random)
      while !taken.insert(name).inserted { name += Self.name(&random) }
      return ChartSeries(
        name: name,
        points: (0..<points).map { (index: Int) -> SeriesPoint in
          let trend = start + slope * Double(index) / Double(points)
          let value = trend + noise * Double.random(in: -0.5...0.5, using: &random)
          let isMissing = Int.random(in: 0..<200, using: &random) == 0
          return SeriesPoint(x: index * stride, y: isMissing ? .nan : value)
        })
    }
    chart = Chart(title: "Chart \(seed)", xLabel: "步 step", yLabel: Self.name(&random), series: series)
  }

  private static let syllables = [
    "loss", "准确率", "lstm", "损失", "e\u{301}tat", " ", "rate 0.1", "한글", "ｗｉｄｅ", "n\u{303}o", "\u{200D}", "🙂", "测试", "a",
  ]

  static func name(_ random: inout Digits) -> String {
    let count = Int.random(in: 1...4, using: &random)
    let parts = (0..<count).map { _ in syllables.randomElement(using: &random) ?? "" }
    return "n" + parts.joined() + "\(Int.random(in: 0..<1_000, using: &random))"
  }
}

/// SplitMix64.
struct Digits: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
