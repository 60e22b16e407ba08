import NotebookPlanning
import RecurrentEngine

/// Every way to draw initial values.
enum InitializerRegistry {
  static let registry = KindRegistry<any Initializer>(
    "initial value",
    [
      GlorotUniformInitializer.self,
      HeNormalInitializer.self,
      OrthogonalInitializer.self,
      NormalInitializer.self,
      ConstantInitializer.self,
    ])
}
