import Foundation
import NBRunCommand

@main enum EntryPoint {
  static func main() {
    exit(NBRun.run(Array(CommandLine.arguments.dropFirst())))
  }
}
