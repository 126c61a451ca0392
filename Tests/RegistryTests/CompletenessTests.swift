import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Two schools; one has marks and months of one class only.
struct CompletenessTests {
    private let year = SchoolYear(2024)

    /// Two classes and a preschool group in the first school, one class in the second; a pupil without a class.
    private func write(_ connection: Connection) throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        for name in ["Avota skola", "Bērzu skola"] { _ = try run.institution(name: name, at: line(1)) }
        for (school, name) in [(1, "5.a"), (1, "6.a"), (2, "5.a"), (1, "Pūcītes")] {
            let school = InstitutionID(rawValue: school)
            _ = try run.classGroup(institution: school, year: year, name: name, at: line(1))
        }
        for number in 1...9 {
            let school = InstitutionID(rawValue: number < 8 ? 1 : 2)
            _ = try run.pupil(externalCode: "\(number)", institution: school, at: line(1))
        }
        try connection.write(staging)
        try connection.execute(
            """
            INSERT INTO kept_measure (tenant_id, id, name, version)
            VALUES (\(Worlds.tenant), 1, \(RegistryMeasures.pupilsReported), 1)
            """
        )
        try connection.execute(
            """
            INSERT INTO kept_figure (tenant_id, measure_id, year, term, institution_id, kind, numerator,
                denominator, people, is_public, batch_id, source)
            VALUES (\(Worlds.tenant), 1, \(year.start), 0, 1, 0, 8, 1, 8, 1, 1, 0)
            """
        )
        // Classes of the pupils: five of 5.a, one of the group, one of none; then two of the other school.
        for (pupil, classID) in [1, 1, 1, 1, 2, 4, 0, 3, 3].enumerated() {
            let school = pupil < 7 ? 1 : 2
            try connection.execute(
                """
                INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, class_id, version)
                VALUES (\(Worlds.tenant), \(pupil + 1), \(school), \(year.first), \(classID), 1)
                """
            )
        }
    }

    /// Classes that have data, by measure: class, institution, grade and period.
    private let data: [any Measure] = [
        FixedClasses("attainment/classes-recorded", .term, [(1, 1, 5, 1), (2, 1, 6, 1), (1, 1, 5, 2)]),
        FixedClasses(
            "attainment/classes-marked",
            .month,
            [(1, 1, 5, 24296), (2, 1, 6, 24296), (3, 2, 5, 24297)]
        ),
        FixedClasses("attendance/classes-recorded", .month, [(1, 1, 5, 24296), (3, 2, 5, 24296)]),
        FixedClasses("assessments/classes-recorded", .year, [(3, 2, 5, 0), (4, 1, 0, 0)]),
    ]

    private func report(
        _ connection: Connection,
        today: Day? = nil,
        data: [any Measure]? = nil,
        _ narrow: (inout Selection) -> Void = { _ in }
    ) throws -> ReportDocument {
        let question = Worlds.question(connection, year: year, narrow)
        return try CompletenessReport.answer(
            Question(
                selection: question.selection,
                tenant: question.tenant,
                asker: ExportWorld.asker([.readFigures, .readPupils]),
                today: today ?? question.today,
                measures: MeasureBook(RegistryMeasures.all + (data ?? self.data)),
                members: question.members,
                connection: connection,
                disclosure: Disclosure()
            )
        )
    }

    @Test(arguments: Engine.available)
    func `classes without data are counted by term, year and month`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let report = try report(connection)
                #expect(
                    report.sections.map(\.code) == ["table", "marks_monthly", "absences"],
                    "lessons have no measure here"
                )
                let rows = report.sections[0].rows
                // Classes; marks of both terms; tests, which grade 6 has nowhere; without class, in grades, reported, difference.
                #expect(
                    rows.map(cells) == [
                        ["Avota skola", "2", "0", "1", "1", "1", "5", "8", "-3"],
                        ["Bērzu skola", "1", "1", "1", "0", "0", "2", "?", "?"],
                    ]
                )
                let marks = report.sections[1]
                #expect(
                    marks.rows.map { cells($0).prefix(3) } == [
                        ["Avota skola", "0", "2"], ["Bērzu skola", "1", "0"],
                    ]
                )
                let months = report.sections[2]
                #expect(months.columns.map(\.code).first == "institution" && months.columns.count == 10)
                #expect(
                    months.rows.map { cells($0).prefix(3) } == [
                        ["Avota skola", "1", "2"], ["Bērzu skola", "0", "1"],
                    ]
                )
                #expect(report.finding?.lv == "Visi gaidāmie dati ir 0 no 2 iestādēm.")
                guard case .bars(let first)? = report.sections[0].chart,
                    case .lines(let over)? = months.chart
                else {
                    Issue.record("There is no picture")
                    return
                }
                #expect(first == "marks_1" && over.first == "2024-09" && over.count == 9)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what is not over is not waited for, and a school's classes are told one by one`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let early = try report(connection, today: Day(2024, 10, 15))
                #expect(cells(early.sections[0].rows[0]).prefix(5) == ["Avota skola", "2", "", "", ""])
                #expect(cells(early.sections[1].rows[0]).prefix(3) == ["Avota skola", "0", ""])
                #expect(cells(early.sections[2].rows[0]).prefix(3) == ["Avota skola", "1", ""])
                #expect(early.finding?.lv == "Visi gaidāmie dati ir 0 no 2 iestādēm.")
                // Before the end of the first term months alone are waited for.
                let autumn = try report(connection, today: Day(2024, 10, 15)) {
                    $0.institution = InstitutionID(rawValue: 1)
                }
                #expect(autumn.sections.first?.title?.lv == "Stundu un pārbaudes darbu vērtējumi pa mēnešiem")
                let one = try report(connection) { $0.institution = InstitutionID(rawValue: 1) }
                #expect(
                    one.sections[0].rows.map(cells) == [
                        ["5.a", "ir", "ir", "trūkst"], ["6.a", "ir", "trūkst", ""],
                    ]
                )
                // A class has marks or misses them; it does not have the lack of them.
                #expect(
                    one.sections[0].columns.map(\.heading.lv) == [
                        "Klase", "Semestra vērtējumi, 1. sem.", "Semestra vērtējumi, 2. sem.",
                        "Pārbaudes darbu rezultāti",
                    ]
                )
                #expect(one.sections[2].title?.lv == "Kavējumu ieraksti pa mēnešiem")
                let alone = try report(connection) {
                    $0.institution = InstitutionID(rawValue: 1)
                    $0.classGroup = ClassID(rawValue: 2)
                }
                #expect(alone.sections[0].rows.map(cells) == [["6.a", "ir", "trūkst", ""]])
                #expect(alone.finding?.lv == "Klasei vēl nav visu gaidāmo datu.")
                let term = try report(connection) { $0.term = 2 }
                #expect(
                    term.sections[1].columns.map(\.code) == [
                        "institution", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05",
                    ]
                )
                #expect(cells(term.sections[0].rows[0]).prefix(4) == ["Avota skola", "2", "1", "1"])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a grade without such data in the whole board is not waited for, unless no grade has any`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                // Of grade 6 nobody has marks in lessons; of grade 5 the other school alone has.
                let few = FixedClasses("attainment/classes-marked", .month, [(3, 2, 5, 24296)])
                let waited = try report(connection, data: [few]) {
                    $0.institution = InstitutionID(rawValue: 1)
                }
                let marks = try #require(waited.sections.first { $0.code == "marks_monthly" })
                #expect(marks.rows.map { cells($0).prefix(2) } == [["5.a", "trūkst"]])
                let none = FixedClasses("attainment/classes-marked", .month, [])
                let all = try report(connection, data: [none]) {
                    $0.institution = InstitutionID(rawValue: 1)
                }
                let missing = try #require(all.sections.first { $0.code == "marks_monthly" })
                #expect(missing.rows.map { cells($0).prefix(2) } == [["5.a", "trūkst"], ["6.a", "trūkst"]])
            }
        }
    }

    private func cells(_ row: ReportRow) -> [String] {
        row.cells.map { cell in
            switch cell {
            case .words(let text), .member(_, _, let text): text.lv
            case .figure(let figure): figure.tally.map { "\($0.numerator)" } ?? "?"
            case .number(let number, _): "\(number)"
            case .day(let day): day.description
            case .blank: ""
            case .unknown: "?"
            }
        }
    }
}

/// Classes that have data, as a test says.
private struct FixedClasses: Measure {
    let name: String
    let title = Text(same: "fixed")
    let definition = Text(same: "fixed")
    let unit = MeasureUnit.count(Noun(lv: "klase", "klases", en: "class", "classes"))
    let period: Dimension
    let rows: [(classGroup: Int, institution: Int, grade: Int, period: Int)]
    let dimensions: Set<Dimension> = [.institution, .classGroup, .grade, .term, .month]

    init(_ name: String, _ period: Dimension, _ rows: [(Int, Int, Int, Int)]) {
        self.name = name
        self.period = period
        self.rows = rows.map { ($0.0, $0.1, $0.2, $0.3) }
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        rows.filter { row in
            (selection.institution.map { $0.rawValue == row.institution } ?? true)
                && (selection.term.map { period != .term || $0 == row.period } ?? true)
        }
        .reduce(into: [:]) { tallies, row in
            let key = dimensions.map { dimension in
                switch dimension {
                case .institution: row.institution
                case .classGroup: row.classGroup
                case .grade: row.grade
                default: row.period
                }
            }
            tallies[key, default: Tally(0)].numerator += 1
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }
}
