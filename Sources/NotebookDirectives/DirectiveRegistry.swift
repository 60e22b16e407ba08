package import NotebookPlanning

/// Every directive of the language.
package enum DirectiveRegistry {
  package static let directives: [any Directive.Type] = [
    LoadDirective.self,
    BuildDirective.self,
    TrainDirective.self,
    EvaluateDirective.self,
    GenerateDirective.self,
    ChartDirective.self,
    CompareDirective.self,
    SaveDirective.self,
    RestoreDirective.self,
    TraceDirective.self,
    SweepDirective.self,
  ]

  package static var keywords: [String] { directives.map { $0.keyword } }
}
