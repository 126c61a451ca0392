import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

struct RequestTests {
    @Test func `all that is missing of a new request is told at once`() async throws {
        try await withPersons(.sqlite) { world in
            func wrong(_ form: [String: String]) async throws -> Int {
                let request = PageRequest(form: form.mapValues { [$0] }, language: .lv)
                let answer = try await CreateRequestAction().answer(request, world.desk)
                guard case .page(let page) = answer else { return 0 }
                return page.body.string.ranges(of: "class=\"wrong\"").count
            }
            let found20 = try await wrong([:])
            #expect(found20 == 6, "whose, code, what, who, when, text")
            let day = Format(.lv).day(today + 1)
            let typed = ["register": "pupils", "code": "X9", "kind": "1", "asker": "1", "asked": day]
            let found23 = try await wrong(typed)
            #expect(found23 == 3, "an unknown code, a day to come, no text")
        }
    }

    @Test(arguments: Engine.available)
    func `an answer is due in a month, can be put off once, and is decided once`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let request = try await world.request(.access, "010113-20004")
            #expect(request.asked == today)
            #expect(request.due == today.adding(months: 1))
            let work = RequestWork(desk: world.desk)
            try await work.decide(request.id, .extended, "Daudz datu", version: 1)
            await #expect(throws: Refusal.self) {
                try await work.decide(request.id, .extended, "Vēlreiz", version: 2)
            }
            await #expect(throws: Conflict.self) {
                try await work.decide(request.id, .fulfilled, "Nosūtīts", version: 1)
            }
            try await work.decide(request.id, .fulfilled, "Nosūtīts", version: 2)
            let (tenant, desk) = (world.desk.tenant, world.desk)
            let (decided, text) = try await desk.database.data.read { connection in
                (
                    try PrivacyRequest.find(request.id, tenant, connection),
                    try RequestText.decision.opened(request.id, desk, connection)
                )
            }
            #expect(decided?.state == .fulfilled)
            #expect(decided?.due == today.adding(months: 3))
            #expect(text == "Nosūtīts")
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may not handle personal data gets nothing done`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let other = world.desk.seated(BoardWorld.asker([.readPupils, .administer]))
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk: other)
                    .register(.erasure, code: "J1", asker: .parent, on: today, "Dzēst")
            }
            let count = try await world.count("privacy_request")
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a decided request goes when its time is over and leaves its number`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let done = try await world.request(.access, "J1")
            let open = try await world.request(.access, "J2")
            try await RequestWork(desk: world.desk).decide(done.id, .fulfilled, "Nosūtīts", version: 1)
            try await world.keep(["requests": 2])
            let last = today.adding(years: 2)
            try await world.desk(on: last).beginDay()
            #expect(try await world.count("privacy_request") == 2)
            try await world.desk(on: last + 1).beginDay()
            #expect(try await world.column("id", of: "privacy_request", Int.self) == [open.id])
            let steps = try await world.column("request_id", of: "privacy_step", by: "at", Int.self)
            #expect(steps == [open.id])
            let buried = try await world.column("request_id", of: "ended_request", by: "day", Int.self)
            #expect(buried == [done.id])
            #expect(try await world.trail().contains("retention requests \(done.id)"))
            let ended = try await world.desk(on: last + 1).ended()
            #expect(ended.map(\.what.en) == ["Requests of persons"])
        }
    }

    @Test func `a month ends with its last day`() throws {
        let january = try #require(Day(2027, 1, 31))
        #expect(january.adding(months: 1) == Day(2027, 2, 28))
        #expect(january.adding(years: -3) == Day(2024, 1, 31))
    }
}
