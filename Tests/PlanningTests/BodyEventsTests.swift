import Access
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// Those who work for other bodies register what their body held, and see nothing else of programmes.
struct BodyEventsTests {
    private static func worker(_ body: CaseBody?, _ account: Int = 21) -> Asker {
        BoardWorld.person(.outsideWorker, account, in: .tenant, planningRoom, body: body)
    }
    private static let social = worker(.social)
    private static let police = worker(.police, 22)

    @Test func `names are a body's by the beginnings of their words`() {
        let names: [(String, CaseBody)] = [
            ("Sociālais dienests", .social), ("Novada sociālo lietu dienests", .social),
            ("Bāriņtiesa", .court), ("Valsts policija", .police), ("Pašvaldības policijas nodaļa", .police),
            ("Jauniešu iniciatīvu centrs", .youth), ("Ģimeņu atbalsta centrs", .support),
        ]
        for (name, body) in names {
            for one in CaseBody.allCases {
                #expect(BodyNames.means(name, one) == (one == body), "\(name) \(one)")
            }
        }
        #expect(!BodyNames.means("Izglītības pārvalde", .other) && !BodyNames.knows(.other))
    }

    @Test(arguments: Engine.available)
    func `the list has the activities that name the body, and no other row of the programme`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let page = try await world.get(BodyEventsPage(), as: Self.social).body.string
            #expect(page.contains("1.1 Lekcijas vecākiem") && page.contains("2.1 Gadījuma vadīšana"))
            #expect(page.contains("reizes") && page.contains("pēc nosaukuma"))
            let inside = [
                "Sarunu vakari", "Vecāku aptauja", "Koordinatore", "1250", "Apmierināti vecāki", "/late",
                "/planning/activities",
            ]
            for words in inside { #expect(!page.contains(words), "\(words)") }
            let police = try await world.get(BodyEventsPage(), as: Self.police).body.string
            #expect(police.contains("1.1 Lekcijas vecākiem") && !police.contains("Gadījuma vadīšana"))
            let nobody = try await world.get(BodyEventsPage(), as: Self.worker(nil)).body.string
            #expect(nobody.contains("Nav norādīts") && !nobody.contains("Lekcijas"))
        }
    }

    @Test(arguments: Engine.available)
    func `an event is registered for one's own body, fills its counter and is taken back`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let activity = plan.activities[0].id
            let form = try await world.get(
                BodyEventNewPage(),
                query: ["activity": String(activity)],
                as: Self.social
            )
            #expect(form.body.string.contains("/planning/body/new"))
            #expect(!form.body.string.contains("name=\"institution\""))
            // What is sent beside the questions counts for nothing: the body is that of the role.
            let sent = [
                "activity": String(activity), "day": "19.11.2025.", "participants": "12", "sheet": "Mape 3",
                "institution": String(-CaseBody.police.rawValue),
            ]
            let saved = try await world.post(BodyEventAction(), [:], sent, as: Self.social)
            let event = try #require(try await world.plan().events.first)
            #expect(saved.target == "/planning/body/\(event.id)")
            #expect(event.body == .social && event.institution.rawValue == 0 && event.participants == 12)
            #expect(event.sheet == "Mape 3" && event.account == Self.social.account)
            let board = try await world.get(ActivityPage(), ["part": activity]).body.string
            #expect(board.contains("sociālais dienests: 1"))
            let list = try await world.get(BodyEventsPage(), as: Self.social).body.string
            #expect(list.contains("/planning/body/\(event.id)"))
            let undone = try await world.post(
                BodyEventUndo(),
                ["part": event.id],
                ["version": "1"],
                as: Self.worker(.social, 23)
            )
            #expect(undone.target == "/planning/body")
            #expect(try await world.plan().events.isEmpty)
            let page = try await world.get(BodyEventPage(), ["part": event.id], as: Self.social).body.string
            #expect(page.contains("atsaukts") && !page.contains("/undo"))
        }
    }

    @Test(arguments: Engine.available)
    func `other bodies' events and activities are not there, whatever number is tried`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let theirs = try await world.hold("1.1", -CaseBody.police.rawValue, "16.01.2025.")
            let school = try await world.hold("1.1", 1, "17.01.2025.")
            let board = try await world.hold("1.1", 0, "18.01.2025.")
            for id in [theirs, school, board, 999] {
                await #expect(throws: Refusal.noSuchPage, "\(id)") {
                    _ = try await world.get(BodyEventPage(), ["part": id], as: Self.social)
                }
                await #expect(throws: Refusal.noSuchPage, "\(id)") {
                    _ = try await world.post(
                        BodyEventUndo(),
                        ["part": id],
                        ["version": "1"],
                        as: Self.social
                    )
                }
            }
            #expect(try await world.plan().events.count == 3)
            let list = try await world.get(BodyEventsPage(), as: Self.social).body.string
            #expect(list.contains("Pasākumu vēl nav"))
            // The youth centre alone is named there.
            let other = String(plan.activities[1].id)
            let refused = try await world.post(
                BodyEventAction(),
                [:],
                ["activity": other, "day": "19.11.2025."],
                as: Self.social
            )
            #expect(refused.status == 422)
            #expect(try await world.plan().events.count == 3)
        }
    }
    @Test(arguments: Engine.available)
    func `with two bodies an event is held by the one that the activity names`(_ engine: Engine) async throws
    {
        try await BoardWorld.programme(engine) { world, plan in
            let (social, youth) = (Self.worker(.social), Self.worker(.youth))
            let both = Asker(
                account: social.account,
                name: "abi",
                language: .lv,
                grants: social.grants + youth.grants
            )
            func send(_ activity: Int, _ body: CaseBody) async throws -> Int {
                try await world.post(
                    BodyEventAction(),
                    [:],
                    [
                        "activity": String(plan.activities[activity].id), "day": "19.11.2025.",
                        "institution": String(-body.rawValue),
                    ],
                    as: both
                )
                .status
            }
            let refused = (try await send(1, .social), try await send(1, .police))
            #expect(refused == (422, 422))
            let kept = try await send(1, .youth)
            #expect(kept == 303)
            let bodies = try await world.plan().events.map(\.body)
            #expect(bodies == [.youth])
        }
    }
}
