import Access
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

struct NoteTests {
    private static let texts: [NoteLevel: String] = [
        .team: "komandai-zvirbulis", .restricted: "slegti-lūsis", .author: "autoram-ūdrs",
    ]

    /// A case with a note of each level by its owner, a colleague of each kind and somebody from outside.
    private func withNotes(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            for level in NoteLevel.allCases {
                try await world.work(CaseBoard.pedagogue).note(id, level, Self.texts[level] ?? "")
            }
            try await body(world, id)
        }
    }

    /// The levels whose texts a page shows.
    private func levels(
        _ page: some Page,
        _ world: BoardWorld,
        _ id: Int,
        _ asker: Asker
    ) async throws
        -> Set<NoteLevel>
    {
        let parts = ["case": id, "pupil": 1, "plan": 1, "institution": 1]
        let seen = try await world.get(page, parts, query: ["notes": "all", "state": "all"], as: asker)
        return Set(NoteLevel.allCases.filter { seen.text.contains(Self.texts[$0] ?? "?") })
    }

    @Test(arguments: Engine.available)
    func `each reader finds the notes of their levels on the page, and on no other page any`(
        _ engine: Engine
    ) async throws {
        try await withNotes(engine) { world, id in
            try await world.admit(id, CaseBoard.colleague, .school)
            try await world.admit(id, CaseBoard.social, .social, .notes)
            try await world.admit(id, CaseBoard.police, .police, .plan)
            let expected: [(Asker, Set<NoteLevel>)] = [
                (CaseBoard.pedagogue, [.team, .restricted, .author]),
                (CaseBoard.head, [.team, .restricted, .author]),
                (CaseBoard.coordinator, [.team, .restricted, .author]), (CaseBoard.colleague, [.team]),
                (CaseBoard.social, [.team]), (CaseBoard.police, []), (CaseBoard.stranger, []),
                (CaseBoard.person(.deputy, 30), []), (CaseBoard.person(.classTeacher, 31, classGroup: 1), []),
            ]
            for (asker, levels) in expected {
                #expect(try await self.levels(CasePage(), world, id, asker) == levels, "\(asker.name)")
                for page in [CasesPage(), LooksPage(), PupilCasesPage(), PlanNewPage(), FindPage()]
                    as [any Page]
                {
                    #expect(try await self.levels(page, world, id, asker) == [], "\(asker.name) \(page.path)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `restricted notes are for whom they were given, and a key opens its own case only`(
        _ engine: Engine
    ) async throws {
        try await withNotes(engine) { world, id in
            try await world.admit(id, CaseBoard.colleague, .school, level: .restricted)
            #expect(try await levels(CasePage(), world, id, CaseBoard.colleague) == [.team, .restricted])
            // What the colleague writes for the author alone, the owner does not see; the head does.
            try await world.work(CaseBoard.colleague).note(id, .author, "kolēģei-bebrs")
            func notes(_ asker: Asker) async throws -> [String] {
                try await world.seen(id, by: asker)?.notes.map(\.text) ?? []
            }
            #expect(try await !notes(CaseBoard.pedagogue).contains("kolēģei-bebrs"))
            #expect(try await notes(CaseBoard.colleague).contains("kolēģei-bebrs"))
            #expect(try await notes(CaseBoard.head).contains("kolēģei-bebrs"))
            let other = try await world.openCase(2)
            let desk = world.desk.seated(CaseBoard.pedagogue)
            let opened = try await world.desk.database.data.read { connection in
                let gate = CaseGate(desk, connection)
                let (first, second) = (try gate.enter(id), try gate.enter(other))
                return (
                    try first.file.reason.opened(first.key, connection),
                    try first.file.reason.opened(second.key, connection)
                )
            }
            #expect(opened.0 == "Kāpēc 1" && opened.1 == nil)
        }
    }

    @Test func `a note of a level that one may not read is not written either`() async throws {
        try await withNotes(.sqlite) { world, id in
            try await world.admit(id, CaseBoard.social, .social, .notes)
            await #expect(throws: FieldErrors.self) {
                try await world.work(CaseBoard.social).note(id, .restricted, "x")
            }
        }
    }

    @Test func `older notes are shown when asked for, and the record says so`() async throws {
        try await withNotes(.sqlite) { world, id in
            let later = world.desk(CaseBoard.pedagogue, on: CaseBoard.today + 400)
            for (query, isShown) in [([:], false), (["notes": "all"], true)] as [([String: String], Bool)] {
                let request = PageRequest(parts: ["case": String(id)], query: query)
                let page = try await CasePage.content(request, later)
                #expect(page.body.string.contains("komandai-zvirbulis") == isShown)
                #expect(page.record == (isShown ? "case \(id) notes" : "case \(id)"))
                #expect(page.persons == [PupilID(rawValue: 1)])
            }
        }
    }
}
