import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// Persons of several places leave in one file only with whoever may take them out of each.
struct ExportPlacesTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Liepu skola,2025/2026,7.a,P1,Ozols,Jānis
        Ozolu skola,2025/2026,7.a,P3,Egle,Ilze
        """
    private static let absences = """
        institution,class,pupil_code,date,subject,code,lessons
        Liepu skola,7.a,P1,2026-01-12,Matemātika,nn,8
        Liepu skola,7.a,P1,2026-01-13,Matemātika,nn,8
        Liepu skola,7.a,P1,2026-01-14,Matemātika,nn,8
        Ozolu skola,7.a,P3,2026-01-12,Matemātika,nn,8
        Ozolu skola,7.a,P3,2026-01-13,Matemātika,nn,8
        Ozolu skola,7.a,P3,2026-01-14,Matemātika,nn,8
        """

    /// Two schools with a pupil over the limit each.
    private struct Schools {
        let first: Scope
        let second: Scope
        let secondClass: Scope
    }

    private func open(_ engine: Engine, _ body: (TestWorld, Schools) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(ExportPlacesTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(ExportPlacesTests.absences, "absences")
            let tenant = test.tenant
            let schools = try await test.world.database.data.read { connection in
                let lookup = RegistryLookup(tenant: tenant, connection)
                let (first, second) = (
                    try lookup.institution("Liepu skola"), try lookup.institution("Ozolu skola")
                )
                let group = try lookup.classGroup("7.a", institution: second, year: SchoolYear(2025))
                return Schools(
                    first: Scope(institution: first),
                    second: Scope(institution: second),
                    secondClass: Scope(institution: second, classGroup: group)
                )
            }
            try await body(test, schools)
        }
    }

    /// The desk of a deputy of the first school, who has another role besides.
    private func deputy(_ other: NewRole?, _ test: TestWorld, _ schools: Schools) async throws -> Desk {
        try await test.account("ieva", "deputy", in: schools.first)
        let accounts = Accounts(test.desk)
        let account = try await accounts.asker(login: "ieva").account
        if let other { try await accounts.setRole(other, for: account) }
        return test.desk.seated(try await accounts.asker(login: "ieva"))
    }

    private func both(_ desk: Desk) async throws -> AnsweredReport {
        var asked = ReportRequest("attendance/over-limit")
        asked[.year] = "2025/2026"
        asked[.institution] = "Liepu skola"
        asked[.institutions] = "Ozolu skola"
        return try await Asking(desk).answer(asked)
    }

    @Test(arguments: Engine.available)
    func `pupils seen at one school do not leave by the leave of another`(engine: Engine) async throws {
        try await open(engine) { test, schools in
            let desk = try await deputy(NewRole("class-teacher", in: schools.secondClass), test, schools)
            let answer = try await both(desk)
            #expect(Set(answer.persons).count == 2)
            #expect(answer.places == [schools.first, schools.second])
            await #expect(throws: Refusal.self) {
                try await ExportGuard(desk: desk).pass(answer, reason: "")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who may export at each school compares them in a file`(engine: Engine) async throws {
        try await open(engine) { test, schools in
            let desk = try await deputy(NewRole("deputy", in: schools.second), test, schools)
            let answer = try await both(desk)
            #expect(Set(answer.persons).count == 2)
            let passed = try await ExportGuard(desk: desk).pass(answer, reason: "")
            #expect(passed.watermark != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a school of which nobody is seen asks for no leave`(engine: Engine) async throws {
        try await open(engine) { test, schools in
            let desk = try await deputy(nil, test, schools)
            let answer = try await both(desk)
            #expect(Set(answer.persons).count == 1)
            #expect(answer.places == [schools.first])
            let passed = try await ExportGuard(desk: desk).pass(answer, reason: "")
            #expect(passed.watermark != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil is where the pupil learns, whatever institution is chosen beside`(
        engine: Engine
    ) async throws {
        try await open(engine) { test, schools in
            let desk = test.desk
            let (places, own) = try await desk.database.data.read { connection in
                let finder = FilterFinder(desk, connection)
                var selection = Selection(year: SchoolYear(2025), institution: schools.first.institution)
                selection.pupil = try finder.lookup.pupil("P3")
                var own = schools.secondClass
                own.pupil = selection.pupil
                return (try ExportPlaces.of(selection, finder), own)
            }
            #expect(places.contains(own) && places.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a list goes as far as pupils may be read, and so does the leave for it`(
        engine: Engine
    ) async throws {
        try await open(engine) { test, schools in
            let desk = try await deputy(NewRole("class-teacher", in: schools.secondClass), test, schools)
            let places = try await desk.database.data.read { connection in
                var selection = Selection(year: SchoolYear(2025), reach: Reach())
                selection.reach.add(schools.first)
                return try ExportPlaces.of(selection, FilterFinder(desk, connection))
            }
            #expect(places == [.tenant])
        }
    }

    @Test func `classes beside the one chosen are places too`() {
        var selection = Selection(year: SchoolYear(2025), institution: InstitutionID(rawValue: 1))
        selection.classGroup = ClassID(rawValue: 11)
        selection.compared = [ClassID(rawValue: 12)]
        let scopes = selection.exportScopes
        #expect(scopes.map(\.classGroup) == [ClassID(rawValue: 11), ClassID(rawValue: 12)])
        #expect(scopes.allSatisfy { $0.institution == InstitutionID(rawValue: 1) })
    }

    @Test func `whoever reaches single pupils besides an institution does not export by its leave`() {
        var selection = Selection(year: SchoolYear(2025), reach: Reach())
        selection.reach.add(Scope(institution: InstitutionID(rawValue: 1)))
        #expect(selection.exportScope == Scope(institution: InstitutionID(rawValue: 1)))
        selection.reach.add(Scope(pupil: PupilID(rawValue: 5)))
        #expect(selection.exportScope == .tenant)
    }
}
