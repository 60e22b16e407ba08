import Dispatch

/// Calls `body` with 0..<parts, each on a thread of its own as far as there are any, and returns when all are done.
///
/// The parts of `body` write to places that no other part reads or writes; the compiler cannot check that.
func concurrently(parts: Int, _ body: (Int) -> Void) {
  guard parts > 1 else {
    body(0)
    return
  }
  withoutActuallyEscaping(body) { body in
    nonisolated(unsafe) let body = body
    DispatchQueue.concurrentPerform(iterations: parts) { body($0) }
  }
}
