import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

extension BoardWorld {
    /// Runs the body in a board with the small programme.
    static func withProgramme(
        _ engine: Engine,
        _ body: (BoardWorld, Plan) async throws -> Void
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await body(world, try await world.plan())
        }
    }

    /// Registers an event of an activity, by its number, at an institution.
    @discardableResult
    func hold(
        _ activity: String,
        _ institution: Int,
        _ day: String,
        people: String = "",
        by asker: Asker? = nil
    ) async throws -> Int {
        let found = try #require(try await plan().activities.first { $0.number == activity })
        let form = try await EventForm.load(PageRequest(), desk.seated(asker ?? desk.asker))
        return try await form.save([
            "activity": String(found.id), "institution": String(institution), "day": day,
            "participants": people,
        ])
    }

    func get(
        _ page: some Page,
        _ parts: [String: Int] = [:],
        query: [String: String] = [:],
        language: Language = .lv,
        as asker: Asker? = nil
    ) async throws -> PageContent {
        let request = PageRequest(parts: parts.mapValues(String.init), query: query, language: language)
        guard case .page(let content) = try await page.answer(request, desk.seated(asker ?? desk.asker))
        else {
            throw Refusal.noSuchPage
        }
        return content
    }

    /// The status of what comes back from a form, or 303 with where it leads.
    func post(
        _ page: some Page,
        _ parts: [String: Int] = [:],
        _ form: [String: String],
        as asker: Asker? = nil
    ) async throws -> (status: Int, target: String, text: String) {
        let request = PageRequest(parts: parts.mapValues(String.init), form: form.mapValues { [$0] })
        switch try await page.answer(request, desk.seated(asker ?? desk.asker)) {
        case .page(let content): return (content.status, "", content.body.string)
        case .redirect(let target, _): return (303, target, "")
        default: return (0, "", "")
        }
    }
}
