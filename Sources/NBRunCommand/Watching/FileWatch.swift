import Datasets
import Foundation

/// Files and folders that are looked at again and again, to see which have changed.
///
/// What tells is a file's identity, so that no change is missed where the system says nothing, as on network drives; inotify, on the
/// folders, only spares waiting for the next look, and editors that put another file in a file's place are seen like any other.
final class FileWatch {
  /// How long a change may go unseen where the system says nothing.
  static let pause = Duration.milliseconds(250)
  /// How long everything has to stay as it is before a change counts as over.
  static let quiet = Duration.milliseconds(150)
  /// How long a file may change all the time before it is read as it is.
  private static let patience = Duration.seconds(2)

  private let descriptor: Int32
  /// What the files were like; nil where there was none.
  private var known: [String: FileIdentity?] = [:]
  private var folders: Set<String> = []
  private var news: Set<String> = []
  private var nextLook = ContinuousClock.now

  init() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Looks at these paths from now on, whether there is anything or not; those that are looked at already stay.
  func watch(_ paths: some Sequence<String>) {
    for path in paths where known[path] == nil {
      known.updateValue(Self.identity(path), forKey: path)
      follow(path)
    }
  }

  /// Asks the system to tell of a path, and of the folder that it lies in, where other files may take its place.
  private func follow(_ path: String) {
    guard descriptor >= 0 else { return }
    let folder = URL(path: path).deletingLastPathComponent().path(percentEncoded: false)
    for place in [path, folder] where folders.insert(place).inserted {
      // A path that cannot be followed is looked at all the same.
      inotify_add_watch(descriptor, place, Self.events)
    }
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB)

  /// Whether something has changed since changes were last taken; cheap enough to ask at every step of a training.
  func hasNews() -> Bool {
    guard ContinuousClock.now >= nextLook else { return !news.isEmpty }
    look()
    return !news.isEmpty
  }

  /// Waits until something may have changed, for no longer than it may go unseen.
  func wait() { wait(for: Self.pause) }

  /// The paths that have changed, once all is quiet; empty when nothing has.
  func takeChanges() -> Set<String> {
    look()
    guard !news.isEmpty else { return [] }
    var changes = news
    let start = ContinuousClock.now
    var lastChange = start
    while ContinuousClock.now - lastChange < Self.quiet, ContinuousClock.now - start < Self.patience {
      news = []
      wait(for: .milliseconds(10))
      look()
      if !news.isEmpty { lastChange = .now }
      changes.formUnion(news)
    }
    news = []
    return changes
  }

  /// Compares everything with what it was.
  private func look() {
    nextLook = .now + .milliseconds(20)
    for (path, before) in known {
      let now = Self.identity(path)
      guard now != before else { continue }
      known.updateValue(now, forKey: path)
      news.insert(path)
      // What took a file's place is another file to the system.
      if folders.remove(path) != nil { follow(path) }
    }
  }

  private func wait(for duration: Duration) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(duration / .milliseconds(1))
    guard poll(&request, descriptor >= 0 ? 1 : 0, milliseconds) > 0 else { return }
    // A change right behind the last look is looked at as well, and does not wait for what may never come.
    nextLook = .now
    // What has been told is not read: it says no more than that something happened.
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  private static func identity(_ path: String) -> FileIdentity? { try? FileIdentity(path) }
}
