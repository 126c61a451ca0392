import Access
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

@testable import Cases

/// A board of two schools with pupils, and people who work on cases.
enum CaseBoard {
    static let today = Day(2026, 2, 2) ?? Day(number: 0)
    static let year = SchoolYear(2025)
    static let room = preventionRoom.with(wing: casesWing)

    static func with(
        _ engine: Engine,
        _ house: Room = CaseBoard.room,
        beside rooms: [Room] = [],
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await BoardWorld.with(engine, rooms + [house], today: today) { world in
            try await world.take(
                """
                name,reg_no,type
                Ozolu skola,9900000001,pamatskola
                Liepu skola,9900000002,pamatskola
                """,
                "institutions"
            )
            try await world.take("subject,code,area\nMatemātika,MAT,5\nFizika,FIZ,4", "subjects")
            try await world.take(
                """
                institution,year,class,external_code,surname,forename,from,to,reason_out,personal_code,birth_day
                Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,,,2011-03-01
                Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,,,,,2011-03-01
                Ozolu skola,2025/2026,8.b,K3,Celms,Centis,,,,,2016-01-01
                Liepu skola,2025/2026,8.a,K4,Dille,Dace,,,,,2009-09-02
                """,
                "pupils"
            )
            try await body(world)
        }
    }

    /// Somebody of a role, as the role's own grants make them.
    static func person(_ role: Role, _ account: Int, institution: Int = 1, classGroup: Int? = nil) -> Asker {
        var scope = Scope.tenant
        if role.levels.first != .tenant {
            scope = Scope(
                institution: InstitutionID(rawValue: institution),
                classGroup: classGroup.map { ClassID(rawValue: $0) }
            )
        }
        return person(role, account, in: scope)
    }

    static func person(_ role: Role, _ account: Int, in scope: Scope) -> Asker {
        BoardWorld.person(role, account, in: scope, room)
    }

    static let pedagogue = person(.socialPedagogue, 11)
    static let colleague = person(.supportSpecialist, 12)
    static let head = person(.head, 13)
    static let stranger = person(.head, 14, institution: 2)
    static let social = person(.outsideWorker, 21)
    static let police = person(.outsideWorker, 22)
    static let coordinator = person(.preventionCoordinator, 15)

    /// The accounts of these people, so that they can be invited.
    static func accounts(_ world: BoardWorld) async throws {
        for asker in [pedagogue, colleague, head, stranger, social, police, coordinator] {
            try await world.account(asker)
        }
    }
}

extension BoardWorld {
    func work(_ asker: Asker) -> CaseWork { CaseWork(desk.seated(asker)) }

    /// The first pupil goes to the class of the fourth, in another institution, from today on.
    func moveAway() async throws {
        let (tenant, today) = (desk.tenant, desk.today)
        try await desk.database.data.write { connection in
            try connection.execute(
                """
                UPDATE enrolment SET to_day = \(today - 1) WHERE tenant_id = \(tenant) AND pupil_id = 1
                """
            )
            try connection.execute(
                """
                INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, class_id, version)
                SELECT tenant_id, 1, institution_id, \(today), class_id, 1 FROM enrolment
                WHERE tenant_id = \(tenant) AND pupil_id = 4
                """
            )
        }
    }

    /// The desk of somebody on another day.
    func desk(_ asker: Asker, on day: Day) -> Desk {
        Desk(
            database: desk.database,
            tenant: desk.tenant,
            asker: asker,
            house: desk.house,
            clock: desk.clock,
            fixedToday: day
        )
    }

    /// Opens a case of a pupil as the social pedagogue.
    func openCase(
        _ pupil: Int = 1,
        by asker: Asker = CaseBoard.pedagogue,
        on day: Day? = nil
    ) async throws -> Int {
        let desk = day.map { self.desk(asker, on: $0) } ?? desk.seated(asker)
        return try await CaseWork(desk).open(
            PupilID(rawValue: pupil),
            CaseWork.Opening(origin: .request, signal: 0, reason: "Kāpēc \(pupil)", review: nil)
        )
    }

    func version(_ id: Int) async throws -> Int { try await file(id).version }

    func file(_ id: Int) async throws -> CaseFile {
        let tenant = desk.tenant
        return try #require(try await desk.database.data.read { try CaseFile.find(id, tenant, $0) })
    }

    /// Whose the tasks of a case are, those that are open first; nil for those of nobody.
    func taskOwners(_ id: Int) async throws -> [AccountID?] {
        let tenant = desk.tenant
        return try await desk.database.data.read { try CaseTask.all(of: id, tenant, $0).map(\.owner) }
    }

    func move(
        _ id: Int,
        _ state: CaseState,
        _ move: CaseWork.Move = CaseWork.Move(),
        by asker: Asker = CaseBoard.pedagogue
    ) async throws {
        try await work(asker).move(id, to: state, move, version: try await version(id))
    }

    /// Invites somebody and lets them accept.
    func admit(
        _ id: Int,
        _ asker: Asker,
        _ body: CaseBody,
        _ parts: CaseParts = [],
        level: NoteLevel = .team,
        accepts: Bool = true
    ) async throws {
        try await work(CaseBoard.pedagogue).invite(
            id,
            CaseWork.Invitation(
                account: asker.account,
                body: body,
                level: level,
                parts: parts,
                basis: .childRights,
                purpose: "Nolūks \(asker.account.rawValue)",
                ends: desk.today + 60
            )
        )
        if accepts { try await work(asker).answer(id, with: .accepted) }
    }

    /// What somebody sees on the page of a case; nil where there is no such page for them.
    func seen(_ id: Int, by asker: Asker, on day: Day? = nil) async throws -> CaseContent? {
        let desk = day.map { self.desk(asker, on: $0) } ?? desk.seated(asker)
        do {
            return try await desk.database.data.read {
                try CaseContent.load(id, allNotes: true, desk, $0)
            }
        } catch let refusal as Refusal where refusal.kind == .unknown {
            return nil
        }
    }

    func get(
        _ page: some Page,
        _ parts: [String: Int] = [:],
        form: [String: String] = [:],
        query: [String: String] = [:],
        language: Language = .lv,
        as asker: Asker
    ) async throws -> (status: Int, text: String, content: PageContent?) {
        let request = PageRequest(
            parts: parts.mapValues(String.init),
            query: query,
            form: form.mapValues { [$0] },
            language: language
        )
        do {
            switch try await page.answer(request, desk.seated(asker)) {
            case .page(let content): return (content.status, content.body.string, content)
            case .redirect(let target, _): return (303, target, nil)
            default: return (0, "", nil)
            }
        } catch let refusal as Refusal {
            return (refusal.kind == .unknown ? 404 : 409, refusal.message.lv, nil)
        }
    }

    func answer(
        _ id: String,
        _ selection: Selection,
        _ asker: Asker? = nil,
        on day: Day? = nil
    ) async throws -> ReportDocument {
        try await self.desk(asker ?? desk.asker, on: day ?? desk.today).answer(id, selection)
    }
}

extension ReportSection {
    /// The rows and the total as their words and numbers; `-` where a figure is hidden, nothing for a blank.
    var table: [String] {
        (rows + (total.map { [$0] } ?? [])).map { row in
            row.cells.map { cell in
                switch cell {
                case .words(let text), .member(_, _, let text): text.lv
                case .figure(let figure) where figure.isHidden: "-"
                case .figure(let figure):
                    figure.scaled.map { Format(.lv).decimal($0.value, $0.decimals) } ?? "?"
                default: ""
                }
            }
            .joined(separator: "|")
        }
    }
}
