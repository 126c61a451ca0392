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
}
