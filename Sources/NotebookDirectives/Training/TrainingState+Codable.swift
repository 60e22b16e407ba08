import RecurrentEngine

extension TrainingState: Codable {
  private enum CodingKeys: String, CodingKey {
    case parameters, moments, scalars, step
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(PackedFloats(parameters), forKey: .parameters)
    try container.encode(moments.map { PackedFloats($0) }, forKey: .moments)
    try container.encode(PackedFloats(scalars), forKey: .scalars)
    try container.encode(step, forKey: .step)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      parameters: try container.decode(PackedFloats.self, forKey: .parameters).values,
      moments: try container.decode([PackedFloats].self, forKey: .moments).map(\.values),
      scalars: try container.decode(PackedFloats.self, forKey: .scalars).values,
      step: try container.decode(Int.self, forKey: .step))
  }
}
