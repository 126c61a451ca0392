import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

struct GateTests {
    /// One place in a case, as rows can hold it.
    private struct Place {
        let place: Int
        let body: Int
        let level: Int
        let parts: Int
        let isInDate: Bool
    }

    private static let places: [Place] =
        [Place(place: 0, body: 1, level: 1, parts: 0, isInDate: true)]
        + (1...5).flatMap { place in
            [1, 2].flatMap { body in
                [1, 2].flatMap { level in
                    (0...3).flatMap { parts in
                        [true, false].map {
                            Place(place: place, body: body, level: level, parts: parts, isInDate: $0)
                        }
                    }
                }
            }
        }

    private static let roles: [(Role, Stated.Post)] = [
        (.socialPedagogue, .here), (.socialPedagogue, .elsewhere), (.supportSpecialist, .here),
        (.supportSpecialist, .beside), (.head, .here), (.head, .elsewhere), (.deputy, .here),
        (.deputy, .elsewhere), (.classTeacher, .here), (.classTeacher, .beside), (.classTeacher, .elsewhere),
        (.preventionCoordinator, .here), (.outsideWorker, .here), (.partner, .here), (.partner, .beside),
        (.boardSpecialist, .here), (.administrator, .here), (.teacher, .here), (.boardHead, .here),
        (.reader, .here),
    ]

    /// The asker's account; the owner's is another unless they own the case.
    private static let me = 50

    private func asker(_ role: Role, _ post: Stated.Post) -> Asker {
        if role.levels == [.pupil] {
            let pupil = post == .here ? 1 : 2
            return CaseBoard.person(role, Self.me, in: Scope(pupil: PupilID(rawValue: pupil)))
        }
        // A specialist whose institution is the case's may be of a class alone.
        let isOfClass = role.name == "class-teacher" || post == .beside
        let classGroup =
            switch post {
            case .here: 1
            case .beside: 2
            case .elsewhere: 3
            }
        return CaseBoard.person(
            role,
            Self.me,
            institution: post == .elsewhere ? 2 : 1,
            classGroup: isOfClass ? classGroup : nil
        )
    }

    @Test(arguments: Engine.available)
    func `the gate decides as the rules say, over states, roles, places and levels`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let tenant = world.desk.tenant
            let askers = Self.roles.map { ($0.0.name, $0.1, asker($0.0, $0.1)) }
            let classes = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT class_id FROM enrolment WHERE tenant_id = \(tenant) ORDER BY pupil_id",
                    Int.self
                )
            }
            #expect(classes.first == 1 && classes.last == 3, "classes are numbered as the file names them")
            let today = CaseBoard.today
            let (cases, wrong) = try await world.desk.database.data.write { connection in
                var (cases, wrong): (Int, [String]) = (0, [])
                // A third of the places in each state, another third in the next: all of them would take minutes.
                for (turn, state) in CaseState.allCases.enumerated() {
                    for (number, place) in Self.places.enumerated() where (turn + number) % 3 == 0 {
                        for isOwner in [false, true] {
                            try Self.set(id, state, place, isOwner, today, tenant, connection)
                            for (role, post, asker) in askers {
                                let facts = Stated.Facts(
                                    role: role,
                                    post: post,
                                    isOwner: isOwner,
                                    views: false,
                                    state: state.rawValue,
                                    place: place.place,
                                    body: place.body,
                                    level: place.level,
                                    parts: place.parts,
                                    isInDate: place.isInDate
                                )
                                let desk = world.desk.seated(asker)
                                let found = try Self.decided(id, desk, connection)
                                cases += 1
                                if found != Stated.allowed(facts) { wrong.append("\(facts): \(found)") }
                            }
                        }
                    }
                }
                return (cases, wrong)
            }
            #expect(wrong == [])
            #expect(cases >= 10_000, "\(cases)")
        }
    }

    @Test func `nobody sees a case through another's eyes`() async throws {
        try await CaseBoard.with(.sqlite) { world in
            let id = try await world.openCase()
            for other in [CaseBoard.pedagogue, CaseBoard.head, CaseBoard.coordinator] {
                let through = CaseBoard.coordinator.looking(through: other, on: CaseBoard.today)
                #expect(!through.grants.contains { $0.permissions.contains(.joinCases) })
                // Even with the permission the gate refuses whoever borrows eyes.
                let forged = Asker(
                    account: other.account,
                    name: other.name,
                    language: .lv,
                    grants: other.grants,
                    viewing: CaseBoard.head.account
                )
                #expect(try await world.seen(id, by: other) != nil)
                #expect(try await world.seen(id, by: forged) == nil)
            }
        }
    }

    private static func set(
        _ id: Int,
        _ state: CaseState,
        _ place: Place,
        _ isOwner: Bool,
        _ today: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            UPDATE prevention_case SET state = \(state), owner_id = \(isOwner ? me : 99)
            WHERE tenant_id = \(tenant) AND id = \(id)
            """
        )
        try connection.execute("DELETE FROM case_member WHERE tenant_id = \(tenant) AND case_id = \(id)")
        guard place.place > 0 else { return }
        let none: [UInt8] = []
        try connection.execute(
            """
            INSERT INTO case_member (tenant_id, id, case_id, body, account_id, name, level, parts, state, basis,
                purpose_sealed, invited_on, answered_on, ends_on, invited_by, version)
            VALUES (\(tenant), 1, \(id), \(place.body), \(me), 'x', \(place.level), \(place.parts), \(place.place), 1,
                \(none), 0, 0, \(place.isInDate ? today : today - 1), 99, 1)
            """
        )
    }

    /// What the gate allows, in the order of ``Stated``.
    private static func decided(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> [Bool] {
        guard let file = try CaseFile.find(id, desk.tenant, connection),
            let key = try CaseGate(desk, connection).key(to: file)
        else { return [Bool](repeating: false, count: Stated.count) }
        return CaseRight.allCases.map { $0.isGiven(by: key) }
    }
}
