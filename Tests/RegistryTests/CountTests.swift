import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

/// A school of two programmes through one year, counted by hand.
@Suite struct CountTests {
    private let year = SchoolYear(2024)
    private let first = 1

    /// Enrolments: pupil, institution, first day, last day, programme, class, reasons.
    private func write(_ connection: Connection) throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        for name in ["Avota skola", "Ābeļu skola"] { _ = try run.institution(name: name, at: line(1)) }
        for (code, institution, licence) in [
            ("21011111", 1, "V_1"), ("31016011", 1, "V_2"), ("21011111", 2, "V_3"),
        ] {
            _ = try run.programme(
                institution: InstitutionID(rawValue: institution),
                code: code,
                licence: licence,
                name: "Programma \(code)",
                at: line(1)
            )
        }
        for number in 1...12 {
            _ = try run.pupil(externalCode: "\(number)", institution: InstitutionID(rawValue: 1), at: line(1))
        }
        try connection.write(staging)
        for stay in try Self.stays {
            try connection.execute(
                """
                INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, to_day, programme_id,
                    reason_in, reason_out, version)
                VALUES (\(Worlds.tenant), \(stay.pupil), \(stay.school), \(stay.from), \(stay.to), \(stay.programme),
                    \(stay.arrived), \(stay.left), 1)
                """
            )
        }
    }

    private struct Stay {
        let pupil: Int
        var school = 1
        let from: Int
        var to = 0
        var programme = 1
        var arrived = ""
        var left = ""

        init(
            _ pupil: Int,
            school: Int = 1,
            _ from: String,
            _ to: String = "",
            programme: Int = 1,
            arrived: String = "",
            left: String = ""
        ) throws {
            self.pupil = pupil
            self.school = school
            self.from = try Parse.day(from).number
            self.to = to.isEmpty ? 0 : try Parse.day(to).number
            self.programme = programme
            self.arrived = arrived
            self.left = left
        }
    }

    private static var stays: [Stay] {
        get throws {
            try [
                // All year, from years before, from the first day, until the last one.
                Stay(1, "01.09.2023."), Stay(2, "01.09.2024."), Stay(3, "01.09.2024.", "31.05.2025."),
                // Changes the programme in winter: no movement of the school.
                Stay(4, "01.09.2024.", "31.12.2024."), Stay(4, "01.01.2025.", programme: 2),
                // Leaves, with reasons; one on the first day of school.
                Stay(5, "01.09.2024.", "12.11.2024.", left: "abroad"),
                Stay(6, "01.09.2024.", "01.09.2024.", left: "address"),
                // Left before the year, and comes after it: neither counts.
                Stay(7, "01.09.2022.", "31.08.2024."), Stay(8, "01.06.2025."),
                // Comes within the year; comes and leaves.
                Stay(9, "02.09.2024.", programme: 2, arrived: "address"),
                Stay(10, "01.10.2024.", "30.05.2025.", arrived: "ukraine", left: "abroad"),
                // Leaves and comes back.
                Stay(11, "01.09.2024.", "01.10.2024.", left: "wish"),
                Stay(11, "01.03.2025.", arrived: "wish"),
                // Two institutions at a time.
                Stay(12, "01.09.2024."), Stay(12, school: 2, "01.09.2024.", programme: 3),
            ]
        }
    }

    @Test(arguments: Engine.available)
    func `start and movement give the end, in each institution`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let counts = PupilCounts(Selection(year: year), tenant: Worlds.tenant)
                let start = try counts.pupils(on: counts.start, connection)
                let end = try counts.pupils(on: counts.end, connection)
                // 1 2 3 4 5 6 11 12, then 1 2 3 4 9 11 12.
                #expect(start == [InstitutionID(rawValue: 1): 8, InstitutionID(rawValue: 2): 1])
                #expect(end == [InstitutionID(rawValue: 1): 7, InstitutionID(rawValue: 2): 1])
                let movement = try counts.movement(connection)
                let words = movement.map { "\($0.isArrival ? "+" : "-")\($0.reason) \($0.count)" }
                #expect(
                    words == ["+address 1", "+ukraine 1", "+wish 1", "-abroad 2", "-address 1", "-wish 1"]
                )
                for institution in start.keys {
                    let moved = movement.filter { $0.institution == institution }
                    let net = moved.reduce(0) { $0 + ($1.isArrival ? $1.count : -$1.count) }
                    #expect((start[institution] ?? 0) + net == end[institution] ?? 0)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `programmes count their pupils on both days`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let counts = PupilCounts(Selection(year: year), tenant: Worlds.tenant)
                let rows = try counts.programmes(connection)
                #expect(rows.map(\.programme.rawValue) == [1, 2, 3])
                #expect(rows.map(\.atStart) == [8, 0, 1])
                #expect(rows.map(\.atEnd) == [5, 2, 1])
                let report = try #require(registryRoom.reports.first { $0.name == "programmes" })
                let section = try #require(
                    report.answer(Worlds.question(connection, year: year)).sections.first
                )
                // Ābeļu before Avota: the long vowel stands beside its short one.
                #expect(
                    section.rows.map { words($0.cells[0]) } == ["Ābeļu skola", "Avota skola", "Avota skola"]
                )
                let end = section.columns.count - 1
                #expect(section.rows.map { number($0.cells[end - 1]) } == [1, 8, 0])
                #expect(section.rows.map { number($0.cells[end]) } == [1, 5, 2])
                // The pupil of two institutions is one pupil of the board.
                let total = try #require(section.total)
                #expect(number(total.cells[end - 1]) == 8 && number(total.cells[end]) == 7)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the end of a year that is not over is not known`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let report = try #require(registryRoom.reports.first { $0.name == "programmes" })
                let question = Worlds.question(connection, year: SchoolYear(2025))
                let section = try #require(report.answer(question).sections.first)
                #expect(section.rows.allSatisfy { $0.cells.last.map(number) == .some(nil) })
                #expect(section.total.map { $0.cells.last.map(number) } == .some(.some(nil)))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the measure of pupils narrows by reach and lays out by institution`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let question = Worlds.question(connection, year: year)
                let byInstitution = try question.figures("registry/pupils", over: [.institution])
                #expect(byInstitution.mapValues { $0.tally?.numerator } == [[1]: 8, [2]: 1])
                #expect(try question.figure("registry/pupils").tally == Tally(8, people: 8))
                let narrow = Worlds.question(connection, year: year) { selection in
                    selection.reach = Reach()
                    selection.reach.add(Scope(institution: InstitutionID(rawValue: 2)))
                }
                #expect(try narrow.figure("registry/pupils").tally == Tally(1, people: 1))
                let nobody = Worlds.question(connection, year: year) { $0.reach = Reach() }
                #expect(try nobody.figure("registry/pupils").tally == nil)
                #expect(try question.figure("registry/institutions").tally?.numerator == 2)
                let rows = try question.measures.named("registry/pupils").evidence(
                    question.selection,
                    members: [.institution: 1],
                    tenant: Worlds.tenant,
                    connection,
                    limit: 100
                )
                #expect(rows.map(\.pupil.rawValue) == [1, 2, 3, 4, 5, 6, 11, 12])
            }
        }
    }

    private func words(_ cell: ReportCell) -> String {
        switch cell {
        case .member(_, _, let text), .words(let text): text.lv
        default: ""
        }
    }

    private func number(_ cell: ReportCell) -> Int? {
        guard case .figure(let figure) = cell else { return nil }
        return figure.tally?.numerator
    }
}
