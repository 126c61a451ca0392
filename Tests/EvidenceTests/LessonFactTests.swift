import Evidence
import Frame
import Kernel
import Testing

struct LessonFactTests {
    private let year = SchoolYear(2025)
    private let monday = Day(2026, 1, 12) ?? Day(number: 0)

    private func record(_ state: LessonRecord.State, slot: Int = 1, isRated: Bool = true) -> LessonRecord {
        var record = LessonRecord(
            pupil: PupilID(rawValue: 4),
            day: monday,
            slot: slot,
            state: state,
            institution: institution(2),
            year: year,
            term: 2,
            isRated: isRated
        )
        record.classGroup = ClassID(rawValue: 7)
        record.grade = 6
        record.subject = SubjectID(rawValue: 9)
        return record
    }

    /// The cells of one cube that some facts make, as key and values.
    private func cells(_ table: FactTable, _ cube: Cube, _ facts: [[Int]]) -> [[Int]] {
        let sums = CellAccumulator(cube)
        let rules = table.cells.filter { $0.cube.name == cube.name }
        for fact in facts {
            (fact + [1, 0]).map(Int64.init).withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                for rule in rules { rule.contribute(FactRow(base: base), sums) }
            }
        }
        var out: [[Int]] = []
        sums.each { cell in out.append(cell.map { Int($0) }) }
        return out
    }

    @Test func `a row has as many columns as its table`() {
        let table = FactTable.lessonRecords
        #expect(record(.present).columns.count == table.comparedCount)
        var told = record(.absent(.excused))
        told.reason = 4
        // Rows kept before have no reason, so that it stands last.
        #expect(told.columns.last == 4 && table.values.last == "reason" && table.lateColumns == 15..<16)
        let count = AbsenceCount(
            pupil: PupilID(rawValue: 1),
            year: year,
            term: 0,
            institution: institution(1),
            missed: [.illness: 3]
        )
        #expect(count.rows.map(\.count) == [FactTable.absenceCounts.comparedCount])
    }

    @Test func `lessons fall into cells by pupil and month with their kind`() {
        let facts = [
            record(.present).columns, record(.absent(.illness), slot: 2).columns,
            record(.late(minutes: 5), slot: 3).columns, record(.notRecorded, slot: 4).columns,
            record(.absent(.illness), slot: 5, isRated: false).columns,
        ]
        let month = monday.month.number
        #expect(
            cells(.lessonRecords, .absenceByPupil, facts) == [
                [2025, 2, 2, 7, 6, month, 0, 4, 1, 1, 1],
                [2025, 2, 2, 7, 6, month, 1, 4, 2, 1, 2],
                [2025, 2, 2, 7, 6, month, 5, 4, 1, 1, 1],
                // Nobody recorded the lesson: it is in no rate, and no record from which a zero would be known.
                [2025, 2, 2, 7, 6, month, 6, 4, 1, 0, 0],
            ]
        )
        #expect(
            cells(.lessonRecords, .absenceByGroup, [record(.absent(.unexcused)).columns])
                == [[2025, 2, 2, month, 7, 6, 1, 3, 1, 1, 1]]
        )
        #expect(
            cells(.lessonRecords, .absenceBySubject, [record(.absent(.unexcused)).columns])
                == [[2025, 2, 2, 7, 6, 0, 9, 0, 3, 1, 1, 1]]
        )
    }

    @Test func `totals fall into cells without a month and a known zero is kept`() {
        var count = AbsenceCount(
            pupil: PupilID(rawValue: 4),
            year: year,
            term: 1,
            institution: institution(2),
            missed: [.unstated: 0]
        )
        #expect(
            cells(.absenceCounts, .absenceByPupil, count.rows) == [[2025, 2, 1, 0, 0, 0, 4, 4, 0, 0, 1]]
        )
        count.missed = [.illness: 6, .unexcused: 2]
        count.recorded = 100
        #expect(
            cells(.absenceCounts, .absenceByPupil, count.rows) == [
                [2025, 2, 1, 0, 0, 0, 0, 4, 92, 92, 1],
                [2025, 2, 1, 0, 0, 0, 1, 4, 6, 6, 1],
                [2025, 2, 1, 0, 0, 0, 3, 4, 2, 2, 1],
            ]
        )
    }

    @Test func `slots of subjects never meet those of lessons or of each other`() {
        let subjects = (0...3).map { SubjectID(rawValue: $0) }
        let slots = subjects.flatMap { subject in
            (0..<20).map { LessonRecord.slot(subject: subject, ordinal: $0) }
        }
        #expect(Set(slots).count == slots.count)
        #expect(slots.allSatisfy { $0 >= 1000 })
        #expect(LessonRecord.slot(lesson: 8) == 8)
    }
}
