import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attendance

struct ReportTests {
    /// Reads a file of the public documents by a shipped mapping and writes it.
    private func load(
        _ mapping: String,
        _ file: String,
        _ constants: [String: String],
        _ connection: Connection,
        firstID: Int = 1
    ) throws {
        let staging = CollectingStaging(firstID: firstID)
        try FormatReading(World.mapping(mapping, constants), today: World.today, tenant: World.tenant).read(
            InstitutionTable.self,
            TableFile(path: SharedData.path("rezekne/\(file)")),
            known: try InstitutionTable.known(World.tenant, connection),
            into: staging
        )
        try staging.write(World.registers, World.tenant, connection)
    }

    private func section(
        _ report: any Report.Type,
        _ connection: Connection,
        year: SchoolYear = World.year,
        term: Int? = nil,
        institution: Int? = nil,
        asker: Asker = World.operatorOfAll,
        extra: [any Measure] = [],
        index: Int = 0
    ) throws -> ReportSection {
        let chosen = institution.map { InstitutionID(rawValue: $0) }
        let selection = Selection(year: year, term: term, institution: chosen)
        let question = World.question(connection, selection, asker: asker, extra: extra)
        let document = try Disclosure().applied(to: report.answer(question), question)
        return document.sections[index]
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence), arguments: Engine.available)
    func `the published statistics of absence come out with their own totals`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try load(
                    "absence-by-kind",
                    "absence_statistics_2022_2023_term1.csv",
                    ["year": "2022/2023", "term": "1"],
                    connection
                )
                for asker in [World.operatorOfAll, World.reader] {
                    let table = try section(
                        AbsenceStatistics.self,
                        connection,
                        year: SchoolYear(2022),
                        term: 1,
                        asker: asker
                    )
                    #expect(table.rows.count == 8)
                    let total = try #require(table.total)
                    #expect(Array(total.numbers.prefix(4)) == [104_083, 43_065, 6_366, 153_514])
                    let first = try #require(table.rows.first)
                    #expect(first.words == "Rēzeknes 2.vidusskola")
                    #expect(Array(first.numbers.prefix(4)) == [20_143, 7_101, 1_529, 28_773])
                    #expect(
                        table.columns.map(\.code).prefix(5) == [
                            "institution", "illness", "excused", "unexcused", "total",
                        ]
                    )
                }
                let otherTerm = try section(
                    AbsenceStatistics.self,
                    connection,
                    year: SchoolYear(2022),
                    term: 2
                )
                #expect(otherTerm.rows.isEmpty && otherTerm.total == nil)
            }
        }
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence), arguments: Engine.available)
    func `the published numbers of pupils over the limit come out by year`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try load("over-limit-by-year", "unexcused_pupils_by_year.csv", [:], connection)
                let table = try section(
                    OverLimitReport.self,
                    connection,
                    year: SchoolYear(2022),
                    asker: World.reader
                )
                #expect(
                    table.columns.map(\.code) == [
                        "institution", "y2019_2020", "y2020_2021", "y2021_2022", "y2022_2023",
                    ]
                )
                #expect(table.total?.numbers == [10, 14, 7, 16])
                #expect(table.rows.map(\.numbers).contains([0, 11, 5, 8]))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `statistics say of each institution where its figures come from`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            // Institution 3 has reported totals alone; institution 1 has both, and its records count.
            let staging = CollectingStaging()
            let mapping = Mapping("test", Text(same: "test"), format: "test")
            let run = ImportRun(
                tenant: World.tenant,
                today: World.today,
                mapping: mapping,
                staging: staging
            )
            let kept = KeptFigures([:])
            for (institution, kind, number) in [(1, 1, 900), (3, 1, 70), (3, 3, 30)] {
                try kept.stage(
                    run,
                    measure: "attendance/missed-reported",
                    year: World.year,
                    term: 1,
                    institution: InstitutionID(rawValue: institution),
                    kind: kind,
                    numerator: number,
                    isPublic: true,
                    at: SourcePlace(line: 1)
                )
            }
            try staging.write(World.registers, World.tenant, connection)
            let table = try section(AbsenceStatistics.self, connection)
            let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.words ?? "", $0.numbers) })
            // Illness, excused, unexcused, without a reason, all.
            #expect(Array((rows["#1"] ?? []).prefix(5)) == [2, 1, 43, 0, 46])
            #expect(Array((rows["#2"] ?? []).prefix(5)) == [nil, nil, nil, 5, 5])
            #expect(Array((rows["#3"] ?? []).prefix(5)) == [70, nil, 30, nil, 100])
            #expect(Array((table.total?.numbers ?? []).prefix(5)) == [72, 1, 73, 5, 151])
            let sources = table.rows.map { row in
                if case .words(let text) = row.cells.last { text.en } else { "" }
            }
            #expect(sources == ["Lesson records", "Lesson records", "Reported"])
        }
    }

    @Test(arguments: Engine.available)
    func `kinds are shown by class within an institution`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let table = try section(AbsenceKinds.self, connection, institution: 1)
            #expect(table.rows.map(\.words) == ["#11", "#12"])
            // Illness, excused, unexcused, without a reason, all, the rated ones missed, those recorded, and late.
            #expect(
                table.rows.map(\.numbers) == [[2, 0, 21, 0, 23, 23, 26, 1], [0, 1, 22, 0, 23, nil, 0, nil]]
            )
            #expect(table.total?.numbers == [2, 1, 43, 0, 46, 23, 26, 1])
        }
    }

    @Test(arguments: Engine.available)
    func `who is over the limit is listed for those who work with them alone`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let persons = try section(OverLimitReport.self, connection, index: 1)
            #expect(persons.rows.map(\.persons) == [[PupilID(rawValue: 1)]])
            #expect(persons.rows.map(\.numbers) == [[1, 21]])
            let question = World.question(connection, Selection(year: World.year), asker: World.reader)
            #expect(try OverLimitReport.answer(question).sections.count == 1)
            let other = World.asker([
                ([.readFigures], .tenant), ([.readPupils], Scope(institution: InstitutionID(rawValue: 2))),
            ])
            let empty = try section(OverLimitReport.self, connection, asker: other, index: 1)
            #expect(empty.rows.isEmpty)
            // One pupil of another institution is over it, so that it says of whom it speaks.
            #expect(empty.empty.lv == "Neviens izglītojamais, ar kuru strādājat, robežu nav pārsniedzis.")
            let ofClass = Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 12))
            let teacher = World.asker([([.readFigures], .tenant), ([.readPupils], ofClass)])
            let classes = try section(OverLimitReport.self, connection, asker: teacher, index: 1)
            #expect(classes.empty.lv == "Jūsu klasēs neviens izglītojamais robežu nav pārsniedzis.")
        }
    }

    @Test(arguments: Engine.available)
    func `the number over the limit is hidden from readers where it is small`(_ engine: Engine) async throws {
        try await withLessons(engine) { connection in
            let table = try section(OverLimitReport.self, connection, asker: World.reader)
            #expect(table.rows.map(\.numbers) == [[nil]])
            #expect(table.total?.numbers == [nil])
            let all = try section(OverLimitReport.self, connection)
            #expect(all.rows.map(\.numbers) == [[1]])
        }
    }
}
