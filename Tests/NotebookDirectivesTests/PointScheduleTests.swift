import Testing

@testable import NotebookRunning

/// In which order the points of a sweep are taken, and with how many threads.
struct PointScheduleTests {
  @Test func takesThePointsThatTakeLongestFirst() {
    let schedule = PointSchedule(work: [1, 3, 2, 3], threads: 2, mostBeside: 9)
    #expect(schedule.order == [1, 3, 2, 0])
  }

  @Test func givesEachPointAThreadWhileThereAreEnough() {
    let schedule = PointSchedule(work: [1, 1, 1, 1], threads: 2, mostBeside: 9)
    #expect(schedule.workers == 2)
    #expect((0..<4).map(schedule.threads) == [1, 1, 1, 1])
  }

  @Test func givesThePointsThatAreLeftOverAllThreads() {
    let schedule = PointSchedule(work: [1, 1, 1, 1, 1], threads: 4, mostBeside: 9)
    #expect((0..<5).map(schedule.threads) == [1, 1, 1, 1, 4])
  }

  @Test func countsNoPointOfWhichAllIsKnown() {
    let schedule = PointSchedule(work: [0, 1, 1, 1], threads: 2, mostBeside: 9)
    #expect(schedule.order == [1, 2, 3, 0])
    #expect((0..<3).map(schedule.threads) == [1, 1, 2])
  }

  @Test func dividesThreadsAmongFewPoints() {
    let schedule = PointSchedule(work: [1, 1, 1], threads: 8, mostBeside: 9)
    #expect(schedule.workers == 3)
    #expect((0..<3).map(schedule.threads) == [3, 3, 2])
  }

  @Test func runsNoMorePointsThanThereIsRoomFor() {
    #expect(PointSchedule(work: [1, 1, 1], threads: 8, mostBeside: 0).workers == 1)
    #expect(PointSchedule(work: [], threads: 8, mostBeside: 9).workers == 1)
  }
}
