/// How a language is written, as far as a listing of it is coloured.
struct ListingLanguage: Sendable {
  /// Marks between which a string stands.
  struct StringMarks: Sendable {
    let opening: String
    let closing: String
    /// Whether a backslash makes the next character part of the string.
    var hasEscapes = true
    var isOnOneLine = true

    init(_ mark: String, hasEscapes: Bool = true, isOnOneLine: Bool = true) {
      (opening, closing) = (mark, mark)
      (self.hasEscapes, self.isOnOneLine) = (hasEscapes, isOnOneLine)
    }
  }

  /// What a fence may call it.
  let names: [String]
  var keywords: Set<String> = []
  /// What a comment begins with that ends with its line.
  var lineComments: [String] = []
  /// Whether a blank stands before a comment.
  var setsCommentsApart = false
  var blockComment: (opening: String, closing: String)?
  /// Longer marks before those that they begin with.
  var strings: [StringMarks] = []
  /// Letters that may stand right before a string and belong to it.
  var stringPrefixes: Set<String> = []
  /// What stands behind a name that is a key.
  var keySign: String?

  /// The language that a fence names with its first word; nil where none is known.
  static func named(_ info: String) -> ListingLanguage? {
    let name = info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }.lowercased()
    return all.first { $0.names.contains(name) }
  }

  private static let all = [python, swift, shell, yaml, json, toml, c, javaScript, lua]

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  private static let quotes = [StringMarks("\""), StringMarks("'")]

  private static let python = ListingLanguage(
    names: ["python", "py", "python3", "ipython"],
    keywords: words(
      """
      False None True and as assert async await break case class continue def del elif else except finally for from global if \
      import in is lambda match nonlocal not or pass raise return try while with yield
      """),
    lineComments: ["#"],
    strings: [StringMarks("\"\"\"", isOnOneLine: false), StringMarks("'''", isOnOneLine: false)] + quotes,
    stringPrefixes: words("r f b u R F B U rb br fr rf Rb bR Br"))

  private static let swift = ListingLanguage(
    names: ["swift"],
    keywords: words(
      """
      Any Self actor any as associatedtype async await borrowing break case catch class consuming continue default defer deinit \
      do else enum extension fallthrough false fileprivate for func guard if import in indirect init inout internal is isolated \
      lazy let mutating nil nonisolated nonmutating open operator override package private protocol public repeat required \
      rethrows return self sending some static struct subscript super switch throw throws true try typealias unowned var weak \
      where while
      """),
    lineComments: ["//"], blockComment: ("/*", "*/"),
    strings: [StringMarks("\"\"\"", isOnOneLine: false), StringMarks("\"")])

  private static let shell = ListingLanguage(
    names: ["sh", "bash", "shell", "zsh", "console"],
    keywords: words(
      "case do done elif else esac export fi for function if in local return select set then unset until while"),
    lineComments: ["#"], setsCommentsApart: true,
    strings: [StringMarks("\"", isOnOneLine: false), StringMarks("'", hasEscapes: false, isOnOneLine: false)])

  private static let yaml = ListingLanguage(
    names: ["yaml", "yml"], keywords: words("true false null"), lineComments: ["#"], setsCommentsApart: true,
    strings: [StringMarks("\""), StringMarks("'", hasEscapes: false)], keySign: ":")

  private static let json = ListingLanguage(
    names: ["json", "jsonc"], keywords: words("true false null"), lineComments: ["//"], strings: [StringMarks("\"")],
    keySign: ":")

  private static let toml = ListingLanguage(
    names: ["toml", "ini"], keywords: words("true false"), lineComments: ["#", ";"], setsCommentsApart: true,
    strings: [StringMarks("\"\"\"", isOnOneLine: false), StringMarks("\""), StringMarks("'", hasEscapes: false)],
    keySign: "=")

  private static let c = ListingLanguage(
    names: ["c", "h", "cpp", "c++", "cc", "hpp"],
    keywords: words(
      """
      auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern false \
      float for friend goto if inline int long namespace new noexcept nullptr operator private protected public register return \
      short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void \
      volatile while
      """),
    lineComments: ["//"], blockComment: ("/*", "*/"), strings: quotes)

  private static let javaScript = ListingLanguage(
    names: ["javascript", "js", "typescript", "ts"],
    keywords: words(
      """
      async await break case catch class const continue debugger default delete do else enum export extends false finally for \
      from function if import in instanceof interface let new null of return static super switch this throw true try type typeof \
      undefined var void while yield
      """),
    lineComments: ["//"], blockComment: ("/*", "*/"), strings: quotes + [StringMarks("`", isOnOneLine: false)])

  private static let lua = ListingLanguage(
    names: ["lua"],
    keywords: words(
      "and break do else elseif end false for function goto if in local nil not or repeat return then true until while"),
    lineComments: ["--"], blockComment: ("--[[", "]]"), strings: quotes)
}
