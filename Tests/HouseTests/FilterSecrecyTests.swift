import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// What filters tell to those who may not know: whether somebody is in a register, and what another institution has.
struct FilterSecrecyTests {
    private static let first = Scope(institution: InstitutionID(rawValue: 1))
    private static let second = Scope(institution: InstitutionID(rawValue: 2))

    /// The refusal of a choice; nil where it is made.
    private func refusal(_ typed: [ReportFilter: String], _ desk: Desk) async throws -> Refusal? {
        try await desk.database.data.read { connection -> Refusal? in
            do {
                _ = try FilterBoard.chosen(typed, FilterFinder(desk, connection))
                return nil
            } catch let refusal as Refusal {
                return refusal
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whether there is a pupil is told to nobody who may not see the pupil`(engine: Engine) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("vilis", "head", FilterSecrecyTests.second, test)
            // Somebody else's, nobody's, and two who share a code.
            for text in ["P-1", "1001", "P-99", "999", "D-1"] {
                let told = try await refusal([.pupil: text], desk)
                #expect(told == Refusal.noSuchPage, "\(text)")
            }
            let board = try await FilterBoard.seated("inese", "board-specialist", .tenant, test)
            for text in ["P-99", "999", "D-1"] {
                let told = try await refusal([.pupil: text], board)
                #expect(told != nil && told != Refusal.noSuchPage, "\(text)")
            }
            // Whoever sits at the machine is helped with what they typed.
            let machine = desk.seated(desk.asker.commanded(by: "vilis"))
            let typed = try await refusal([.pupil: "P-99"], machine)
            #expect(typed != nil && typed != Refusal.noSuchPage)
            let other = try await refusal([.pupil: "P-1"], machine)
            #expect(other == Refusal.noSuchPage)
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher finds nobody but the own entry`(engine: Engine) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("skaidra", "teacher", FilterSecrecyTests.first, test)
            let all = ["3", "code:7", "Ozols Juris", "4", "99", "code:99", "Nezinams Kads"]
            for text in all {
                let told = try await refusal([.teacher: text], desk)
                #expect(told == Refusal.noSuchPage, "\(text)")
            }
            let asker = Asker(
                account: desk.asker.account,
                name: desk.asker.name,
                language: .lv,
                grants: desk.asker.grants,
                staff: StaffID(rawValue: 3)
            )
            let linked = desk.seated(asker)
            for (index, text) in all.enumerated() {
                let told = try await refusal([.teacher: text], linked)
                let expected: Refusal? = index < 3 ? nil : .noSuchPage
                #expect(told == expected, "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a head finds the teachers of the own institution, and others as if there were none`(
        engine: Engine
    ) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("vilis", "head", FilterSecrecyTests.first, test)
            for text in ["3", "code:7", "Ozols Juris"] {
                let told = try await refusal([.teacher: text], desk)
                #expect(told == nil, "\(text)")
            }
            for text in ["4", "code:8", "Liepa Anna", "99", "code:99", "Nezinams Kads"] {
                let told = try await refusal([.teacher: text], desk)
                #expect(told?.message.en == "There is no teacher “\(text)”.", "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `tests of an institution are told to those who may read its figures`(engine: Engine) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("vilis", "head", FilterSecrecyTests.second, test)
            func offered(_ institution: Int) async throws -> [String] {
                try await desk.database.data.read { connection in
                    let place = InstitutionID(rawValue: institution)
                    let selection = Selection(year: SchoolYear(2025), institution: place)
                    let offer = try AssessmentFilter.offer(selection, FilterFinder(desk, connection))
                    guard case .one(let members, _) = offer else { return [] }
                    return members.map(\.value)
                }
            }
            let own = try await offered(2)
            #expect(own == ["77", "79"])
            let others = try await offered(1)
            #expect(others == ["77"])
            let there = try await refusal([.institution: "1", .assessment: "SKOLA-1"], desk)
            let nowhere = try await refusal([.institution: "1", .assessment: "SKOLA-9"], desk)
            #expect(there?.message.en == "There is no test “SKOLA-1”.")
            #expect(nowhere?.message.en == "There is no test “SKOLA-9”.")
            let here = try await refusal([.institution: "2", .assessment: "SKOLA-2"], desk)
            #expect(here == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a class does not become another institution's beside institutions`(engine: Engine) async throws {
        try await FilterBoard.open(engine) { test in
            let desk = try await FilterBoard.seated("inese", "board-specialist", .tenant, test)
            let typed: [ReportFilter: String] = [.classGroup: "5.a", .institutions: "Kļavu pamatskola"]
            let chosen = try await desk.database.data.read { connection in
                try FilterBoard.chosen(typed, FilterFinder(desk, connection))
            }
            #expect(chosen.classGroup == ClassID(rawValue: 11) && chosen.institution == nil)
            #expect(chosen.institutions == [InstitutionID(rawValue: 2)])
        }
    }
}
