extension ResultStore {
  /// Notes that a page is a notebook's from now on, and says so when it was that of another one.
  func claimPage(_ path: String, for notebook: String, _ messages: MessageReporter) {
    guard let other = claimPage(path) else { return }
    messages.say(.note, "\(path) was the page of \(other), and becomes that of \(notebook)")
  }
}
