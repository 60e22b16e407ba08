import Synchronization

/// The pages as they are at this moment, which the watcher hangs up and the server shows.
final class PageBoard: Sendable {
  struct Page: Sendable {
    let html: String
    /// Larger for every later page of any notebook.
    let version: Int
  }

  private struct State {
    var pages: [String: Page] = [:]
    var version = 0
  }

  private let state = Mutex(State())

  /// Hangs up a page, which is made with its version.
  func post(_ name: String, _ page: (_ version: Int) -> String) {
    // The one who posts is one thread, so nothing comes between.
    let version = state.withLock { $0.version } + 1
    let html = page(version)
    state.withLock { state in
      state.version = version
      state.pages[name] = Page(html: html, version: version)
    }
  }

  /// Takes a page down.
  func remove(_ name: String) { state.withLock { $0.pages[name] = nil } }

  func page(_ name: String) -> Page? { state.withLock { $0.pages[name] } }

  /// The names of the pages in their order.
  var names: [String] { state.withLock { $0.pages.keys.sorted() } }
}
