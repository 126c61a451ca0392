import Testing

@testable import Registry

/// What the two sheets of a pupil hold, where much is known of the pupil.
struct PupilPaperTests {
    @Test func `what is short is printed whole`() {
        let paper = PupilPaper(subjects: 12, months: [5, 6], lists: [3, 0, 1])
        #expect(paper.years == 16 && paper.months == 11)
        #expect([paper.tests, paper.behaviour, paper.stays] == [3, 0, 1])
    }

    @Test func `long lists share the second sheet with the months of the latest year`() {
        let paper = PupilPaper(subjects: 26, months: [11, 10], lists: [14, 14, 2])
        #expect(paper.years == 3 && paper.months == 11)
        // 40 rows less 13 for the year and 15 for headings leave 12: two stays, and five for each of the others.
        #expect([paper.tests, paper.behaviour, paper.stays] == [5, 5, 2])
    }

    @Test func `what nobody may see takes no room`() {
        let paper = PupilPaper(subjects: 12, months: [11, 10], lists: [14, 0, 9])
        // 40 less 13 and 10 leave 17: eight stays, and nine tests.
        #expect([paper.tests, paper.behaviour, paper.stays] == [9, 0, 8])
    }

    @Test func `sheets are filled before anything is left out`() {
        // 28 rows less 15 subjects and three years leave room for the stays, but not for 14 tests beside them.
        let paper = PupilPaper(subjects: 15, months: [4, 6], lists: [14, 1, 3], years: 3)
        #expect(paper.keepsStays && !paper.keepsTests)
        // 14 for two years of months, 15 rows and two heads are 35 of 40.
        #expect(paper.months == 10 && [paper.tests, paper.behaviour, paper.stays] == [14, 1, 3])
        let small = PupilPaper(subjects: 6, months: [11, 10], lists: [5, 14, 1], years: 1)
        #expect(small.keepsStays && small.keepsTests && small.months == 11)
        #expect([small.tests, small.behaviour, small.stays] == [5, 14, 1])
        // What does not fit stays on the second sheet whole, or is cut there.
        let full = PupilPaper(subjects: 22, months: [11, 10], lists: [14, 14, 2], years: 3)
        #expect(!full.keepsStays && !full.keepsTests && full.months == 11)
    }

    @Test func `lines under the counts take their room from subjects`() {
        let paper = PupilPaper(subjects: 26, months: [5], lists: [3, 0, 1], lines: 3, years: 9)
        // 28 rows less four leave 24: three years, and 21 subjects.
        #expect(paper.subjects == 21 && paper.years == 3 && !paper.keepsStays)
        let short = PupilPaper(subjects: 12, months: [5], lists: [3, 0, 1], lines: 3, years: 2)
        #expect(short.subjects == 12 && short.keepsStays)
    }

    @Test func `what stands in front at a meeting takes its room from subjects and years`() {
        // 28 rows less 14 and 4 around them leave 10: two years, and eight of 26 subjects.
        let full = PupilPaper(subjects: 26, months: [5], lists: [3, 0, 1], front: 14, years: 9)
        #expect(full.subjects == 8 && full.years == 2)
        // A pupil of one year needs one row for it.
        let young = PupilPaper(subjects: 26, months: [5], lists: [3, 0, 1], front: 14, years: 1)
        #expect(young.subjects == 9 && young.years == 1)
        let short = PupilPaper(subjects: 12, months: [5], lists: [3, 0, 1], front: 4, years: 9)
        #expect(short.subjects == 12 && short.years == 8)
        // The second sheet is as it was, and without a front the first is too.
        #expect(full.months == 5 && [full.tests, full.behaviour, full.stays] == [3, 0, 1])
        #expect(PupilPaper(subjects: 26, months: [], lists: [0, 0, 0]).subjects == 26)
    }
}
