import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Several classes beside each other, of one institution and of others: each asked as if it alone had been chosen.
struct ComparedClassesTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Liepu skola,2024/2025,6.a,P1,Ozols,Jānis
        Liepu skola,2025/2026,7.a,P1,Ozols,Jānis
        Liepu skola,2025/2026,7.b,P2,Liepa,Anna
        Liepu skola,2025/2026,8.a,P4,Bērzs,Juris
        Ozolu skola,2025/2026,7.a,P3,Egle,Ilze
        Ozolu skola,2025/2026,8.a,P5,Kalns,Pēteris
        """
    private static let absences = """
        institution,class,pupil_code,date,subject,code,lessons
        Liepu skola,6.a,P1,2025-01-13,Matemātika,nn,2
        Liepu skola,7.a,P1,2026-01-12,Matemātika,nn,8
        Liepu skola,7.b,P2,2026-01-12,Matemātika,nn,3
        Liepu skola,7.b,P2,2026-01-13,Latviešu valoda,nn,1
        Ozolu skola,7.a,P3,2026-01-12,Matemātika,nn,5
        """

    private func board(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(ComparedClassesTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(ComparedClassesTests.absences, "absences")
            try await body(test)
        }
    }

    private func asked(_ report: String, _ chosen: [ReportFilter: String] = [:]) -> ReportRequest {
        var asked = ReportRequest(report)
        asked[.year] = "2025/2026"
        asked[.institution] = "Liepu skola"
        asked[.classGroup] = "7.a"
        for (filter, text) in chosen { asked[filter] = text }
        return asked
    }

    /// What each row of a table is called.
    private func names(_ answer: AnsweredReport, _ code: String) -> [String] {
        let rows = (try? answer.section(code))?.rows ?? []
        return rows.compactMap { $0.cells.first.map { FaceValue($0).words(.lv) } }
    }

    /// The lessons missed without excuse in each row of a table.
    private func unexcused(_ answer: AnsweredReport, _ code: String) -> [Int?] {
        guard let section = try? answer.section(code),
            let column = section.columns.firstIndex(where: { $0.code == "unexcused" })
        else { return [] }
        return section.rows.map { row in
            guard case .figure(let figure) = row.cells[column] else { return nil }
            return figure.tally?.numerator
        }
    }

    private func seated(_ permissions: Set<Permission>, _ scope: Scope, _ test: TestWorld) -> Desk {
        test.world.desk(test.tenant, .test(permissions, in: scope, account: 0))
    }

    private func institution(_ name: String, _ test: TestWorld) async throws -> InstitutionID {
        let tenant = test.tenant
        let id = try await test.world.database.data.read { connection in
            try connection.value(
                "SELECT id FROM institution WHERE tenant_id = \(tenant) AND name = \(name)",
                InstitutionID.self
            )
        }
        return try #require(id)
    }

    @Test(arguments: Engine.available)
    func `classes of one institution and of others stand in one table`(engine: Engine) async throws {
        try await board(engine) { test in
            let asking = Asking(test.desk)
            let answer = try await asking.answer(
                asked("attendance/statistics", [.compared: "7.b,Ozolu skola:7.a"])
            )
            #expect(
                names(answer, "compared") == [
                    "7.a, Liepu skola", "7.b, Liepu skola", "7.a, Ozolu skola",
                ]
            )
            #expect(unexcused(answer, "compared") == [8, 4, 5])
            let alone = try await asking.answer(
                asked("attendance/statistics", [.institution: "Ozolu skola"])
            )
            #expect(unexcused(answer, "table-3") == unexcused(alone, "table"))
        }
    }

    @Test(arguments: Engine.available)
    func `each class stands beside what it was in another year`(engine: Engine) async throws {
        try await board(engine) { test in
            let answer = try await Asking(test.desk).answer(
                asked("attendance/statistics", [.compared: "7.b", .years: "2024/2025"])
            )
            // Nobody of the second class was in any class the year before.
            #expect(
                names(answer, "compared") == [
                    "6.a, 2024./2025.", "7.a, 2025./2026.", "7.b, 2025./2026.",
                ]
            )
            #expect(unexcused(answer, "compared") == [2, 8, 4])
        }
    }

    @Test(arguments: Engine.available)
    func `a report that compares classes itself leaves those of other institutions to the house`(
        engine: Engine
    ) async throws {
        try await board(engine) { test in
            let answer = try await Asking(test.desk).answer(
                asked("attendance/kinds", [.compared: "7.b,Ozolu skola:7.a"])
            )
            let first = names(answer, "table")
            #expect(first.contains("7.a") && first.contains("7.b"))
            let second = names(answer, "table-2")
            #expect(second.contains("7.a") && !second.contains("7.b"))
        }
    }

    @Test(arguments: Engine.available)
    func `what is hidden of a class alone is hidden beside others`(engine: Engine) async throws {
        try await board(engine) { test in
            let desk = seated([.readFigures], .tenant, test)
            let chosen: [ReportFilter: String] = [.compared: "7.b,Ozolu skola:7.a"]
            let beside = try await Asking(desk).answer(asked("attendance/statistics", chosen))
            let places: [[ReportFilter: String]] = [
                [:], [.classGroup: "7.b"], [.institution: "Ozolu skola"],
            ]
            for (index, place) in places.enumerated() {
                let alone = try await Asking(desk).answer(asked("attendance/statistics", place))
                let code = index == 0 ? "table" : "table-\(index + 1)"
                let told = unexcused(beside, code)
                #expect(told == unexcused(alone, "table"), "\(code)")
                #expect(told.first == .some(nil), "\(code)")
            }
            #expect(unexcused(beside, "compared").allSatisfy { $0 == nil })
        }
    }

    @Test(arguments: Engine.available)
    func `a class out of reach is not there`(engine: Engine) async throws {
        try await board(engine) { test in
            let own = try await institution("Liepu skola", test)
            let desk = seated([.readFigures], Scope(institution: own), test)
            let tenant = test.tenant
            let id = try await test.world.database.data.read { connection in
                try connection.value(
                    """
                    SELECT id FROM class_group
                    WHERE tenant_id = \(tenant) AND institution_id <> \(own) AND name = '7.a'
                    """,
                    Int.self
                )
            }
            let other = try #require(id)
            for text in ["Ozolu skola:7.a", "\(other)"] {
                await #expect(throws: Refusal.self, "\(text)") {
                    try await Asking(desk).answer(asked("attendance/statistics", [.compared: text]))
                }
            }
            let open = try await Asking(test.desk).answer(
                asked("attendance/statistics", [.compared: "\(other)"])
            )
            #expect(names(open, "compared") == ["7.a, Liepu skola", "7.a, Ozolu skola"])
        }
    }

    @Test(arguments: Engine.available)
    func `classes of the same grade elsewhere are offered to who reaches them`(engine: Engine) async throws {
        try await board(engine) { test in
            let own = try await institution("Liepu skola", test)
            func offered(_ desk: Desk) async throws -> [String] {
                try await desk.database.data.read { connection in
                    let finder = FilterFinder(desk, connection)
                    var selection = Selection(year: SchoolYear(2025), institution: own)
                    selection.reach = desk.asker.reach(.readFigures, on: desk.today)
                    try ClassFilter.choose("7.a", &selection, finder)
                    guard case .several(let members) = try ComparedFilter.offer(selection, finder) else {
                        return []
                    }
                    return members.map(\.words.lv)
                }
            }
            let everywhere = try await offered(seated([.readFigures], .tenant, test))
            #expect(everywhere == ["7.b", "8.a", "7.a, Ozolu skola"])
            let inside = try await offered(seated([.readFigures], Scope(institution: own), test))
            #expect(inside == ["7.b", "8.a"])
        }
    }

    @Test(arguments: Engine.available)
    func `pupils of compared classes leave by the leave of each one's institution`(
        engine: Engine
    ) async throws {
        try await board(engine) { test in
            let (own, other) = (
                try await institution("Liepu skola", test), try await institution("Ozolu skola", test)
            )
            let desk = test.desk
            let report = try #require(desk.house.report("attendance/over-limit")).report
            let scopes = try await desk.database.data.read { connection in
                let finder = FilterFinder(desk, connection)
                var selection = Selection(year: SchoolYear(2025), institution: own)
                try ClassFilter.choose("7.a", &selection, finder)
                try ComparedFilter.choose("Ozolu skola:7.a", &selection, finder)
                return try ComparedParts(selection, of: report, finder).parts.flatMap {
                    try ExportPlaces.of($0.selection, finder)
                }
            }
            #expect(scopes.map(\.institution) == [own, other])
            #expect(Set(scopes.compactMap(\.classGroup)).count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `statistics of a subject have a row for each institution`(engine: Engine) async throws {
        try await board(engine) { test in
            var asked = ReportRequest("attendance/statistics")
            asked[.year] = "2025/2026"
            asked[.subject] = "Matemātika"
            let answer = try await Asking(test.desk).answer(asked)
            #expect(names(answer, "table") == ["Liepu skola", "Ozolu skola"])
            #expect(unexcused(answer, "table") == [11, 5])
            // Absence in a subject points to its teacher.
            let closed = try await Asking(seated([.readFigures], .tenant, test)).answer(asked)
            #expect(unexcused(closed, "table").isEmpty)
        }
    }

    @Test func `teachers stand beside their own years and never beside each other`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let reports = test.world.house.rooms.flatMap(\.reports).filter { $0.filters.contains(.teacher) }
            #expect(reports.count == 3)
            for report in reports {
                #expect(report.filters.contains(.years), "\(report.name)")
                let others: Set<ReportFilter> = [.institutions, .compared]
                #expect(others.isDisjoint(with: report.filters), "\(report.name)")
            }
            for report in test.world.house.rooms.flatMap(\.reports) where report.comparesClasses {
                #expect(report.filters.contains(.compared), "\(report.name)")
            }
        }
    }
}
