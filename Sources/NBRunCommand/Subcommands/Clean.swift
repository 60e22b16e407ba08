import ArgumentParser
import Foundation

extension NBRun {
  /// `nbrun clean`: nothing kept.
  struct Clean: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove what runs have kept to be faster the next time; pages stay.")

    @OptionGroup var store: StoreOption

    func run() {
      guard let folder = store.folder else {
        Console.write("nothing was kept: there is no cache folder\n", to: .output)
        return
      }
      let (files, bytes) = folder.clean()
      let size = String(format: "%.1f MB", Double(bytes) / 1e6)
      Console.write(
        files == 0
          ? "nothing was kept in \(folder.path)\n"
          : "removed \(files) \(files == 1 ? "file" : "files"), \(size), from \(folder.path)\n",
        to: .output)
    }
  }
}
