import Cases
import Frame
import Kernel
import RoomTesting
import Storage
import Testing

@testable import Meetings

/// A case and a meeting about a pupil, written as people write them on pages.
enum Papers {
    /// Tables of meetings, each with a row after ``meet(about:_:)``.
    static let minutes = [
        "meeting", "meeting_member", "meeting_addition", "meeting_item", "meeting_request", "meeting_note",
        "meeting_task",
    ]

    /// Opens a case of a pupil, with a note and a task.
    static func openCase(of pupil: PupilID, _ world: BoardWorld) async throws {
        let (stage, asker) = (CaseStage(world.desk), world.desk.asker)
        let opened = try await stage.open(pupil, signal: 0, by: asker, on: today, reason: "Bieži kavē")
        let id = try #require(opened)
        try await stage.note(id, level: 1, by: asker, on: today, "Runāts ar māti")
        try await stage.task(id, by: asker, on: today, person: nil, "Zvanīt mātei")
    }

    /// Holds a meeting about a pupil with a case, for whom somebody had asked; approved, with an addition; its number.
    static func meet(about pupil: PupilID, _ world: BoardWorld) async throws -> Int {
        let (stage, asker) = (MeetingStage(world.desk), world.desk.asker)
        let asked = try await stage.ask(pupil, by: asker, on: today, "Kļuvis noslēgts")
        #expect(asked)
        let id = try await stage.plan(
            try await world.column("id", of: "institution", InstitutionID.self)[0],
            isOfBodies: false,
            by: asker,
            on: today,
            starts: 870,
            place: "Skolotāju istaba",
            staff: [],
            bodies: [("Paraugs Policists", 4)]
        )
        try await stage.gather([pupil], for: id, by: asker, on: today)
        try await stage.hold(id, by: asker, on: today)
        let word = MeetingStage.Word(
            said: "Mājās ir grūti",
            task: "Apmeklēt ģimeni",
            person: "Paraugs Policists",
            outcome: nil
        )
        try await stage.write([word], for: id, by: asker, on: today, until: today)
        try await stage.general(id, by: asker, on: today, "Par pulciņiem")
        try await stage.approve(id, by: asker, on: today)
        try await MeetingWork(world.desk).addition(id, "Pulciņu laiki")
        return id
    }
}
