import Testing

@testable import NotebookRunning

/// How many points of a sweep run at once, and with how many threads.
struct PointScheduleTests {
  private func threads(_ busy: [Bool], of all: Int) -> [Int] {
    let schedule = PointSchedule(busy: busy, threads: all, mostBeside: 9)
    return busy.indices.map(schedule.threads)
  }

  @Test func givesEachPointAThreadWhileThereAreEnough() {
    #expect(threads([true, true, true, true], of: 2) == [1, 1, 1, 1])
  }

  @Test func givesThePointsThatAreLeftOverAllThreads() {
    #expect(threads([true, true, true, true, true], of: 4) == [1, 1, 1, 1, 4])
    #expect(threads([true, true, true, true, true], of: 3) == [1, 1, 1, 2, 1])
  }

  @Test func countsNoPointOfWhichAllIsKnown() {
    #expect(threads([false, true, true, true], of: 2) == [1, 1, 1, 2])
    #expect(threads([true, true, true, false], of: 2).prefix(3) == [1, 1, 2])
    #expect(threads([false, false], of: 2) == [1, 1])
  }

  @Test func dividesThreadsAmongFewPoints() {
    #expect(threads([true, true, true], of: 8) == [3, 3, 2])
  }

  @Test func runsNoMorePointsThanThereIsRoomFor() {
    #expect(PointSchedule(busy: [true, true, true], threads: 8, mostBeside: 9).workers == 3)
    #expect(PointSchedule(busy: [true, true, true], threads: 8, mostBeside: 0).workers == 1)
    #expect(PointSchedule(busy: [], threads: 8, mostBeside: 9).workers == 1)
  }
}
