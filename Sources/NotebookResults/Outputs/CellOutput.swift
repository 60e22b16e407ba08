/// What a cell shows, as data; how it looks is for the renderers.
package enum CellOutput: Sendable, Hashable, Codable {
  case table(Table)
  case chart(Chart)
  case bars(BarChart)
  case heatMap(HeatMap)
  case pictures(PictureStrip)
  case comparison(Comparison)
  case passage(Passage)
  /// A remark the reader needs to read the rest, one sentence.
  case note(String)
}
