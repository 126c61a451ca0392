import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attainment

/// What a journal says of its pupils and the registers do not, or say otherwise.
struct JournalDoubtTests {
    private let code = "010112-20000"
    private let february = Day(2025, 2, 3)

    /// A sheet of a class with one pupil, who has a mark in a lesson.
    private func sheet(_ name: String, _ pupil: (String, String, String)) throws -> TableFile {
        let day = try #require(february)
        let rows =
            Journal.head(name, [pupil])
            + [Journal.row("Matemātika", .day(day), "Kārtējais vērtējums", ["8"])]
        return try Journal.file([(name, rows)])
    }

    private static var guest: Mapping {
        var mapping = Journal.mapping
        mapping.isMaster = false
        return mapping
    }

    /// What is to be looked at of a sheet, whose mark is taken over all the same, once the two classes are there.
    private func doubts(
        _ name: String,
        _ pupil: (String, String, String),
        _ mapping: Mapping = Self.guest,
        before: SQL? = nil
    ) async throws -> [String] {
        var doubts: [String] = []
        try await World.run(.sqlite) { world in
            try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            if let before { try await world.database.data.write { try $0.execute(before) } }
            let file = try sheet(name, pupil)
            let reading = try await world.read(EklaseJournal.self, file, mapping, firstID: 100)
            #expect(reading.marks.map { $0[0] } == [1])
            #expect(reading.rejected.isEmpty && reading.unmatched.isEmpty)
            doubts = reading.doubts
        }
        return doubts
    }

    @Test func `a column that names nobody is rejected at its head where it holds anything`() async throws {
        let day = try #require(february)
        let rows =
            Journal.head(
                "7.a",
                [
                    ("Ābols", "Ansis", code), ("Bērzs", "", "020212"), ("", "", ""),
                    ("Mājasdarba vērtējums", "", ""), ("Dilles", "", ""),
                ]
            ) + [
                Journal.row("Matemātika", .day(day), "Kārtējais vērtējums", ["8", "7", "", "6", ""]),
                Journal.row("", .day(day), "Kārtējais vērtējums", ["8", "7", "5", "6", "\u{a0}"]),
            ]
        try await World.run(.sqlite) { world in
            let file = try Journal.file([("7.a", rows)])
            let reading = try await world.read(EklaseJournal.self, file, Journal.mapping)
            #expect(reading.rejected == ["journal.nobody 4:7", "journal.nobody 2:9", "journal.nobody 2:8"])
            #expect(reading.marks.map { $0[0] } == [1, 1] && reading.rows["pupil"] == 1)
        }
    }

    @Test func `a whole name in the row of surnames is a name`() async throws {
        let day = try #require(february)
        let rows =
            Journal.head("7.a", [("Celma-Ozola Anna Marija", "", ""), ("Dilles, Dace", "", "040411-20003")])
            + [Journal.row("Matemātika", .day(day), "Kārtējais vērtējums", ["8", "7"])]
        try await World.run(.sqlite) { world in
            let file = try Journal.file([("7.a", rows)])
            let reading = try await world.read(EklaseJournal.self, file, Journal.mapping)
            #expect(reading.rejected.isEmpty && reading.marks.count == 2)
            let names = try await world.database.data.read {
                try $0.rows("SELECT surname || '|' || forename FROM pupil ORDER BY id", String.self)
            }
            #expect(names == ["Celma-Ozola|Anna Marija", "Dilles|Dace"])
        }
    }

    @Test func `a code with another pupil's name is to be looked at`() async throws {
        let other = try await doubts("7.a", ("Bērzs", "Baiba", code))
        #expect(other == ["pupil.otherName"])
        let sibling = try await doubts("7.a", ("Ābols", "Artis", code))
        #expect(sibling == ["pupil.otherName"])
    }

    @Test func `a second forename or none at all is no other name`() async throws {
        for forename in ["Ansis", "Ansis Jānis", ""] {
            let found = try await doubts("7.a", ("Ābols", forename, code))
            #expect(found.isEmpty, "\(forename)")
        }
    }

    @Test func `a pupil who is not in the sheet's class on the day is to be looked at`() async throws {
        let other = try await doubts("8.b", ("Ābols", "Ansis", code))
        #expect(other == ["enrolment.otherClass"])
        let day = try #require(february)
        let left = try await doubts(
            "7.a",
            ("Ābols", "Ansis", code),
            before: "UPDATE enrolment SET to_day = \(day - 1) WHERE pupil_id = 1"
        )
        #expect(left == ["enrolment.otherClass"])
        let last = try await doubts(
            "7.a",
            ("Ābols", "Ansis", code),
            before: "UPDATE enrolment SET to_day = \(day) WHERE pupil_id = 1"
        )
        #expect(last.isEmpty)
    }

    @Test func `a source that moves a pupil within the year says so`() async throws {
        let moved = try await doubts("8.b", ("Ābols", "Ansis", code), Journal.mapping)
        #expect(moved == ["enrolment.moves"])
    }
}
