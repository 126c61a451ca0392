import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct ExportTests {
    private let persons = (1...20).map { PupilID(rawValue: $0) }

    @Test(arguments: Engine.available)
    func `a small export goes at once, with a watermark and a record`(engine: Engine) async throws {
        try await withWorld(engine, exportCeiling: 20) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            let desk = try await world.accounts(of: deputy).desk
            let outcome = try await PersonExports(desk).ask("absence/list", persons, in: World.here)
            guard case .permitted(let permit) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(permit.watermark.lv.contains("Paraugs viet (\(deputy.rawValue))"))
            let record = try #require(
                try await AuditTrail.list(world.tenant, AuditFilter(), world.database).first
            )
            #expect(record.kind == "export")
            #expect(record.persons == persons)
            await #expect(throws: Refusal.self) {
                _ = try await PersonExports(desk).ask("absence/list", persons, in: World.there)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `persons of several places need leave in each, and who approves for all of them`(
        engine: Engine
    ) async throws {
        try await withWorld(engine, exportCeiling: 19) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            let places = [World.here, World.there]
            let alone = PersonExports(try await world.accounts(of: deputy).desk)
            await #expect(throws: Refusal.self) {
                _ = try await alone.ask("absence/list", Array(persons.prefix(2)), in: places)
            }
            try await world.operated.setRole(NewRole("deputy", in: World.there), for: deputy)
            let exports = PersonExports(try await world.accounts(of: deputy).desk)
            let few = try await exports.ask("absence/list", Array(persons.prefix(2)), in: places)
            guard case .permitted = few else {
                Issue.record("\(few)")
                return
            }
            let many = try await exports.ask(
                "absence/list",
                persons,
                in: places,
                reason: "Pārskats dibinātājam"
            )
            #expect(many == .waits(1))
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let heads = try await PersonExports(try await world.accounts(of: head).desk).waiting()
            #expect(heads.isEmpty)
            let leader = try await world.add("iest", NewRole("board-head", in: .tenant))
            let leaders = try await PersonExports(try await world.accounts(of: leader).desk).waiting()
            #expect(leaders.map(\.id) == [1])
        }
    }

    @Test func `the scope around several is the narrowest that holds them`() {
        let here = InstitutionID(rawValue: 1)
        let (a, b) = (ClassID(rawValue: 10), ClassID(rawValue: 11))
        let first = Scope(institution: here, classGroup: a)
        #expect(Scope.around([]) == .tenant)
        #expect(Scope.around([first, first]) == first)
        #expect(Scope.around([first, Scope(institution: here, classGroup: b)]) == World.here)
        #expect(Scope.around([first, World.here]) == World.here)
        #expect(Scope.around([World.here, World.there]) == .tenant)
        #expect(Scope.around([Scope(classGroup: a), Scope(classGroup: b)]) == .tenant)
        let pupil = Scope(institution: here, classGroup: a, pupil: PupilID(rawValue: 5))
        #expect(Scope.around([first, pupil]) == first)
    }

    @Test(arguments: Engine.available)
    func `lines that nobody has matched to persons count as one each`(engine: Engine) async throws {
        try await withWorld(engine, exportCeiling: 20) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            let exports = PersonExports(try await world.accounts(of: deputy).desk)
            let many = try await exports.ask("rejected-lines 3", [], lines: 21, in: World.here)
            #expect(many == .needsReason(ceiling: 20))
            let few = try await exports.ask("rejected-lines 3", [], lines: 20, in: World.here)
            guard case .permitted = few else {
                Issue.record("\(few)")
                return
            }
            let record = try #require(
                try await AuditTrail.list(world.tenant, AuditFilter(), world.database).first
            )
            #expect(record.what == "rejected-lines 3 rows 20")
        }
    }

    @Test(arguments: Engine.available)
    func `members of staff count like pupils, the asker's own entry for nobody`(engine: Engine) async throws {
        try await withWorld(engine, exportCeiling: 20) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            try await world.operated.link(deputy, to: StaffID(rawValue: 3))
            let desk = try await world.accounts(of: deputy).desk
            let staff = [1, 2, 3, 2].map { StaffID(rawValue: $0) }
            let many = try await PersonExports(desk).ask("staff", persons, staff: staff, in: World.here)
            #expect(many == .needsReason(ceiling: 20))
            let few = try await PersonExports(desk).ask("staff", [], staff: staff, in: World.here)
            guard case .permitted = few else {
                Issue.record("\(few)")
                return
            }
            let record = try #require(
                try await AuditTrail.list(world.tenant, AuditFilter(), world.database).first
            )
            #expect(record.what == "staff staff 2")
            let asked = try await PersonExports(desk).ask(
                "staff",
                persons,
                staff: staff,
                in: World.here,
                reason: "Pārskats dibinātājam"
            )
            #expect(asked == .waits(1))
            let people = try await world.database.data.read {
                try $0.value("SELECT people FROM person_export WHERE id = 1", Int.self)
            }
            #expect(people == 22)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may not export persons takes out their own entry only`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let teacher = try await world.add("skol", NewRole("teacher", in: World.here))
            try await world.operated.link(teacher, to: StaffID(rawValue: 3))
            let exports = PersonExports(try await world.accounts(of: teacher).desk)
            let own = try await exports.ask("own", [], staff: [StaffID(rawValue: 3)], in: World.here)
            guard case .permitted = own else {
                Issue.record("\(own)")
                return
            }
            await #expect(throws: Refusal.self) {
                _ = try await exports.ask("other", [], staff: [StaffID(rawValue: 4)], in: World.here)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a large export needs a reason and a second person, once`(engine: Engine) async throws {
        try await withWorld(engine, exportCeiling: 19) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let foreign = try await world.add("cits", NewRole("head", in: World.there))
            let exports = PersonExports(try await world.accounts(of: deputy).desk)
            let bare = try await exports.ask("absence/list", persons, in: World.here, reason: " ")
            #expect(bare == .needsReason(ceiling: 19))
            let asked = try await exports.ask(
                "absence/list",
                persons,
                in: World.here,
                reason: "Pārskats dibinātājam"
            )
            guard case .waits(let number) = asked else {
                Issue.record("\(asked)")
                return
            }
            await #expect(throws: Refusal.self) { try await exports.decide(number, approve: true) }
            let others = PersonExports(try await world.accounts(of: foreign).desk)
            await #expect(throws: Refusal.self) { try await others.decide(number, approve: true) }
            #expect(try await others.waiting().isEmpty)
            let heads = PersonExports(try await world.accounts(of: head).desk)
            #expect(try await heads.waiting().map(\.id) == [number])
            try await heads.decide(number, approve: true)
            let elsewhere = try await exports.ask("other/list", persons, in: World.here)
            #expect(elsewhere == .needsReason(ceiling: 19), "the approval is for one thing")
            guard case .permitted(let permit) = try await exports.ask("absence/list", persons, in: World.here)
            else {
                Issue.record("an approved export is not permitted")
                return
            }
            #expect(permit.watermark.en.hasSuffix("Nr. \(number)"))
            let again = try await exports.ask("absence/list", persons, in: World.here)
            #expect(again == .needsReason(ceiling: 19), "the approval is used up")
            let kinds = try await AuditTrail.list(world.tenant, AuditFilter(), world.database).map(\.kind)
            #expect(kinds.prefix(3) == ["export", "export.approved", "export.asked"])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody approves their own export, and an approval ages`(engine: Engine) async throws {
        try await withWorld(engine, exportCeiling: 0) { world in
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let leader = try await world.add("iest", NewRole("board-head", in: .tenant))
            let exports = PersonExports(try await world.accounts(of: head).desk)
            guard
                case .waits(let number) = try await exports.ask(
                    "x/y",
                    persons,
                    in: World.here,
                    reason: "Pārskats dibinātājam"
                )
            else {
                Issue.record("the export does not wait")
                return
            }
            await #expect(throws: Refusal.secondPerson) { try await exports.decide(number, approve: true) }
            try await PersonExports(try await world.accounts(of: leader).desk).decide(number, approve: true)
            world.pass(.seconds(86_400))
            let late = try await exports.ask("x/y", persons, in: World.here)
            #expect(late == .needsReason(ceiling: 0))
        }
    }
}
