/// The words that a page says of itself, in one language: what a notebook and its cells say is in theirs.
struct Phrases: Sendable, Hashable {
  /// BCP 47 tag.
  let language: String
  let skip: String
  let contents: String
  let hideSources: String
  let notes: String
  let figure: String
  let table: String
  /// Between a word such as `figure` and its number.
  let beforeNumber: String
  let seed: String
  let comparisonsHold: String
  let expectationsHold: String
  /// Before, between and after what is told of an article.
  let after: String
  let by: String
  let linkToSection: String
  let linkToCell: String
  let fields: String
  let note: String
  let measured: String
  let held: String
  let failed: String
  let notChecked: String
  let rows: String
  /// Between what was not checked and why.
  let because: String
  let notMeasured: String
  let wayBack: String
  let outcome: Outcome
  let cell: Cell
  let comparison: Comparison
  let about: About
  let notebooks: String
  let allNotebooks: String
  let previous: String
  let next: String
  let chartInCharacters: String
  let chartNumbers: String
  let drawing: DrawingPhrases
  /// What cells say of what they show, which is English.
  let words: CellWords

  /// What is said at the top of a page of how a run went.
  struct Outcome: Sendable, Hashable {
    let succeeded: String
    let failed: String
    let interrupted: String
    let missed: String
    let notices: String
    let open: String
  }

  /// What is said of a cell that has not come to its end.
  struct Cell: Sendable, Hashable {
    let name: String
    let interrupted: String
    let paused: String
    let running: String
    let failed: String
    let notRun: String
    /// Before a place, before what is wrong there, and before what may help.
    let at: String
    let colon: String
    let suggestion: String
    /// Around the name of the cell after which none ran.
    let becauseOf: String
    let didNotFinish: String
    let stop: String
  }

  /// The heads of a comparison, and its verdicts.
  struct Comparison: Sendable, Hashable {
    let reported: String
    let measured: String
    let accepted: String
    let verdict: String
    let holds: String
    let differs: String
    let notComparable: String
    let none: String
  }

  /// The words of the last part of a page.
  struct About: Sendable, Hashable {
    let title: String
    /// Before, between and after program, notebook and seed.
    let madeBy: String
    let from: String
    let withSeed: String
    let promise: String
    let parameters: String
    let name: String
    let value: String
    let givenBy: String
    let notebook: String
    let commandLine: String
    let fingerprints: String
    let madeFrom: String
  }

  /// `12 of 12 comparisons hold`.
  func count(_ held: Int, of all: Int, _ phrase: String) -> String {
    language == "zh" ? "\(held)/\(all) \(phrase)" : "\(held) of \(all) \(phrase)"
  }

  /// Those of a language, or English where there are none.
  static func of(_ language: String) -> Phrases { primary(language) == "zh" ? chinese : english }

  /// What says on a page of another language that a part of it is in this one; nil where nothing has to.
  func tag(on pageLanguage: String) -> String? { Self.primary(pageLanguage) == language ? nil : language }

  /// What says on a page of another language that something is in English, as all is that cells say.
  static func englishTag(on pageLanguage: String) -> String? { english.tag(on: pageLanguage) }

  private static func primary(_ language: String) -> String {
    language.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }
}
