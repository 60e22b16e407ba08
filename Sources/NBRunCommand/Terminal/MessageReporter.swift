/// Says on standard error what is to be known of a command besides its progress, in the form of that.
struct MessageReporter {
  enum Severity: String {
    case note
    case warning
    case error
  }

  let style: ProgressStyle
  /// The notebook that is spoken of; nil when it is the command as a whole.
  var file: String?

  func say(_ severity: Severity, _ text: String) {
    if style == .json {
      let line = ProgressJSON.message(text, severity: severity.rawValue, file: file)
      Console.write("\(line)\n", to: .error)
    } else {
      Console.write("\(severity.rawValue): \(text)\n", to: .error)
    }
  }
}
