import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// The movement of a school year as a self-evaluation report of 2024/2025 gives it, pupil by pupil.
struct MovementTests {
    private let year = SchoolYear(2024)
    /// Pupils of each programme on 1 September and 31 May.
    private let programmes = [
        (479, 462), (15, 17), (13, 13), (648, 628), (290, 270), (10, 9), (3, 3), (30, 35), (14, 16),
        (127, 116),
        (198, 118), (1, 1),
    ]
    /// Reasons of those who left, by the codes of the list.
    private let reasons = [
        ("address", 7), ("abroad", 8), ("wish", 7), ("preschool-end", 40), ("majority", 1),
        ("hard-programme", 14), ("family", 81), ("work", 50), ("prison-transfer", 6), ("release", 5),
    ]

    /// 219 left in all, so of 1 828 pupils 79 fewer than that came to make 1 688.
    private func write(_ connection: Connection) throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        _ = try run.institution(name: "Lielā skola", at: line(1))
        for index in programmes.indices {
            _ = try run.programme(
                institution: InstitutionID(rawValue: 1),
                code: "2101\(1000 + index)",
                licence: "V_\(index)",
                name: "Programma \(index < 10 ? "0" : "")\(index)",
                at: line(1)
            )
        }
        for number in 1...(1828 + 79) {
            let school = InstitutionID(rawValue: 1)
            _ = try run.pupil(externalCode: "\(number)", institution: school, at: line(1))
        }
        try connection.write(staging)
        try enrol(connection)
    }

    private func enrol(_ connection: Connection) throws {
        var leaving = reasons.flatMap { Array(repeating: $0.0, count: $0.1) }[...]
        let arriving = arrivals()
        var pupil = 0
        func add(_ programme: Int, from: Int, reason: String?) throws {
            pupil += 1
            let last = reason == nil ? 0 : year.first.number + 100
            try connection.execute(
                """
                INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, to_day, programme_id,
                    reason_out, version)
                VALUES (\(Worlds.tenant), \(pupil), 1, \(from), \(last), \(programme + 1), \(reason ?? ""), 1)
                """
            )
        }
        for (index, counts) in programmes.enumerated() {
            let leavers = counts.0 + arriving[index] - counts.1
            for number in 0..<counts.0 {
                let reason = number < leavers ? leaving.popFirst() : nil
                try add(index, from: year.first.number - 30, reason: reason)
            }
            for _ in 0..<arriving[index] { try add(index, from: year.first.number + 10, reason: nil) }
        }
        #expect(leaving.isEmpty)
    }

    /// Who came, by programme: where it grew, as many as that; the rest in the largest.
    private func arrivals() -> [Int] {
        var arrivals = programmes.map { max(0, $0.1 - $0.0) }
        arrivals[3] += 79 - arrivals.reduce(0, +)
        return arrivals
    }

    private func report(_ connection: Connection, _ asker: Asker) throws -> ReportDocument {
        let question = Worlds.question(connection, year: year)
        let asked = Question(
            selection: question.selection,
            tenant: question.tenant,
            asker: asker,
            today: question.today,
            measures: question.measures,
            members: question.members,
            connection: connection
        )
        return try Disclosure().applied(to: MovementReport.answer(asked), asked)
    }

    @Test(arguments: Engine.available)
    func `both ends, movement by reason and balance are those of the report`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let report = try report(connection, asker([.readFigures, .readPupils]))
                let total = try #require(report.sections[0].total)
                #expect(numbers(total) == [1828, 79, 219, 7, 8, 7, 197, 0, 1688, 1688])
                guard case .figure(let balance) = total.cells.last else {
                    Issue.record("no balance")
                    return
                }
                #expect(balance.scaled.map { [$0.value, $0.decimals] } == [923, 1], "1688 / 1828 = 92,3 %")
                #expect(numbers(report.sections[0].rows[0]) == numbers(total), "the only institution")
                let ends = report.sections[1].rows.map { Array(numbers($0).prefix(2)) }
                #expect(ends == programmes.map { [$0.0, $0.1] })
                let lines = report.sections[2].rows.map { row in
                    words(row) + numbers(row).map { "\($0 ?? -1)" }
                }
                #expect(lines.first == ["Dzīvesvietas maiņa", "7"])
                #expect(lines.contains(["Cits iemesls", "197"]))
                #expect(lines.contains(["Cits iemesls", "Ģimenes apstākļi", "81"]))
                #expect(lines.contains(["Cits iemesls", "Darbs vai mācības citur", "50"]))
                #expect(lines.contains(["Atskaitīti kopā", "219"]))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who reads figures only sees no reason of few, nor what gives it away`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try small(connection, leaving: 6)
                let report = try report(connection, asker([.readFigures]))
                // 20 at the start, 6 left: 4 for one reason, 2 for another; nobody came; 14 at the end.
                let row = try #require(report.sections[0].rows.first)
                #expect(numbers(row) == [20, 0, 6, nil, 0, nil, 0, 0, 14, 14])
                let details = report.sections[2].rows.filter { words($0).count > 1 }
                #expect(details.isEmpty, "reasons behind a line are for those who work with the pupils")
                let seen = try self.report(connection, asker([.readFigures, .readPupils]))
                #expect(numbers(seen.sections[0].rows[0]) == [20, 0, 6, 4, 0, 2, 0, 0, 14, 14])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `with both ends known, few who left are hidden with those who came`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try small(connection, leaving: 4)
                let report = try report(connection, asker([.readFigures]))
                let row = try #require(report.sections[0].rows.first)
                #expect(numbers(row) == [20, nil, nil, nil, 0, 0, 0, 0, 16, 16])
                #expect(report.sections[0].total.map(numbers) == numbers(row))
            }
        }
    }

    private func small(_ connection: Connection, leaving: Int) throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        _ = try run.institution(name: "Mazā skola", at: line(1))
        for number in 1...20 {
            let school = InstitutionID(rawValue: 1)
            _ = try run.pupil(externalCode: "\(number)", institution: school, at: line(1))
        }
        try connection.write(staging)
        for pupil in 1...20 {
            let reason = pupil <= 4 ? "address" : pupil <= leaving ? "wish" : ""
            let last = pupil <= leaving ? year.first.number + 50 : 0
            try connection.execute(
                """
                INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, to_day, reason_out, version)
                VALUES (\(Worlds.tenant), \(pupil), 1, \(year.first), \(last), \(reason), 1)
                """
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind movers add up to them`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let question = Worlds.question(connection, year: year)
                for (measure, members, sum) in [
                    (RegistryMeasures.left, [:], 219), (RegistryMeasures.arrived, [.institution: 1], 79),
                    (RegistryMeasures.movement, [.kind: MoveKind.other.rawValue], 197),
                    (RegistryMeasures.movement, [:], 140),
                ] as [(String, [Dimension: Int], Int)] {
                    let rows = try question.measures.named(measure).evidence(
                        question.selection,
                        members: members,
                        tenant: Worlds.tenant,
                        connection,
                        limit: 5000
                    )
                    #expect(rows.reduce(0) { $0 + $1.numerator } == sum, "\(measure) \(members)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `pupils and movement stand beside those of the year before`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let one = Worlds.question(connection, year: year) {
                    $0.institution = InstitutionID(rawValue: 1)
                }
                let programmes = try #require(try ProgrammesReport.answer(one).sections.first)
                // Of one institution each row is called by its programme.
                #expect(programmes.columns.first?.code == "programme" && programmes.chart != nil)
                #expect(words(programmes.rows[0]).first == "Programma 00, 21011000")
                #expect(programmes.total.map { $0.cells.count } == programmes.columns.count)
                let question = Worlds.question(connection, year: SchoolYear(2025))
                for report in [MovementReport.self, ProgrammesReport.self] as [any Report.Type] {
                    let years = try #require(try report.answer(question).sections.last)
                    #expect(years.code == "years", "\(report.name)")
                    #expect(years.rows.map { words($0) } == [["2024./2025."], ["2025./2026."]])
                    #expect(years.rows.map { numbers($0).first } == [1828, 1688])
                }
            }
        }
    }

    private func asker(_ permissions: Set<Permission>) -> Asker { .test(permissions) }

    private func words(_ row: ReportRow) -> [String] {
        row.cells.compactMap { if case .words(let text) = $0 { text.lv } else { nil } }
    }

    private func numbers(_ row: ReportRow) -> [Int?] {
        row.cells.compactMap { cell -> Int?? in
            switch cell {
            case .figure(let figure): .some(figure.tally?.numerator)
            case .number(let number, _): .some(number)
            default: .none
            }
        }
    }
}
