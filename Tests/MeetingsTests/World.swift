import Access
import Attainment
import Attendance
import Cases
import Exchange
import Frame
import Kernel
import Pages
import Prevention
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

/// A board of two schools: three pupils of the first with a sign of risk, one of the second, and people.
enum TeamBoard {
    static let today = Day(2026, 2, 2) ?? Day(number: 0)
    static let room = preventionRoom.with(wing: casesWing).with(wing: meetingsWing)
    private static let school = Scope(institution: InstitutionID(rawValue: 1))

    static let pedagogue = person(.socialPedagogue, 11, school)
    static let colleague = person(.supportSpecialist, 12, school)
    static let teacher = person(
        .classTeacher,
        13,
        Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 1))
    )
    static let stranger = person(.head, 14, Scope(institution: InstitutionID(rawValue: 2)))
    static let coordinator = person(.preventionCoordinator, 15, .tenant)
    static let outside = person(.outsideWorker, 21, .tenant)
    static let reader = person(.reader, 31, .tenant)

    private static func person(_ role: Role, _ account: Int, _ scope: Scope) -> Asker {
        BoardWorld.person(role, account, in: scope, room)
    }

    static func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(engine, [attainmentRoom, attendanceRoom, room], today: today) { world in
            try await world.take(
                "name,reg_no,type\nOzolu skola,9900000001,pamatskola\nLiepu skola,9900000002,pamatskola",
                "institutions"
            )
            try await world.take("subject,code,area\nMatemātika,MAT,5", "subjects")
            try await world.take(
                """
                institution,year,class,external_code,surname,forename,from,to,reason_out
                Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,
                Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,,,
                Ozolu skola,2025/2026,8.b,K3,Celms,Centis,,,
                Liepu skola,2025/2026,8.a,K4,Dille,Dace,,,
                """,
                "pupils"
            )
            let places = [
                ("Ozolu skola", "8.a", "K1"), ("Ozolu skola", "8.a", "K2"), ("Ozolu skola", "8.b", "K3"),
                ("Liepu skola", "8.a", "K4"),
            ]
            let lessons = ["2026-01-12", "2026-01-13"].flatMap { day in
                places.map { "\($0.0),\($0.1),\($0.2),\(day),Matemātika,nn,12" }
            }
            let taken = try await world.take(
                (["institution,class,pupil_code,date,subject,code,lessons"] + lessons)
                    .joined(separator: "\n"),
                "absences",
                mapping: "lessons"
            )
            #expect(taken.plan.rejected + taken.plan.unmatched == 0)
            for asker in [pedagogue, colleague, teacher, stranger, coordinator, outside, reader] {
                try await world.account(asker)
            }
            try await body(world)
        }
    }
}

extension BoardWorld {
    func board(_ asker: Asker, _ query: [String: String] = [:]) async throws -> PupilBoard {
        let desk = desk.seated(asker)
        return try await desk.database.data.read {
            try PupilBoard.load(PupilBoard.Asked(PageRequest(query: query)), desk, $0)
        }
    }

    /// The names in a lane.
    func lane(_ lane: BoardLane, _ asker: Asker, _ query: [String: String] = [:]) async throws -> [String] {
        try await board(asker, query).cards(lane).map(\.name)
    }

    /// Opens a case of a pupil as the social pedagogue.
    func openCase(_ pupil: Int, by asker: Asker = TeamBoard.pedagogue) async throws -> Int {
        let opened = try await CaseStage(desk).open(
            PupilID(rawValue: pupil),
            signal: 0,
            by: asker,
            on: desk.today,
            reason: "Kāpēc"
        )
        return try #require(opened)
    }

    /// Plans a meeting of today with colleagues, and somebody of another body who has an account.
    func meeting(
        _ kind: MeetingKind = .team,
        by asker: Asker = TeamBoard.pedagogue,
        institution: Int = 1
    )
        async throws -> Int
    {
        let work = MeetingWork(desk.seated(asker))
        let draft = MeetingWork.Draft(
            kind: kind,
            institution: InstitutionID(rawValue: institution),
            day: desk.today,
            starts: 870,
            place: "Skolotāju istaba"
        )
        let id = try await work.plan(draft)
        // Who was at the one before is asked already.
        let there = try await seen(id, asker)?.members.count ?? 0
        if asker.account == TeamBoard.pedagogue.account, institution == 1, there == 1 {
            try await work.askStaff([12, 13], to: id)
            try await work.askOther(21, "", .social, to: id)
        }
        return id
    }

    func hold(_ id: Int) async throws {
        let came = Set(try await seen(id, TeamBoard.pedagogue)?.members.map(\.id) ?? [])
        try await MeetingWork(desk.seated(TeamBoard.pedagogue)).hold(
            id,
            came: came,
            version: try await version(id)
        )
    }

    func version(_ id: Int) async throws -> Int {
        let tenant = desk.tenant
        return try #require(try await desk.database.data.read { try Meeting.find(id, tenant, $0) }).version
    }

    /// What somebody sees of a meeting; nil where there is no such page for them.
    func seen(_ id: Int, _ asker: Asker) async throws -> MeetingContent? {
        let desk = desk.seated(asker)
        do {
            return try await desk.database.data.read { try MeetingContent.load(id, desk, $0) }
        } catch let refusal as Refusal where refusal.kind == .unknown {
            return nil
        }
    }

    /// The pages of a meeting as text, for somebody.
    func papers(_ id: Int, _ asker: Asker) async throws -> String {
        var text = ""
        let pages: [any Page] = [
            MeetingPage(), MeetingPage(.agenda), MeetingPage(.minutes), SheetPage(isOfOne: false),
        ]
        for page in pages {
            let answer = try await page.answer(PageRequest(parts: ["meeting": "\(id)"]), desk.seated(asker))
            if case .page(let content) = answer { text += content.body.string }
        }
        return text
    }

    func item(_ pupil: Int, of id: Int) async throws -> Int {
        let tenant = desk.tenant
        let items = try await desk.database.data.read { try AgendaItem.all(of: id, tenant, $0) }
        return try #require(items.first { $0.pupil.rawValue == pupil }).id
    }

    func proposal(_ id: Int, _ asker: Asker) async throws -> [(name: String, reasons: AgendaReasons)] {
        let desk = desk.seated(asker)
        return try await desk.database.data.read { connection in
            let meeting = try MeetingGate(desk, connection).enter(id).meeting
            return try AgendaProposal.load(meeting, desk, connection).lines.map { ($0.name, $0.reasons) }
        }
    }
}
