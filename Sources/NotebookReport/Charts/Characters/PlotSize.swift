import NotebookResults

/// How large drawings in characters are.
package enum PlotSize {
  /// Columns of a drawing on a page.
  package static let page = 78
  /// Columns of a drawing on a page that is as narrow as a telephone.
  static let phone = 40
  static let mostRows = 200

  /// Rows of a plot in which all series are drawn over one another: more where there are many, fewer where lines are short.
  static func rows(of chart: Chart, width: Int, limit: Int?) -> Int {
    let usual = width < 60 ? 16 : chart.series.count > 3 ? 24 : 18
    return max(3, min(chart.style.rows ?? usual, limit ?? mostRows, mostRows))
  }
}
