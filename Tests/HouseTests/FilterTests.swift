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
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("inese", "board-specialist", .tenant, test)
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
                let asked = try FilterBoard.chosen(typed, finder)
                let address = FilterKinds.chosen(asked)
                let told = address.map { (ReportFilter(rawValue: $0.name) ?? .year, $0.value) }
                return (asked, try FilterBoard.chosen(Dictionary(told) { first, _ in first }, finder))
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
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("inese", "board-specialist", .tenant, test)
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
        try await FilterBoard.open(engine) { test in
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
    func `what is not a filter's value is named`(engine: Engine) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("inese", "board-specialist", .tenant, test)
            let wrong: [ReportFilter: String] = [
                .year: "2025/2027", .term: "3", .grade: "13", .day: "31.02.2026", .assessment: "nekas",
                .institution: "nekas", .subject: "nekas",
            ]
            for (filter, text) in wrong {
                await #expect(throws: Refusal.self, "\(filter)") {
                    try await desk.database.data.read { connection in
                        try FilterBoard.chosen([filter: text], FilterFinder(desk, connection))
                    }
                }
            }
        }
    }
}
