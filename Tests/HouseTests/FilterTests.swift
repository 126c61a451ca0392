import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// What reports are narrowed to: found by what people type, told in addresses, kept from those who may not know.
struct FilterTests {
    @Test func `every filter has one kind, in the order of filters`() {
        #expect(FilterKinds.all.map { $0.filter } == ReportFilter.allCases)
    }

    @Test(arguments: Engine.available)
    func `an address chooses again what was chosen`(engine: Engine) async throws {
        try await board(engine) { test in
            let desk = try await seated("inese", "board-specialist", .tenant, test)
            let (asked, again) = try await desk.database.data.read { connection in
                let finder = FilterFinder(desk, connection)
                let typed: [ReportFilter: String] = [
                    .year: "2025/2026", .term: "1", .institution: "Bērzu pamatskola", .grade: "5",
                    .classGroup: "5.a", .compared: "5.b", .institutions: "Kļavu pamatskola",
                    .years: "2023/2024",
                    .subject: "Matemātika", .teacher: "code:7",
                    .pupil: "P-1", .assessment: "VPD-1", .day: "31.01.2026.",
                    .rule: "risk-absence", .outcome: "left",
                ]
                let asked = try chosen(typed, finder)
                let address = FilterKinds.chosen(asked)
                let told = address.map { (ReportFilter(rawValue: $0.name) ?? .year, $0.value) }
                return (asked, try chosen(Dictionary(told) { first, _ in first }, finder))
            }
            #expect(FilterKinds.chosen(asked).count == ReportFilter.allCases.count)
            #expect(asked == again)
            #expect(asked.compared == [ClassID(rawValue: 12)])
            #expect(asked.institutions == [InstitutionID(rawValue: 2)])
            #expect(asked.years == [SchoolYear(2023)])
            #expect(asked.day == Day(2026, 1, 31))
            #expect(asked.teacher == StaffID(rawValue: 3))
        }
    }

    @Test(arguments: Engine.available)
    func `whoever changes the year means the class as it was called then`(engine: Engine) async throws {
        try await board(engine) { test in
            let desk = try await seated("inese", "board-specialist", .tenant, test)
            func later(_ text: String, _ desk: Desk) async throws -> ClassID? {
                try await desk.database.data.read { connection in
                    var selection = Selection(year: SchoolYear(2026), institution: InstitutionID(rawValue: 1))
                    selection.reach = desk.asker.reach(.readFigures, on: desk.today)
                    try ClassFilter.choose(text, &selection, FilterFinder(desk, connection))
                    return selection.classGroup
                }
            }
            #expect(try await later("11", desk) == ClassID(rawValue: 21))
            // 5.b had no successor.
            #expect(try await later("12", desk) == nil)
            await #expect(throws: Refusal.self) { try await later("13", desk) }
        }
    }

    @Test(arguments: Engine.available)
    func `a number means Sekme's number and a code of digits is written with its word`(
        engine: Engine
    ) async throws {
        try await board(engine) { test in
            let found = try await test.world.database.data.read { connection in
                let lookup = RegistryLookup(tenant: test.tenant, connection)
                return (
                    try lookup.pupil("2"), try lookup.pupil("code:2"),
                    try lookup.teacher("Ozols Juris", institution: InstitutionID(rawValue: 1))
                )
            }
            #expect(found.0 == PupilID(rawValue: 2))
            #expect(found.1 == PupilID(rawValue: 1_003))
            #expect(found.2 == StaffID(rawValue: 3))
        }
    }

    @Test(arguments: Engine.available)
    func `whether there is a pupil is told to nobody who may not see the pupil`(engine: Engine) async throws {
        try await board(engine) { test in
            let other = Scope(institution: InstitutionID(rawValue: 2))
            let desk = try await seated("vilis", "head", other, test)
            for text in ["P-1", "1001"] {
                await #expect(throws: Refusal.noSuchPage) {
                    try await desk.database.data.read { connection in
                        try chosen([.pupil: text], FilterFinder(desk, connection))
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what is not a filter's value is named`(engine: Engine) async throws {
        try await board(engine) { test in
            let desk = try await seated("inese", "board-specialist", .tenant, test)
            let wrong: [ReportFilter: String] = [
                .year: "2025/2027", .term: "3", .grade: "13", .day: "31.02.2026", .assessment: "nekas",
                .institution: "nekas", .subject: "nekas",
            ]
            for (filter, text) in wrong {
                await #expect(throws: Refusal.self, "\(filter)") {
                    try await desk.database.data.read { connection in
                        try chosen([filter: text], FilterFinder(desk, connection))
                    }
                }
            }
        }
    }

    private func chosen(_ typed: [ReportFilter: String], _ finder: FilterFinder) throws -> Selection {
        var selection = Selection(year: SchoolYear(2025))
        for kind in FilterKinds.all {
            guard let text = typed[kind.filter] else { continue }
            try kind.choose(text, &selection, finder)
        }
        return selection
    }

    private func seated(
        _ login: String,
        _ role: String,
        _ scope: Scope,
        _ test: TestWorld
    ) async throws -> Desk {
        try await test.account(login, role, in: scope)
        let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
        return desk.seated(try await Accounts(desk).asker(login: login))
    }

    /// Two institutions; one has two classes, a pupil, a teacher and a test.
    private func board(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            let tenant = test.tenant
            try await test.world.database.data.write { connection in
                for (id, name) in [(1, "Bērzu pamatskola"), (2, "Kļavu pamatskola")] {
                    try connection.execute(
                        """
                        INSERT INTO institution (tenant_id, id, name, search_key, version)
                        VALUES (\(tenant), \(id), \(name), \(LatvianKey.search(name)), 1)
                        """
                    )
                }
                for (id, year, grade, name) in [
                    (11, 2025, 5, "5.a"), (12, 2025, 5, "5.b"), (21, 2026, 6, "6.a"),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO class_group (tenant_id, id, institution_id, year, grade, name, version)
                        VALUES (\(tenant), \(id), 1, \(year), \(grade), \(name), 1)
                        """
                    )
                }
                for (id, code) in [(1_001, "P-1"), (2, "P-2"), (1_003, "2")] {
                    try connection.execute(
                        """
                        INSERT INTO pupil (tenant_id, id, external_code, version)
                        VALUES (\(tenant), \(id), \(code), 1)
                        """
                    )
                }
                try connection.execute(
                    """
                    INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, class_id, version)
                    VALUES (\(tenant), 1001, 1, \(SchoolYear(2025).first), 11, 1)
                    """
                )
                let name = LatvianKey.search("Ozols Juris")
                try connection.execute(
                    """
                    INSERT INTO staff (tenant_id, id, external_code, surname, forename, search_key, version)
                    VALUES (\(tenant), 3, '7', 'Ozols', 'Juris', \(name), 1)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO staff_post (tenant_id, staff_id, institution_id, role, from_day, version)
                    VALUES (\(tenant), 3, 1, 1, 0, 1)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO subject (tenant_id, id, name, search_key, version)
                    VALUES (\(tenant), 900, 'Matemātika', \(LatvianKey.search("Matemātika")), 1)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO assessment (tenant_id, id, code, name_lv, kind, subject_id, grade, year, version)
                    VALUES (\(tenant), 77, 'VPD-1', 'Diagnosticējošais darbs', 1, 900, 5, 2025, 1)
                    """
                )
            }
            try await body(test)
        }
    }
}
