import NotebookReport
import NotebookResults
import Testing

@Suite struct PageSettingsTests {
  @Test(arguments: ["en", "zh", "de"]) func areReadFromThePageThatSaysThem(_ language: String) {
    let header = RunHeader(
      title: "Title", language: language, article: nil, notebookName: "a <b>.md", notebookDigest: "", seed: .max,
      parameters: [
        RunHeader.ParameterSetting(name: "steps", value: "<&\"x\">", replacedDefault: "1"),
        RunHeader.ParameterSetting(name: "rate", value: "1e-3", replacedDefault: nil),
        RunHeader.ParameterSetting(name: "batch", value: "&lt;", replacedDefault: "2"),
      ],
      sections: [], version: "9.8.7")
    let settings = PageSettings(page: ReportPage.html(for: RunReport(header: header)))
    #expect(settings?.version == "9.8.7")
    #expect(settings?.seed == .max)
    #expect(settings?.overrides.map(\.name) == ["steps", "batch"])
    #expect(settings?.overrides.map(\.value) == ["<&\"x\">", "&lt;"])
  }

  @Test(arguments: ["", "<p>Made by nbrun 1 from <code>a.md</code> with seed 1. </p>", "<footer id=\"page.about\">"])
  func areNotReadFromOtherTexts(text: String) {
    #expect(PageSettings(page: text) == nil)
  }
}
