import NotebookPlanning

/// What the declarations say of a place among the options: the forms that its value may have.
struct OptionSlot {
  let forms: [OptionForm]
  /// The option that the value belongs to; nil for the body as a whole.
  let option: (any OptionDeclaration)?
  /// The directive, kind or group that the place is in.
  let owner: OptionTopic

  /// Follows a path from a body in; nil where nothing is declared.
  init?(_ path: some Sequence<OptionPlace.Step>, in topic: OptionTopic) {
    var slot = OptionSlot(of: topic)
    for step in path {
      guard let inner = slot.inner(step) else { return nil }
      slot = inner
    }
    self = slot
  }

  /// That of a body as a whole.
  init(of topic: OptionTopic) { self.init(forms: [.group(topic)], option: nil, owner: topic) }

  private init(forms: [OptionForm], option: (any OptionDeclaration)?, owner: OptionTopic) {
    self.forms = forms
    self.option = option
    self.owner = owner
  }

  /// What is said of a step further in.
  func inner(_ step: OptionPlace.Step) -> OptionSlot? {
    switch step {
    case .item(let index):
      let items = forms.flatMap { $0.items(index) }
      return items.isEmpty ? nil : OptionSlot(forms: items, option: option, owner: owner)
    case .key(let key):
      for topic in groups {
        guard let option = topic.options.first(where: { $0.name == key }) else { continue }
        return OptionSlot(forms: [option.form], option: option, owner: topic)
      }
      return kinds.first { $0.name == key }.map { OptionSlot(forms: [.group($0)], option: option, owner: $0) }
    }
  }

  /// All forms that a value alone may have, one of them after the other.
  var alternatives: [OptionForm] { forms.flatMap(\.alternatives) }

  /// Those whose options can be keys here.
  var groups: [OptionTopic] { alternatives.compactMap { if case .group(let topic) = $0 { topic } else { nil } } }

  /// Those of which one can be the only key here, or the value.
  var kinds: [OptionTopic] {
    alternatives.flatMap { if case .kind(_, let topics) = $0 { topics } else { [] as [OptionTopic] } }
  }

  /// What can be named here.
  var names: [NamedThing] { alternatives.compactMap { if case .name(let thing, _) = $0 { thing } else { nil } } }
}

extension OptionForm {
  /// The forms that a value that is no list may have.
  fileprivate var alternatives: [OptionForm] {
    switch self {
    case .either(let forms): forms.flatMap(\.alternatives)
    case .list(let form, orOne: true): form.alternatives
    case .list, .tuple: []
    default: [self]
    }
  }

  /// The forms of an item of a list.
  fileprivate func items(_ index: Int) -> [OptionForm] {
    switch self {
    case .list(let form, _): [form]
    case .tuple(let forms): forms.indices.contains(index) ? [forms[index]] : []
    case .either(let forms): forms.flatMap { $0.items(index) }
    default: []
    }
  }
}
