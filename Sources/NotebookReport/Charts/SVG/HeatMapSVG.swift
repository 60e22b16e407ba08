import NotebookResults

/// A heat map as inline SVG, with its numbers where all of them fit, for wide and for narrow pages.
struct HeatMapSVG: HTMLComponent {
  let map: HeatMap

  var body: [HTMLNode] {
    for sheet in SVGSheet.all { picture(sheet) }
  }

  private func picture(_ sheet: SVGSheet) -> HTMLNode {
    let grid = HeatMapGrid(map, on: sheet)
    let shades = ShadeScale(map)
    let hasNumbers = map.places.allSatisfy { text($0).count * SVGSheet.letter <= grid.tileWidth }
    let tint = hasNumbers ? ShadeRamp.tint : ShadeRamp.ink
    return sheet.picture(height: grid.bottom + 32, reach: grid.right + SVGSheet.edge) {
      element("g", ["class": ChartInk.name(of: 0)]) {
        for place in map.places {
          if let level = map[place].number.flatMap(shades.level) { tile(place, in: grid, tint: tint(level)) }
        }
      }
      if let best = map.best { frame(best, in: grid) }
      for place in map.places {
        if hasNumbers || map[place].cameToNothing {
          SVGSheet.text(text(place), x: grid.middle(place.column), y: grid.baseline(place.row), anchor: "middle")
        }
      }
      grid.names(of: map)
      if let ends = shades.ends {
        let texts = (map.shadeText(ends.faint), shades.isFlat ? "" : map.shadeText(ends.dark))
        let levels = shades.isFlat ? [ShadeRamp.level(0.5)] : Array(0..<ShadeRamp.count)
        SVGSheet.legend(texts, levels.map(tint), x: SVGSheet.edge, y: grid.bottom + 22)
      }
    }
  }

  private func tile(_ place: HeatMap.Place, in grid: HeatMapGrid, tint: Int) -> HTMLNode {
    let row = grid.rows[place.row]
    return SVGSheet.rectangle(
      x: grid.x(place.column), y: row.y, width: max(1, grid.tileWidth - 1), height: row.height - 1, tint: tint)
  }

  private func frame(_ place: HeatMap.Place, in grid: HeatMapGrid) -> HTMLNode {
    let row = grid.rows[place.row]
    let (width, height) = (max(1, grid.tileWidth - 1), row.height - 1)
    return element(
      "path", ["stroke-width": "2", "d": "M\(grid.x(place.column)) \(row.y)h\(width)v\(height)h-\(width)z"])
  }

  private func text(_ place: HeatMap.Place) -> String {
    if case .quantity(let quantity) = map[place], !map[place].cameToNothing { return BarText.short(quantity) }
    return map[place] == .missing ? "" : "×"
  }
}
