import Foundation
import NotebookSyntax

/// The notebooks that a command line names: files, and folders that stand for the notebooks in them.
enum NotebookList {
  /// The notebooks at these paths, those of a folder in the order of their names.
  ///
  /// - Parameters:
  ///   - paths: As they stand on the command line.
  ///   - readsInput: Whether `-` stands for standard input.
  /// - Returns: At least one for each path.
  static func files(at paths: [String], readsInput: Bool = false) -> [NotebookFile] {
    paths.flatMap { path in
      if readsInput && path == "-" { return [NotebookFile.standardInput] }
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [NotebookFile(path: path)] }
      let files = markdown(in: path).filter(isNotebook)
      // Reading the folder itself says what is wrong with it.
      return files.isEmpty ? [NotebookFile(path: path)] : files
    }
  }

  /// Whether one of the paths is a folder.
  static func isFolder(in paths: [String]) -> Bool {
    paths.contains { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  private static func markdown(in folder: String) -> [NotebookFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : "\(folder)/"
    return names.filter { $0.lowercased().hasSuffix(".md") && !$0.hasPrefix(".") }.sorted().map {
      NotebookFile(path: prefix + $0)
    }
  }

  /// Whether a text is more than prose: it has a directive, front matter, or something wrong with it.
  private static func isNotebook(_ file: NotebookFile) -> Bool {
    guard let document = try? file.parse() else { return true }
    let hasDirective = document.value.blocks.contains { if case .directive = $0 { true } else { false } }
    return hasDirective || !document.value.frontMatter.isEmpty || document.hasErrors
  }
}
