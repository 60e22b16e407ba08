import NotebookResults

/// The title and the article that the notebook re-tells.
struct PageTitle: HTMLComponent {
  let header: RunHeader

  var body: [HTMLNode] {
    element("header") {
      element("h1") { header.title }
      if let article = header.article {
        element("p", ["class": "article"]) {
          "After “\(article.title)”"
          if let author = article.author { " by \(author)" }
          if let date = article.date { ", \(date)" }
        }
      }
    }
  }
}
