/// What a thread is at during a step.
package enum StepPhase: CaseIterable, Sendable {
  case packing, inputs, forward, gates, losses, backward, weightGradient, adding, unfolding, update
  /// Waiting for others, or for the next piece of work.
  case meeting
}

/// Somebody who is told when a thread begins with something; the engine itself looks at no clock.
package protocol StepWatch: AnyObject, Sendable {
  func begin(_ phase: StepPhase, thread: Int)
}

/// What one thread tells a watch, if there is one.
struct ThreadWatch {
  let watch: (any StepWatch)?
  let thread: Int

  @inline(__always)
  func begin(_ phase: StepPhase) {
    watch?.begin(phase, thread: thread)
  }
}
