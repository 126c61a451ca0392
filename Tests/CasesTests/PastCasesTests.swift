import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Cases that were closed more than a year ago are told to whoever asks for them.
struct PastCasesTests {
    private let pedagogue = CaseBoard.pedagogue

    private func close(_ id: Int, on day: Day, _ world: BoardWorld) async throws {
        let tenant = world.desk.tenant
        _ = try await world.desk.database.data.write { connection in
            try connection.execute(
                "UPDATE prevention_case SET closed_on = \(day) WHERE tenant_id = \(tenant) AND id = \(id)"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil's page has cases of the last year, older ones for the asking and on record`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            try await world.move(id, .closed, CaseWork.Move(outcome: .left, reason: "Izbrauca"))
            let (way, item) = ("href=\"/pupils/1/cases?past=all\"", "href=\"/cases/\(id)\"")
            try await close(id, on: CaseBoard.today - 366, world)
            let last = try await world.get(PupilCasesPage(), ["pupil": 1], as: pedagogue)
            #expect(last.text.contains(item) && !last.text.contains(way))
            try await close(id, on: CaseBoard.today - 367, world)
            let short = try await world.get(PupilCasesPage(), ["pupil": 1], as: pedagogue)
            #expect(!short.text.contains(item) && short.text.contains(way))
            #expect(short.text.contains("Pēdējā gadā gadījumu nav bijis.") && short.content?.record == nil)
            let whole = try await world.get(
                PupilCasesPage(),
                ["pupil": 1],
                query: ["past": "all"],
                as: pedagogue
            )
            #expect(whole.text.contains(item) && !whole.text.contains(way))
            #expect(whole.content?.record == "/pupils/:pupil/cases past")
        }
    }
}
