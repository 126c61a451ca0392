import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attainment

struct JournalTests {
    private let monday = Journal.monday?.number ?? 0
    private let january = Journal.january?.number ?? 0

    private func imported(_ mapping: Mapping = Journal.mapping) async throws -> Reading {
        var reading: Reading?
        try await World.run(.sqlite) {
            reading = try await $0.read(EklaseJournal.self, Journal.file(), mapping)
        }
        return try #require(reading)
    }

    /// Marks of the first subject and a pupil: year, term, kind, day, ordinal, hundredths, level, standing.
    private func marks(_ reading: Reading, pupil: Int, subject: Int = 1) -> [[Int]] {
        reading.marks.filter { $0[0] == pupil && $0[1] == subject }.map {
            [$0[2], $0[3], $0[4], $0[5], $0[6], $0[7], $0[9], $0[16]]
        }
    }

    @Test func `every kind of mark stands in its year, term and day`() async throws {
        let reading = try await imported()
        #expect(
            marks(reading, pupil: 1) == [
                [2024, 1, 1, monday, 0, 800, 3, 1],
                [2024, 1, 2, monday + 1, 0, 7456, 0, 0],
                [2024, 2, 1, january, 0, -1, 0, 2],
                [2024, 1, 3, 0, 0, 800, 3, 1],
                [2024, 2, 3, 0, 0, 900, 4, 1],
                [2024, 0, 4, 0, 0, 900, 4, 1],
                [2024, 0, 5, 0, 0, 900, 4, 1],
            ]
        )
        #expect(marks(reading, pupil: 3).contains([2024, 1, 2, monday + 1, 0, 900, 4, 1]))
        #expect(marks(reading, pupil: 3).contains([2024, 2, 3, 0, 0, -1, 0, 3]))
    }

    @Test func `absences become lesson records and leave no mark`() async throws {
        let reading = try await imported()
        #expect(
            reading.lessons.map { [$0[0], $0[1], $0[3], $0[4]] } == [
                [2, monday, 2, AbsenceKind.unstated.rawValue],
                [2, monday + 1, 2, AbsenceKind.illness.rawValue],
                [3, january, 2, AbsenceKind.excused.rawValue],
            ]
        )
        let first = try #require(reading.lessons.first)
        let slot = LessonRecord.slot(subject: SubjectID(rawValue: 1), ordinal: 0)
        // Pupil, day, slot; state, kind, late; institution, class, grade, group, subject, teacher, year, term, rated, reason.
        #expect(first == [2, monday, slot, 2, 4, 0, 1, 1, 7, 0, 1, 1, 2024, 1, 0, 0])
        #expect(!reading.marks.contains { $0[0] == 2 && $0[5] == monday })
    }

    @Test(arguments: [
        (Mapping.journalWithoutExcuse, AbsenceKind.unexcused), (.journalWithoutReason, .unstated),
    ])
    func `a person says what a bare n means`(_ shipped: Mapping, _ kind: AbsenceKind) async throws {
        var mapping = Journal.mapping
        mapping.constants.merge(shipped.constants) { _, new in new }
        let lessons = try await imported(mapping).lessons
        #expect(lessons.map { $0[4] } == [kind, .illness, .excused].map(\.rawValue))
        mapping.constants["n"] = "maybe"
        await #expect(throws: Refusal.self) { try await imported(mapping) }
    }

    @Test func `where a blank means present, lessons are rated and everybody has a record`() async throws {
        var mapping = Journal.mapping
        mapping.blankMeansNone = true
        let lessons = try await imported(mapping).lessons
        #expect(lessons.count == 9)
        #expect(lessons.allSatisfy { $0[14] == 1 })
        #expect(lessons.count { $0[3] == 1 } == 6)
    }

    @Test func `a person says for one import that a blank means present`() async throws {
        var mapping = Journal.mapping
        mapping.constants[Mapping.blankConstant] = Mapping.blankPresent
        let lessons = try await imported(mapping).lessons
        #expect(lessons.count == 9 && lessons.allSatisfy { $0[14] == 1 })
    }

    @Test func `a pupil found by class and name alone is to be looked at, once`() async throws {
        let rows =
            Journal.head("7.a", [("Ābols", "Ansis", ""), ("Bērzs", "Baiba", "020212-20001")])
            + [
                Journal.row("Matemātika", .blank, "I semestra vērtējums", ["7", "8"]),
                Journal.row("Matemātika", .blank, "Gada vērtējums", ["7", "8"]),
            ]
        try await World.run(.sqlite) { world in
            let first = try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            #expect(first.doubts.isEmpty)
            let file = try Journal.file([("7.a", rows)])
            let again = try await world.database.data.read { connection in
                let staging = MarksStaging(firstID: 100)
                let known = try EklaseJournal.known(World.tenant, connection)
                try FormatReading(Journal.mapping, today: Day(number: 20_270), tenant: World.tenant)
                    .read(EklaseJournal.self, file, known: known, into: staging)
                return Reading(staging)
            }
            #expect(again.doubts == ["pupil.byName"])
            #expect(
                again.marks.map { $0[0] }.sorted() == [1, 1, 2, 2],
                "the mark is that pupil's all the same"
            )
        }
    }

    @Test func `no pupil is in the columns behind, and a sheet of huge width is read to its last pupil`()
        async throws
    {
        let pupils = (0..<60).map { ("Uzvārds", "Vārds", "0101\(10 + $0 % 90)-2\(1000 + $0)") }
        let marks = pupils.map { _ in "6" }
        let rows =
            Journal.head("9.c", pupils)
            + [Journal.row("Fizika", .blank, "I semestra vērtējums", marks)]
        try await World.run(.sqlite) { world in
            let file = try Journal.file([("9.c", rows)])
            let reading = try await world.read(EklaseJournal.self, file, Journal.mapping)
            #expect(reading.marks.count == 60)
            #expect(reading.rows["pupil"] == 60 && reading.rejected.isEmpty)
        }
    }

    @Test func `what cannot be read is rejected at its cell and the rest is kept`() async throws {
        let reading = try await imported()
        // Row 12 holds an 11; row 14 a day that the calendar does not have.
        #expect(reading.rejected == ["mark.unknown 12:8", "day.impossible 14:4"])
        #expect(marks(reading, pupil: 1, subject: 2).count == 1)
        #expect(marks(reading, pupil: 3, subject: 2).isEmpty)
        #expect(reading.marks.count == 23)
    }

    @Test func `a master creates what the journal names, each once`() async throws {
        let rows = try await imported().rows
        #expect(rows["institution"] == 1)
        #expect(rows["class_group"] == 2)
        #expect(rows["pupil"] == 5)
        #expect(rows["subject"] == 2)
        #expect(rows["staff"] == 1)
        #expect(rows["enrolment"] == 5)
    }

    @Test func `another source creates nobody and says what is missing`() async throws {
        var mapping = Journal.mapping
        mapping.isMaster = false
        let reading = try await imported(mapping)
        #expect(reading.marks.isEmpty)
        #expect(reading.rows.isEmpty)
        #expect(!reading.unmatched.isEmpty)
    }

    @Test func `the same journal again gives the same keys`() async throws {
        try await World.run(.sqlite) { world in
            let first = try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            let again = try await world.database.data.read { connection in
                let staging = MarksStaging()
                let known = try EklaseJournal.known(World.tenant, connection)
                try FormatReading(Journal.mapping, today: Day(number: 20_270), tenant: World.tenant)
                    .read(EklaseJournal.self, Journal.file(), known: known, into: staging)
                return Reading(staging)
            }
            #expect(again.marks == first.marks)
            #expect(again.lessons == first.lessons)
            #expect(again.rows.isEmpty, "\(again.rows)")
        }
    }

    @Test func `a journal is known by its personal codes and its rows`() throws {
        let file = try Journal.file()
        let scores = try file.sheets.map { sheet in
            EklaseJournal.recognise(
                SheetSample(
                    file: file.name,
                    sheet: sheet.name,
                    headings: [],
                    rows: try file.sample(sheet: sheet.index)
                )
            )
        }
        #expect(scores == [98, 0, 98])
    }

    @Test func `a day of another school year or ahead of today is refused`() async throws {
        var mapping = Journal.mapping
        mapping.constants["year"] = "2023/2024"
        #expect(try await imported(mapping).rejected.contains("journal.otherYear 5:4"))
        try await World.run(.sqlite) { world in
            let early = try #require(Journal.monday)
            let reading = try await world.read(
                EklaseJournal.self,
                Journal.file(),
                Journal.mapping,
                today: early
            )
            #expect(reading.rejected.contains("journal.ahead 6:4"))
        }
    }

    @Test func `in a teaching group each pupil keeps the class of the day`() async throws {
        var mapping = Journal.mapping
        mapping.constants["sheets"] = "groups"
        let monday = try #require(Journal.monday)
        let rows =
            Journal.head("Angļu 1", [("Ābols", "Ansis", "010112-20000"), ("Egle", "Edgars", "050511-20004")])
            + [Journal.row("Angļu valoda", .day(monday), "Kārtējais vērtējums", ["8", "n"])]
        try await World.run(.sqlite) { world in
            try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            let group = try Journal.file([("Angļu 1", rows)])
            let reading = try await world.read(EklaseJournal.self, group, mapping, firstID: 100)
            // Pupil; class, grade, group.
            #expect(reading.marks.map { [$0[0], $0[12], $0[13], $0[14]] } == [[1, 1, 7, 100]])
            #expect(reading.lessons.map { [$0[0], $0[7], $0[8], $0[9]] } == [[5, 2, 8, 100]])
        }
    }

    @Test func `without an institution the file is refused with what to do`() async throws {
        var mapping = Journal.mapping
        mapping.constants["institution"] = nil
        await #expect(throws: Refusal.self) { try await imported(mapping) }
    }
}
