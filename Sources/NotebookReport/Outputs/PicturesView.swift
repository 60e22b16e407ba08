import NotebookResults

/// Small grey pictures in a strip that wraps, each above its label.
struct PicturesView: HTMLComponent {
  let strip: PictureStrip
  let mark: ExhibitMark
  let phrases: DrawingPhrases

  var body: [HTMLNode] {
    element("figure", ["class": "pictures", "id": mark.anchor]) {
      element("figcaption") { mark.caption(strip.caption) }
      element("ul") {
        for picture in strip.pictures {
          element("li") {
            PictureDrawing(picture: picture, summary: phrases.picture(picture.label))
            element("span", ["aria-hidden": "true"]) { picture.label }
          }
        }
      }
    }
  }
}
