internal import ArgumentParser
internal import NBRunCommand

@main enum EntryPoint {
  static func main() async {}
}
