import Foundation
import NotebookDirectives
import NotebookPlanning
import Testing

@testable import NBRunCommand

/// What the command says about the language.
struct HelpTests {
  @Test(arguments: LanguageReference.topics.map(\.name)) func showsEveryKeyOfEveryTopic(_ name: String) throws {
    let result = try Command().run("help", name)
    #expect(result.status == 0)
    let topic = try #require(LanguageReference.topics.first { $0.name == name })
    for option in topic.options { #expect(result.output.contains("\n  \(option.name) ")) }
  }

  @Test func showsUsageWithoutAName() throws {
    let command = try Command()
    let (help, usage) = (try command.run("help"), try command.run("--help"))
    #expect(help.status == 0)
    #expect(help.output == usage.output)
    #expect(try command.run("help", "list").output == command.run("list", "--help").output)
  }

  @Test func asksWhatAMisspeltNameMeant() throws {
    let result = try Command().run("help", "lstn")
    #expect(result.status == 2)
    #expect(result.error == "error: there is no help on 'lstn'; did you mean 'lstm'?\n")
  }

  @Test func printsASchemaOfEveryTopicInWhichEveryReferenceLeadsSomewhere() throws {
    let result = try Command().run("schema")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let schema = try #require(object as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    #expect(Set(definitions.keys) == Set(LanguageReference.topics.map(\.name) + ["parameter"]))
    for match in result.output.matches(of: /"#\/\$defs\/([^"]+)"/) { #expect(definitions[String(match.1)] != nil) }
    let train = try #require(definitions["train"] as? [String: Any])
    let batch = try #require((train["properties"] as? [String: Any])?["batch"] as? [String: Any])
    #expect(batch["default"] as? Int == 128)
    #expect(train["additionalProperties"] as? Bool == false)
  }
}
