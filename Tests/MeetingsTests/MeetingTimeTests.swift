import Kernel
import Testing

@testable import Meetings

struct MeetingTimeTests {
    @Test func `a time is read as people type it and written as they read it`() {
        let cases: [(String, Int?)] = [
            ("14.30", 870), ("14:30", 870), ("9", 540), ("09.05", 545), ("24.00", nil), ("14.60", nil),
            ("ap 14", nil),
            ("1.2.3", nil),
        ]
        for (typed, minutes) in cases { #expect(MeetingTime.read(typed) == minutes, "\(typed)") }
        #expect(MeetingTime.words(545, .lv) == "9.05" && MeetingTime.words(870, .en) == "14:30")
    }
}
