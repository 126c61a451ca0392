import Testing

@testable import Kernel

@Suite struct InstantTests {
    @Test func `a moment is written in UTC with one width`() {
        #expect(Instant(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
        #expect(Instant(milliseconds: 1_756_734_000_007).description == "2025-09-01T13:40:00.007Z")
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }

    @Test func `the wall clock is three hours ahead in summer and two in winter`() {
        let summer = Instant(milliseconds: 1_756_734_000_000)
        #expect(Format(.lv).time(summer) == "16.40")
        #expect(Format(.en).time(summer) == "16:40")
        #expect(Format(.lv).moment(summer) == "01.09.2025. plkst.\u{a0}16.40")
        #expect(Format(.en).moment(summer) == "1\u{a0}Sep\u{a0}2025, 16:40")
        let winter = Instant(milliseconds: 1_736_942_400_000)
        #expect(winter.description == "2025-01-15T12:00:00.000Z")
        #expect(winter.time == (14, 0))
    }

    @Test func `late in the evening in UTC it is the next day in Riga`() {
        let night = Instant(milliseconds: 1_756_762_200_000)
        #expect(night.description == "2025-09-01T21:30:00.000Z")
        #expect(night.day == Day(2025, 9, 2))
        #expect(night.time == (0, 30))
    }

    @Test func `an hour that the clock repeats is told apart by the moment`() throws {
        let change = try #require(Day(2025, 10, 26)).start
        #expect((change + .seconds(3 * 3_600 + 1_800)).time == (3, 30))
        #expect((change + .seconds(4 * 3_600 + 1_800)).time == (3, 30))
        #expect((change + .seconds(5 * 3_600 + 1_800)).time == (4, 30))
    }

    @Test func `every day begins at midnight and the moment before it is the day before`() throws {
        var day = try #require(Day(2024, 1, 1))
        for _ in 0..<1_000 {
            #expect(day.start.day == day)
            #expect(day.start.time == (0, 0))
            #expect((day.start - .milliseconds(1)).day == day - 1)
            day = day + 1
        }
    }

    @Test func `the rule of summer time agrees with the table of zones from 2001 to 2035`() throws {
        let first = try #require(Day(2001, 1, 1))
        let last = try #require(Day(2035, 12, 31))
        for hour in 0..<(last - first) * 24 {
            let instant = Instant(milliseconds: (first.number * 24 + hour) * 3_600_000)
            guard Riga.ruled(at: instant) == Riga.offset(at: instant) else {
                Issue.record("\(instant) differs")
                return
            }
        }
    }

    @Test func `time passes by durations`() {
        let instant = Instant(milliseconds: 1_000)
        #expect((instant + .milliseconds(1_500)).milliseconds == 2_500)
        #expect((instant - .seconds(2)).milliseconds == -1_000)
        #expect(Instant(milliseconds: 5_000) - instant == .seconds(4))
        #expect(instant < instant + .milliseconds(1))
    }
}
