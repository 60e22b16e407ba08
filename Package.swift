// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Optimised in debug builds too: digits, data sets, pages and the tests' own forward pass are loops over every number.
///
/// Each target as a whole, which takes half the time of file by file.
let optimised = strict + [.unsafeFlags(["-O", "-wmo", "-disable-batch-mode", "-num-threads", "2"])]

/// The settings of the numeric target, compiled for this machine's own instruction set or the one that `NBRUN_MARCH` names.
///
/// `x86-64-v3` runs on any x86 with AVX2. Unoptimised, a training step takes minutes, file by file five times as long; only the programs that fuzz,
/// whose networks are tiny, do without.
let numeric =
  (Context.environment["NBRUN_FUZZ"] == nil ? optimised : strict + [.unsafeFlags(["-Onone"])])
  + [.unsafeFlags(["-Xcc", "-march=\(Context.environment["NBRUN_MARCH"] ?? "native")"])]

let package = Package(
  name: "nbrun",
  products: [.executable(name: "nbrun", targets: ["nbrun"])],
  traits: [.trait(name: "MPI", description: "Training on many ranks, with Open MPI or MPICH.")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLinux"),
    // Either implementation; which of those that are installed, `NBRUN_MPI` says: `ompi-c` or `mpich`.
    .systemLibrary(
      name: "CMPI", pkgConfig: Context.environment["NBRUN_MPI"] ?? "mpi", providers: [.apt(["libopenmpi-dev"])]),
    .target(name: "CVectorLanes", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    .target(name: "SeededRandom", swiftSettings: optimised),
    .target(
      name: "RecurrentEngine", dependencies: ["CVectorLanes", "SeededRandom"],
      swiftSettings: numeric),
    .target(
      name: "Ranks", dependencies: ["RecurrentEngine", .target(name: "CMPI", condition: .when(traits: ["MPI"]))],
      swiftSettings: strict),
    .target(name: "Weights", dependencies: ["RecurrentEngine", "SeededRandom"], swiftSettings: optimised),
    .target(
      name: "Datasets", dependencies: ["CZlib", "CLibcrypto", "SeededRandom"],
      swiftSettings: optimised),
    .target(name: "Downloads", dependencies: ["CCurl", "Datasets"], swiftSettings: strict),
    .target(
      name: "NotebookSyntax",
      dependencies: ["CCommonMark", "CLibYAML"],
      swiftSettings: strict),
    .target(name: "NotebookResults", dependencies: ["NotebookSyntax"], swiftSettings: strict),
    .target(
      name: "NotebookPlanning",
      dependencies: ["NotebookSyntax", "NotebookResults", "RecurrentEngine", "Datasets"],
      swiftSettings: strict),
    .target(
      name: "NotebookRunning", dependencies: ["NotebookPlanning", "NotebookResults", "NotebookSyntax"],
      swiftSettings: strict),
    .target(
      name: "NotebookDirectives",
      dependencies: [
        "NotebookPlanning", "NotebookResults", "NotebookSyntax", "RecurrentEngine", "Datasets", "SeededRandom",
        "Weights",
      ],
      swiftSettings: strict),
    .target(
      name: "LanguageService", dependencies: ["NotebookPlanning", "NotebookSyntax"], swiftSettings: strict),
    .target(
      name: "NotebookReport", dependencies: ["NotebookResults", "NotebookSyntax", "SeededRandom"],
      resources: [.embedInCode("Resources")], swiftSettings: optimised),
    .target(
      name: "NBRunCommand",
      dependencies: [
        "NotebookReport", "NotebookDirectives", "NotebookRunning", "NotebookPlanning", "NotebookResults",
        "NotebookSyntax", "LanguageService", "Datasets", "Downloads", "Weights", "Ranks", "CEditline",
        "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "nbrun", dependencies: ["NBRunCommand"], swiftSettings: strict),
    .executableTarget(
      name: "engine-benchmark",
      dependencies: [
        "RecurrentEngine", "Ranks", "SeededRandom", "CVectorLanes", "NotebookResults",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: numeric),

    .target(
      name: "TestSupport", dependencies: ["NotebookSyntax"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "SeededRandomTests", dependencies: ["SeededRandom"], swiftSettings: strict),
    .target(
      name: "ProcessorCases", dependencies: ["RecurrentEngine", "SeededRandom"], path: "Tests/Processors/Cases",
      swiftSettings: optimised),
    .target(
      name: "RankSupport", dependencies: ["RecurrentEngine"], path: "Tests/RankSupport", swiftSettings: strict),
    .testTarget(
      name: "RecurrentEngineTests",
      dependencies: ["RecurrentEngine", "SeededRandom", "ProcessorCases", "RankSupport"],
      exclude: ["Recording"], resources: [.copy("Fixtures")], swiftSettings: optimised),
    .testTarget(
      name: "WeightsTests", dependencies: ["Weights", "RecurrentEngine"], exclude: ["Recording"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "SeededRandom", "CZlib", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DownloadsTests", dependencies: ["Downloads", "Datasets", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NotebookSyntaxTests", dependencies: ["NotebookSyntax", "CCommonMark", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookDirectivesTests",
      dependencies: [
        "NotebookDirectives", "NotebookRunning", "NotebookPlanning", "NotebookResults", "NotebookSyntax", "Datasets",
        "RecurrentEngine", "TestSupport", "Weights",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "LanguageServiceTests",
      dependencies: [
        "LanguageService", "NotebookDirectives", "NotebookPlanning", "NotebookSyntax", "Datasets", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookReportTests",
      dependencies: ["NotebookReport", "NotebookResults", "NotebookSyntax", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "NBRunCommandTests",
      dependencies: [
        "NBRunCommand", "LanguageService", "NotebookReport", "NotebookDirectives", "NotebookRunning",
        "NotebookPlanning", "NotebookResults", "NotebookSyntax", "Datasets", "RankSupport", "RecurrentEngine",
        "SeededRandom", "TestSupport", "Weights",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

/// Leaves nothing of the package but some targets.
@MainActor func keep(_ names: Set<String>) {
  package.targets.removeAll { !names.contains($0.name) }
  package.dependencies = []
  package.products = []
}

// The engine and its tests alone, for an instruction set on which nothing else need be built anew.
if Context.environment["NBRUN_ENGINE_ALONE"] != nil {
  keep([
    "CVectorLanes", "SeededRandom", "RecurrentEngine", "ProcessorCases", "RankSupport", "SeededRandomTests",
    "RecurrentEngineTests",
  ])
}

// Programs that libFuzzer drives have no beginning of their own and build only together with it, as `.ci/fuzz` does.
if Context.environment["NBRUN_FUZZ"] != nil {
  let rooms: [Target.Dependency] = [
    "Datasets", "NotebookDirectives", "NotebookPlanning", "NotebookReport", "NotebookResults", "NotebookRunning",
    "NotebookSyntax", "Weights",
  ]
  keep([
    "CCommonMark", "CLibYAML", "CLibcrypto", "CLinux", "CVectorLanes", "CZlib", "Datasets", "NotebookDirectives",
    "NotebookPlanning", "NotebookReport", "NotebookResults", "NotebookRunning", "NotebookSyntax", "RecurrentEngine",
    "SeededRandom", "Weights",
  ])
  // Of the command there is the store alone, without the libraries that the rest of it takes.
  package.targets.append(
    .target(
      name: "FuzzSupport", dependencies: rooms + ["CZlib"], path: "Tests/Fuzzing/FuzzSupport", swiftSettings: strict))
  package.targets.append(
    .target(
      name: "NBRunCommand", dependencies: rooms + ["CLinux"],
      sources: [
        "Store", "Notebooks/FileProblem.swift", "Files/OwnFile.swift", "Files/WholeFile.swift",
        "Terminal/Console.swift",
        "Terminal/ConsoleText.swift",
      ],
      swiftSettings: strict + [.unsafeFlags(["-enable-testing"])]))
  for name in ["Notebook", "Directives", "Data", "Store"] {
    package.targets.append(
      .executableTarget(
        name: "fuzz-\(name.lowercased())", dependencies: rooms + ["FuzzSupport", "NBRunCommand"],
        path: "Tests/Fuzzing/Fuzz\(name)", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
  }
}
