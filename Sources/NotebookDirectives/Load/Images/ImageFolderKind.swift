import Datasets
import NotebookPlanning
import NotebookSyntax

/// `folder: PATH`: files of images below the notebook's own folder.
enum ImageFolderKind: DataSourceKind {
  static let key = "folder"
  static let names: [String]? = nil

  static let folder = DeclaredOption(
    "folder", .path(of: "a folder inside the notebook's own", examples: ["data", "other-data"]),
    "A folder inside the notebook's own with a data set of your own, in place of `dataset`.",
    examples: inFolder(["data", "other-data"], named: false), alsoKnownAs: ["dir", "directory", "path"])
  static let classes = DeclaredOption(
    "classes", .integer(2...256), "How many labels there are in a `folder`.", otherwise: "10",
    examples: inFolder(["10", "11"]), alsoKnownAs: ["num_classes", "n_classes", "labels"])
  static let shape = DeclaredOption(
    "shape", .imageShape, "Rows and columns of an image in a `folder`.", otherwise: "what the files say",
    examples: inFolder(["[3, 2]", "[2, 3]"]))
  static let options: [any OptionDeclaration] = [folder, classes, shape] + ImageOptions.options

  /// Values that go with a folder.
  private static func inFolder(_ values: [String], named: Bool = true) -> OptionExamples {
    OptionExamples(
      values, beside: named ? [ExampleOption("folder", "data")] : [], without: ["dataset", "train", "test"])
  }

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    let (classes, shape) = (values[classes] ?? 10, values[shape])
    guard let origin = origin(name, at: position, classes: classes, shape: shape, &values) else { return nil }
    values.resolve(Self.classes, to: classes)
    values.resolve(Self.shape, to: origin.header.shape)
    let place = values.isGiven(Self.classes) ? values.place(of: Self.classes) : position
    return ImageOptions.source(origin, at: place, &values)
  }

  private static func origin(
    _ path: String, at position: SourcePosition, classes: Int, shape: ImageShape?, _ values: inout OptionValues
  ) -> ImageOrigin? {
    let notebookFolder = NotebookFolder(values.scope.environment.notebookFolder)
    guard let full = notebookFolder.path(of: path) else {
      values.report(.unreadableData, at: position, NotebookFolder.refusal(of: path))
      return nil
    }
    do throws(DatasetError) {
      let location = try DatasetLocation.folder(full, shape: shape)
      for file in location.filePaths where !notebookFolder.contains(file: file) {
        values.report(.unreadableData, at: position, NotebookFolder.refusal(of: path + file.dropFirst(full.count)))
        return nil
      }
      return .files(location, name: path, written: path, classes: classes, at: position, &values)
    } catch {
      values.report(.unreadableData, at: position, "\(error.renaming(full, to: path))")
      return nil
    }
  }
}

extension OptionType where Value == ImageShape {
  /// Rows and columns.
  fileprivate static var imageShape: OptionType<ImageShape> {
    let range = 1...65_536
    let side = OptionForm.integer(range, unit: nil)
    return OptionType(
      form: .tuple([side, side]), examples: ["[3, 2]", "[2, 3]"], phrase: { "[\($0.rows), \($0.columns)]" }
    ) { value, what, reader in
      guard case .sequence(let sides) = value.kind, sides.count == 2 else {
        reader.report(
          .wrongType, at: value.position, "\(what) is two whole numbers, rows and columns, such as [28, 28]")
        return nil
      }
      let rows = reader.integer(of: sides[0], as: "the number of rows", in: range)
      let columns = reader.integer(of: sides[1], as: "the number of columns", in: range)
      guard let rows, let columns else { return nil }
      return ImageShape(rows: rows, columns: columns)
    }
  }
}
