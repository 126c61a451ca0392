import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// The balance of pupils of one institution beside those of others.
struct MovementBesideTests {
    private let year = SchoolYear(2024)

    /// Three institutions: of 20, 10 and 10 pupils 4, 1 and none left; two came to the second.
    private func three(_ connection: Connection) throws {
        for id in 1...3 {
            try connection.execute(
                "INSERT INTO institution (tenant_id, id, version) VALUES (\(Worlds.tenant), \(id), 1)"
            )
        }
        let places = [(1, 20, 4, 0), (2, 10, 1, 2), (3, 10, 0, 0)]
        for (institution, start, leaving, coming) in places {
            for number in 1...(start + coming) {
                let pupil = institution * 100 + number
                let from = number > start ? year.first + 50 : year.first
                let last = number <= leaving ? (year.first + 60).number : 0
                try connection.execute(
                    "INSERT INTO pupil (tenant_id, id, version) VALUES (\(Worlds.tenant), \(pupil), 1)"
                )
                try connection.execute(
                    """
                    INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, to_day, version)
                    VALUES (\(Worlds.tenant), \(pupil), \(institution), \(from), \(last), 1)
                    """
                )
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the balance stands beside similar institutions and the municipality`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try three(connection)
                func answer(_ year: SchoolYear) throws -> ReportDocument {
                    let question = Worlds.question(connection, year: year) {
                        $0.institution = InstitutionID(rawValue: 1)
                    }
                    let asked = Question(
                        selection: question.selection,
                        tenant: question.tenant,
                        asker: asker,
                        today: question.today,
                        measures: question.measures,
                        members: question.members,
                        connection: connection,
                        disclosure: Disclosure()
                    )
                    return try MovementReport.answer(asked)
                }
                let document = try answer(year)
                let section = try #require(document.sections.first { $0.code == "comparison" })
                // 16 of 20, (11 + 10) of 20, (16 + 11 + 10) of 40.
                #expect(section.rows.map(balance) == [800, 1050, 925])
                // A year that is not over has no balance yet.
                let next = try answer(SchoolYear(2025))
                #expect(!next.sections.contains { $0.code == "comparison" })
            }
        }
    }

    private var asker: Asker { .test([.readFigures, .readPupils]) }

    /// The last number of a row, in tenths of a per cent.
    private func balance(_ row: ReportRow) -> Int? {
        if case .number(let number, 1)? = row.cells.last { number } else { nil }
    }
}
