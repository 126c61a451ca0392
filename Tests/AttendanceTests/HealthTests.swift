import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attendance

/// Illness as those see it who see pupils, but may not know of their health.
struct HealthTests {
    private static let specialist = World.asker([([.readFigures, .readPupils], .tenant)])

    /// Six pupils of one class and two of another, each with both accepted reasons; one missed lessons without any.
    private func withClasses(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for pupil in 1...6 {
                let missed = pupil == 1 ? 3 : 0
                try school.total(pupil, [.illness: 2, .excused: 1, .unexcused: missed], of: nil)
            }
            for pupil in 7...8 {
                try school.total(pupil, [.illness: 4, .excused: 1, .unexcused: 0], of: nil, classGroup: 12)
            }
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `kinds of a small class stand together, and of one more so that it cannot be derived`(
        _ engine: Engine
    ) async throws {
        try await withClasses(engine) { school in
            let document = try school.answer(AbsenceKinds.self, asker: Self.specialist)
            let section = try #require(document.sections.first)
            #expect(
                section.columns.map(\.code) == [
                    "class", "illness", "excused", "unexcused", "excused_all", "total", "missed_share",
                    "known_for", "late",
                ]
            )
            #expect(
                section.facts == [
                    "#11": [nil, nil, 3, 18, 21, nil, 0, nil], "#12": [nil, nil, 0, 10, 10, nil, 0, nil],
                ]
            )
            // Of none of the lessons it is known who was present.
            #expect(section.total?.numbers == [20, 8, 3, 28, 31, nil, 0, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `who works with the pupils sees each kind, and no further column`(_ engine: Engine) async throws {
        try await withClasses(engine) { school in
            let section = try #require(try school.answer(AbsenceKinds.self).sections.first)
            #expect(
                section.facts == [
                    "#11": [12, 6, 3, 21, nil, 0, nil], "#12": [8, 2, 0, 10, nil, 0, nil],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `statistics of an institution show each kind where enough pupils have both`(
        _ engine: Engine
    ) async throws {
        try await withClasses(engine) { school in
            let document = try school.answer(AbsenceStatistics.self, asker: Self.specialist)
            let row = try #require(document.sections.first?.rows.first)
            #expect(Array(row.numbers.prefix(5)) == [20, 8, 3, 28, 31])
            let reader = try school.answer(AbsenceStatistics.self, asker: World.reader)
            #expect(reader.sections.first?.columns.contains { $0.code == "excused_all" } == false)
        }
    }

    @Test(arguments: Engine.available)
    func `illness of many is not told where nobody had another excuse`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            for pupil in 1...6 {
                try school.total(pupil, [.illness: 2, .excused: 0, .unexcused: 0], of: nil)
            }
            try school.write()
            let document = try school.answer(AbsenceKinds.self, asker: Self.specialist)
            #expect(document.sections.first?.facts == ["#11": [nil, nil, 0, 12, 12, nil, 0, nil]])
        }
    }

    @Test(arguments: Engine.available)
    func `a file of absences has one sign for both accepted reasons, and adds them up`(
        _ engine: Engine
    ) async throws {
        try await School.with(engine) { school in
            try Registers.institution(1, school.connection)
            for pupil in 1...2 { try Registers.pupil(pupil, school.connection) }
            try school.lesson(1, day(2025, 9, 8), 1, .absent(.illness))
            try school.lesson(1, day(2025, 9, 8), 2, .absent(.excused))
            try school.total(2, [.illness: 3, .excused: 2, .unexcused: 1], of: nil)
            try school.write()
            let full = try exported(school, for: School.insider)
            #expect(
                full.map(\.code)
                    == ["illness", "excused", "illness", "excused", "unexcused"].map { TableCell.text($0) }
            )
            #expect(full.suffix(3).map(\.lessons) == [.integer(3), .integer(2), .integer(1)])
            let joined = try exported(school, for: Self.specialist)
            #expect(
                joined.map(\.code)
                    == ["excused-all", "excused-all", "excused-all", "unexcused"].map { TableCell.text($0) }
            )
            #expect(joined.suffix(2).map(\.lessons) == [.integer(5), .integer(1)])
            // No import takes the sign for a kind.
            #expect(AbsenceCodes.Meaning(code: "excused-all") == nil)
        }
    }

    private func exported(
        _ school: School,
        for asker: Asker
    ) throws -> [(code: TableCell, lessons: TableCell)] {
        let order = ExportOrder(tenant: World.tenant, year: World.year, asker: asker, today: World.today)
        var rows: [(code: TableCell, lessons: TableCell)] = []
        try Absences.export(order, school.connection) { row in
            rows.append(
                (
                    row.cells[Absences.Field.code.rawValue],
                    row.cells[Absences.Field.lessons.rawValue]
                )
            )
        }
        return rows
    }

    @Test(arguments: Engine.available)
    func
        `a file of absences tells reasons of what stands under one sign to nobody who may not know of health`(
            _ engine: Engine
        ) async throws
    {
        try await School.with(engine) { school in
            try Registers.institution(1, school.connection)
            try Registers.pupil(1, school.connection)
            try school.lesson(1, day(2025, 9, 8), 1, .absent(.illness), reason: 1)
            try school.lesson(1, day(2025, 9, 8), 2, .absent(.excused), reason: 4)
            try school.lesson(1, day(2025, 9, 8), 3, .absent(.unexcused), reason: 9)
            try school.write()
            #expect(try reasons(school, for: School.insider) == [.integer(1), .integer(4), .integer(9)])
            #expect(try reasons(school, for: Self.specialist) == [.blank, .blank, .integer(9)])
        }
    }

    private func reasons(_ school: School, for asker: Asker) throws -> [TableCell] {
        let order = ExportOrder(tenant: World.tenant, year: World.year, asker: asker, today: World.today)
        var cells: [TableCell] = []
        try Absences.export(order, school.connection) { row in
            #expect(row.cells.count == Absences.fields.count)
            cells.append(row.cells[Absences.Field.reason.rawValue])
        }
        return cells
    }

    @Test(arguments: Engine.available)
    func `the rows behind lessons missed tell reasons, and none of the kinds that are seen as one`(
        _ engine: Engine
    ) async throws {
        try await School.with(engine) { school in
            try school.lesson(1, day(2025, 9, 8), 1, .absent(.illness), reason: 1)
            try school.lesson(1, day(2025, 9, 8), 2, .absent(.excused), reason: 4)
            try school.lesson(1, day(2025, 9, 8), 3, .absent(.illness))
            try school.write()
            let rows = try AttendanceMeasures.missed.evidence(
                School.selection(),
                members: [:],
                tenant: World.tenant,
                school.connection,
                limit: 10
            )
            #expect(
                rows.map(\.words.lv) == [
                    "Slimības dēļ, 1. stunda – Slimība (ārsta izziņa)",
                    "Cits attaisnojošs iemesls, 2. stunda – Ģimenes apstākļi", "Slimības dēļ, 3. stunda",
                ]
            )
            #expect(
                rows.map { $0.reason?.en } == ["Illness (doctor’s certificate)", "Family circumstances", nil]
            )
            let together = "Attaisnoti (arī slimības dēļ), "
            #expect(rows.map { $0.withoutHealth?.lv } == [1, 2, 3].map { "\(together)\($0). stunda" })
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind lessons missed have words for those who may not know of health`(
        _ engine: Engine
    ) async throws {
        try await School.with(engine) { school in
            try school.lesson(1, day(2025, 9, 8), 1, .absent(.illness))
            try school.lesson(1, day(2025, 9, 8), 2, .absent(.excused))
            try school.lesson(1, day(2025, 9, 8), 3, .absent(.unexcused))
            try school.write()
            let rows = try AttendanceMeasures.missed.evidence(
                School.selection(),
                members: [:],
                tenant: World.tenant,
                school.connection,
                limit: 10
            )
            #expect(rows.map(\.words.lv).first == "Slimības dēļ, 1. stunda")
            #expect(
                rows.map { $0.withoutHealth?.lv } == [
                    "Attaisnoti (arī slimības dēļ), 1. stunda", "Attaisnoti (arī slimības dēļ), 2. stunda",
                    "Neattaisnoti, 3. stunda",
                ]
            )
        }
    }
}
