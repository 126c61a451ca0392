import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Teachers log consultations of those whom they teach, and of nobody else.
struct ConsultationTests {
    /// Teaches mathematics to the whole of 8.b and physics to a group with one pupil of 8.a; until some day where it is
    /// said, and with the pupil in the group until some day.
    private static func teaching(
        _ world: BoardWorld,
        until last: String = "",
        member: String = ""
    ) async throws -> Asker {
        try await world.take(
            """
            institution,year,group,class,subject,external_code,from,to
            Ozolu skola,2025/2026,F1,8.a,Fizika,K2,01.09.2025.,\(member)
            """,
            "groups"
        )
        try await world.take(
            """
            institution,year,class,group,subject,teacher_code,teacher_surname,teacher_forename,from,to
            Ozolu skola,2025/2026,8.b,,Matemātika,P1,Egle,Elga,01.09.2025.,\(last)
            Ozolu skola,2025/2026,8.a,F1,Fizika,P1,Egle,Elga,01.09.2025.,
            """,
            "teaching"
        )
        let tenant = world.desk.tenant
        let staff = try await world.desk.database.data.read {
            try $0.value("SELECT id FROM staff WHERE tenant_id = \(tenant)", StaffID.self)
        }
        #expect(staff != nil)
        let held = CaseBoard.person(.teacher, 31)
        return Asker(
            account: held.account,
            name: held.name,
            language: .lv,
            grants: held.grants,
            staff: staff
        )
    }

    @Test(arguments: Engine.available)
    func `a teacher is offered pupils taught, by class and group, and logs for them only`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let teacher = try await Self.teaching(world)
            let first = try await world.get(ConsultationNewPage(), as: teacher).text
            #expect(first.contains("8.a") && first.contains("8.b") && !first.contains("Liepu"))
            #expect(!first.contains("name=\"pupil\""), "a class is chosen before a pupil")
            let ofGroup = try await world.get(ConsultationNewPage(), query: ["class": "1"], as: teacher).text
            #expect(ofGroup.contains("Bērzs") && !ofGroup.contains("Ābols"))
            let form = ["class": "1", "subject": "2", "minutes": "40", "day": "30.01.2026."]
            let sent = try await world.get(
                ConsultationAction(),
                form: form.merging(["pupil": "2"]) { $1 },
                as: teacher
            )
            #expect(sent.status == 303)
            let back = try await world.get(
                ConsultationAction(),
                form: form.merging(["pupil": "1"]) { $1 },
                as: teacher
            )
            #expect(back.status == 422, "a pupil of the class whom the teacher does not teach")
            let log = ConsultationLog(world.desk.seated(teacher))
            for pupil in [1, 4] {
                await #expect(throws: Refusal.self) {
                    try await log.add(
                        PupilID(rawValue: pupil),
                        subject: 1,
                        day: CaseBoard.today,
                        minutes: 40
                    )
                }
            }
            try await log.add(PupilID(rawValue: 3), subject: 1, day: CaseBoard.today, minutes: 20)
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher sees one's own consultations, those who work with the pupil see them too`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let teacher = try await Self.teaching(world)
            let pedagogue = ConsultationLog(world.desk.seated(CaseBoard.pedagogue))
            try await pedagogue.add(PupilID(rawValue: 2), subject: 1, day: CaseBoard.today, minutes: 30)
            let own = ConsultationLog(world.desk.seated(teacher))
            try await own.add(PupilID(rawValue: 2), subject: 2, day: CaseBoard.today, minutes: 40)
            func minutes(_ log: ConsultationLog) async throws -> [Int] {
                try await world.desk.database.data.read { try log.latest($0).map(\.minutes).sorted() }
            }
            #expect(try await minutes(own) == [40])
            #expect(try await minutes(pedagogue) == [30, 40])
            let list = try await world.get(ConsultationsPage(), as: teacher)
            #expect(list.content?.persons.map(\.rawValue) == [2])
        }
    }

    @Test(arguments: Engine.available)
    func `teaching and membership of a group that are over give no names`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            // Over since the day before, and over with this day, which is still the teacher's.
            let teacher = try await Self.teaching(world, until: "01.02.2026.", member: "02.02.2026.")
            let first = try await world.get(ConsultationNewPage(), as: teacher).text
            #expect(first.contains("Bērzs") && !first.contains("Celms") && !first.contains("8.b"))
            let log = ConsultationLog(world.desk.seated(teacher))
            try await log.add(PupilID(rawValue: 2), subject: 2, day: CaseBoard.today, minutes: 40)
            await #expect(throws: Refusal.self) {
                try await log.add(PupilID(rawValue: 3), subject: 1, day: CaseBoard.today, minutes: 40)
            }
        }
        try await CaseBoard.with(engine) { world in
            let teacher = try await Self.teaching(world, member: "01.02.2026.")
            let first = try await world.get(ConsultationNewPage(), as: teacher).text
            #expect(first.contains("Celms") && !first.contains("Bērzs") && !first.contains("8.a"))
        }
    }

    @Test(arguments: Engine.available)
    func
        `the next consultation is offered as the last one was, and the same class where one more is asked for`(
            _ engine: Engine
        ) async throws
    {
        try await CaseBoard.with(engine) { world in
            let pedagogue = CaseBoard.pedagogue
            let before = try await world.get(ConsultationNewPage(), as: pedagogue).text
            #expect(!before.contains("name=\"pupil\""), "a class is chosen first")
            let form = [
                "class": "1", "pupil": "2", "subject": "2", "minutes": "25", "day": "30.01.2026.",
                "next": "1",
            ]
            let sent = try await world.get(ConsultationAction(), form: form, as: pedagogue)
            #expect(sent.status == 303 && sent.text == "/consultations/new?class=1")
            let after = try await world.get(ConsultationNewPage(), as: pedagogue).text
            #expect(
                after.contains("name=\"pupil\"") && after.contains("Bērzs") && after.contains("value=\"25\"")
            )
            #expect(!after.contains("Celms"), "the class of the last one")
        }
    }

    @Test(arguments: Engine.available)
    func `the places of several pupils are those of each alone`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let (tenant, today) = (world.desk.tenant, world.desk.today)
            let pupils = [1, 2, 3, 4, 99].map { PupilID(rawValue: $0) }
            for day in [today, SchoolYear(2024).first] {
                let (together, alone) = try await world.desk.database.data.read { connection in
                    let finder = ScopeFinder(tenant: tenant, connection)
                    let alone = try pupils.map { try finder.scope(of: $0, on: day) }
                    return (try finder.scopes(of: Set(pupils), on: day), alone)
                }
                #expect(pupils.map { together[$0] } == alone, "\(day)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an account of no member of staff teaches nobody`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await Self.teaching(world)
            let page = try await world.get(ConsultationNewPage(), as: CaseBoard.person(.teacher, 32))
            #expect(page.text.contains("Nav klašu, ar kurām strādājat"))
        }
    }
}
