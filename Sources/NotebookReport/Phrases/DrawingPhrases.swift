/// What a chart says of how it is drawn, and what is read in its place, in one language.
struct DrawingPhrases: Sendable, Hashable {
  let lines: Lines
  let bars: Bars
  let heatMap: HeatMap
  /// What is read in the place of a picture.
  let picture: Template

  /// Of series over an axis.
  struct Lines: Sendable, Hashable {
    let axes: Template
    let noNumbers: Template
    /// A number at a place of an axis.
    let place: Template
    let onePlace: Template
    /// How many points, the first, the last, the lowest and the highest.
    let places: Template
    let onePoint: String
    let points: Template
    let nothingToDraw: Template
    let noPoints: String
    let noneWithin: String
    let noneAboveZero: String
    let noneFinite: String
    let notFinite: Template
    let notAboveZero: Template
    let beyondAxis: Template
    let signsTakeTurns: String
    let hidden: Template
    let hiddenAndMore: Template
    let signsBeginAnew: Template
    let smoothed: Template
    let columnsAreMeans: Template
  }

  /// Of bars.
  struct Bars: Sendable, Hashable {
    let failed: String
    let deviation: Template
    let beginElsewhere: String
    let beyondAxis: Template
    let notAboveZero: Template
    let tooLarge: Template
  }

  /// Of a heat map.
  struct HeatMap: Sendable, Hashable {
    let axes: Template
    /// What goes down and what goes across, above the tiles.
    let heading: Template
    /// A number with both of its places.
    let place: Template
    let numbers: Template
    let highestIsBest: String
    let lowestIsBest: String
    let cameToNothing: Template
    let darkerIsLarger: String
    let darkerIsBetter: String
    let best: String
    let nothing: String
    /// Of the table: the title, what goes down and what goes across.
    let caption: Template
    /// In the table, where nothing came of a number.
    let failed: String
  }
}

extension DrawingPhrases {
  static let english = DrawingPhrases(
    lines: Lines(
      axes: "{1} by {2}.", noNumbers: "{1}: no numbers.", place: "{1} at {2} {3}", onePlace: "{1}: {2}.",
      places: "{1}: {2} points from {3} to {4}, lowest {5}, highest {6}.", onePoint: "1 point", points: "{1} points",
      nothingToDraw: "(nothing to draw: {1})", noPoints: "no points", noneWithin: "no point lies within the axis",
      noneAboveZero: "no point is above 0", noneFinite: "no point is a finite number",
      notFinite: "{1} not finite, left out", notAboveZero: "{1} no number above 0, left out",
      beyondAxis: "{1} beyond the axis", signsTakeTurns: "where lines fall together, their signs take turns",
      hidden: "behind other lines: {1}", hiddenAndMore: "behind other lines: {1} and {2} more",
      signsBeginAnew: "every {1} lines the signs begin anew", smoothed: "smoothed: each point the mean of {1}",
      columnsAreMeans: "each column is the mean of up to {1} points"),
    bars: Bars(
      failed: "failed", deviation: "{1} a standard deviation to either side",
      beginElsewhere: "the bars do not begin at 0", beyondAxis: "{1} beyond the axis",
      notAboveZero: "{1} not above 0, without a bar", tooLarge: "{1} too large, without a bar"),
    heatMap: HeatMap(
      axes: "{1}, by {2} and {3}.", heading: "{1} down, {2} across", place: "{1} at {2} {3}, {4} {5}",
      numbers: "{1} numbers, lowest {2}, highest {3}.", highestIsBest: "The highest is the best.",
      lowestIsBest: "The lowest is the best.", cameToNothing: "{1} came to nothing.",
      darkerIsLarger: "the darker the larger", darkerIsBetter: "the darker the better", best: "[ ] the best",
      nothing: "x came to nothing", caption: "{1}: {2} down, {3} across", failed: "failed"),
    picture: "picture: {1}")

  static let chinese = DrawingPhrases(
    lines: Lines(
      axes: "{1}，横轴：{2}。", noNumbers: "{1}：没有数值。", place: "{1}（{2} {3}）", onePlace: "{1}：{2}。",
      places: "{1}：{2} 个点，从 {3} 到 {4}，最低 {5}，最高 {6}。", onePoint: "1 个点", points: "{1} 个点",
      nothingToDraw: "（无可绘制：{1}）", noPoints: "没有点", noneWithin: "坐标轴范围内没有点", noneAboveZero: "没有大于 0 的点",
      noneFinite: "没有有限的数值", notFinite: "{1}不是有限数值，未画出", notAboveZero: "{1}不大于 0，未画出",
      beyondAxis: "{1}超出坐标轴", signsTakeTurns: "曲线重合处，各自的符号轮流出现", hidden: "被其他曲线遮住：{1}",
      hiddenAndMore: "被其他曲线遮住：{1}，另有 {2} 条", signsBeginAnew: "每 {1} 条曲线，符号重新开始",
      smoothed: "已平滑：每个点是 {1} 个点的均值", columnsAreMeans: "每一列是至多 {1} 个点的均值"),
    bars: Bars(
      failed: "失败", deviation: "{1} 向两侧各一个标准差", beginElsewhere: "条形不从 0 开始", beyondAxis: "{1} 条超出坐标轴",
      notAboveZero: "{1} 条不大于 0，未画出", tooLarge: "{1} 条过大，未画出"),
    heatMap: HeatMap(
      axes: "{1}，按 {2} 和 {3}。", heading: "纵向 {1}，横向 {2}", place: "{1}（{2} {3}，{4} {5}）",
      numbers: "{1} 个数值，最低 {2}，最高 {3}。", highestIsBest: "最高者最好。", lowestIsBest: "最低者最好。",
      cameToNothing: "{1} 个没有结果。", darkerIsLarger: "颜色越深数值越大", darkerIsBetter: "颜色越深越好", best: "[ ] 最好",
      nothing: "x 没有结果", caption: "{1}：纵向 {2}，横向 {3}", failed: "失败"),
    picture: "图片：{1}")
}
