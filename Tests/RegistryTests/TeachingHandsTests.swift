import Testing

@testable import Registry

/// Which grades of a subject are hidden, by the teachers whom the reader does not know in each part of the municipality.
struct TeachingHandsTests {
    @Test func `what is in nobody's or in several hands is shown`() {
        #expect(TeachingHands.hidden([7: [[], [1, 2]], 8: [[3, 4], []]]) == [])
    }

    @Test func `a grade of one teacher is hidden, and with it the one that their sum would tell it by`() {
        // Of grade 9 the sum of all grades less the others would be left: grade 8, with the fewest, goes with it.
        #expect(TeachingHands.hidden([7: [[1, 2, 3]], 8: [[2, 3]], 9: [[4]]]) == [8, 9])
        // The same teacher twice is still one.
        #expect(TeachingHands.hidden([7: [[1, 2, 3]], 8: [[4]], 9: [[4]]]) == [7, 8, 9])
        #expect(TeachingHands.hidden([7: [[1, 2, 3]], 8: [[4]], 9: [[5]]]) == [8, 9])
    }

    @Test func `each part of the municipality is looked at`() {
        #expect(TeachingHands.hidden([7: [[1, 2], [3]]]) == [7])
        #expect(TeachingHands.hidden([7: [[1, 2], [3]], 8: [[1, 2], [4, 5]]]) == [7, 8])
    }
}
