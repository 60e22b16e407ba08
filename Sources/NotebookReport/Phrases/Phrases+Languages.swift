/// The phrases of each language that there are some of.
extension Phrases {
  static let all = [english, chinese]

  static let english = Phrases(
    language: "en", skip: "Skip to the text", contents: "Contents", hideSources: "Hide the sources of the cells",
    notes: "Notes", figure: "Figure", table: "Table", beforeNumber: " ", seed: "seed",
    comparisonsHold: "comparisons hold", expectationsHold: "expectations held", after: "After", by: "by",
    linkToSection: "Link to this section", linkToCell: "Link to cell", fields: "Numbers that the text can name",
    note: "Note: ", measured: "measured", held: "✓ held", failed: "✗ failed", notChecked: "– not checked", rows: "rows",
    because: " because ", notMeasured: "(not measured)", wayBack: "Back to the text from note",
    outcome: Outcome(
      succeeded: "✓ Everything ran", failed: "✗ A cell failed, so the rest was not run",
      interrupted: "✗ The run was interrupted", missed: "✗ The numbers are not as expected",
      notices: "Before you trust the numbers", open: "– Not all cells have been run yet."),
    cell: Cell(
      name: "cell", interrupted: "✗ Interrupted", paused: "– Paused", running: "– Running", failed: "✗ Failed",
      notRun: "– Not run",
      at: " at ",
      colon: ": ", suggestion: "Suggestion: ", becauseOf: ", because ", didNotFinish: " did not finish", stop: "."),
    comparison: Comparison(
      reported: "reported", measured: "measured", accepted: "accepted", verdict: "verdict", holds: "✓ holds",
      differs: "✗ differs", notComparable: "– not comparable because ", none: "none"),
    about: About(
      title: "About this page", madeBy: "Made by", from: " from ", withSeed: " with seed ",
      promise: ". The same notebook and data give the same bytes on any machine.", parameters: "Parameters",
      name: "name", value: "value", givenBy: "given by", notebook: "the notebook",
      commandLine: "the command line, instead of", fingerprints: "Fingerprints", madeFrom: "made from"),
    notebooks: "Notebooks", allNotebooks: "All notebooks", previous: "Previous", next: "Next",
    chartInCharacters: "This chart in characters", chartNumbers: "The numbers of this chart",
    drawing: .english, words: .english)

  static let chinese = Phrases(
    language: "zh", skip: "跳到正文", contents: "目录", hideSources: "隐藏各单元的源码", notes: "注释", figure: "图", table: "表",
    beforeNumber: " ", seed: "随机种子", comparisonsHold: "项对比成立", expectationsHold: "项预期成立", after: "参照", by: "作者",
    linkToSection: "本节链接", linkToCell: "单元链接", fields: "正文可以引用的数值", note: "注意：", measured: "实测", held: "✓ 成立",
    failed: "✗ 不成立", notChecked: "– 未检查", rows: "行", because: "，原因：", notMeasured: "（未测得）", wayBack: "返回正文，注释",
    outcome: Outcome(
      succeeded: "✓ 全部运行完毕", failed: "✗ 有单元失败，其余未运行", interrupted: "✗ 运行被中断", missed: "✗ 数值与预期不符",
      notices: "采信这些数值之前", open: "– 尚有单元未运行。"),
    cell: Cell(
      name: "单元", interrupted: "✗ 已中断", paused: "– 已暂停", running: "– 正在运行", failed: "✗ 失败", notRun: "– 未运行", at: "，位于 ",
      colon: "：",
      suggestion: "建议：", becauseOf: "，因为 ", didNotFinish: " 没有完成", stop: "。"),
    comparison: Comparison(
      reported: "报告值", measured: "实测值", accepted: "允许范围", verdict: "结论", holds: "✓ 成立", differs: "✗ 不符",
      notComparable: "– 不可比，原因：", none: "无"),
    about: About(
      title: "关于本页", madeBy: "生成程序：", from: "，笔记本：", withSeed: "，随机种子：",
      promise: "。相同的笔记本和数据在任何机器上得到相同的字节。", parameters: "参数", name: "名称", value: "值", givenBy: "来源",
      notebook: "笔记本", commandLine: "命令行，代替", fingerprints: "指纹", madeFrom: "来源"),
    notebooks: "笔记本", allNotebooks: "全部笔记本", previous: "上一篇", next: "下一篇", chartInCharacters: "本图的字符版",
    chartNumbers: "本图的数值", drawing: .chinese, words: .chinese)
}
