/// Prints the digest of every case, one a line; compiled together with the cases.
@main struct Program {
  static func main() {
    for processorCase in ProcessorCase.all { print(processorCase.line(threads: 1)) }
  }
}
