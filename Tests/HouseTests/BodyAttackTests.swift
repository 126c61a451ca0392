import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Ways into programmes for those who work for other bodies.
struct BodyAttackTests {
    /// A programme of the municipality, with an event that the police held.
    private static let programme = """
        programme;row;number;parent;name;state;from;to;responsible;involved;doer;date;body
        MP;programma;;;Parauga programma;approved;01.01.2025.;31.12.2027.;;;;;
        MP;mērķis;1;;Mērķis-gulbis;;;;;;;;
        MP;aktivitāte;1.1;1;Kopīgas lekcijas;;;;Sociālais dienests;Valsts policija;;;
        MP;aktivitāte;1.2;1;Aktivitāte-lapsa;;;;Jauniešu centrs;;;;
        MP;uzdevums;1.1.1;1.1;Uzdevums-bebrs;;01.01.2025.;31.12.2025.;;;Sociālais dienests;;
        MP;pasākums;;1.1;Policijas-vilks;;;;;;;15.04.2026.;police

        """
    private static let secrets = ["Mērķis-gulbis", "Aktivitāte-lapsa", "Uzdevums-bebrs", "Policijas-vilks"]

    private func withProgramme(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(Self.programme, "action-programmes")
            try await test.account("social", "outside-worker", body: .social)
            try await test.account("police", "outside-worker", body: .police)
            try await body(test)
        }
    }

    private var addresses: [String] {
        let pages = sekme.allPages.filter { page in
            page.method == .get && page.path.hasPrefix("/planning")
        }
        return pages.flatMap { page in
            (1...3).map { number in
                page.path.split(separator: "/", omittingEmptySubsequences: false)
                    .map { $0.hasPrefix(":") ? "\(number)" : String($0) }
                    .joined(separator: "/")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `guessed addresses show a body no more of a programme than what names it`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { test in
            let all = addresses
            #expect(all.contains("/planning/body/1") && all.contains("/planning/1"))
            try await test.act("social") { browser, _ in
                let own = try await browser.get("/planning/body")
                #expect(own.status == 200 && own.text.contains("Kopīgas lekcijas"))
                for address in all {
                    let answer = try await browser.get(address)
                    #expect(answer.status < 500, "\(address)")
                    #expect(Self.secrets.filter { answer.text.contains($0) } == [], "\(address)")
                    guard !["/planning/body", "/planning/body/new"].contains(address) else { continue }
                    #expect([403, 404].contains(answer.status), "\(address): \(answer.status)")
                }
            }
            // The event is there for those whose it is, or this would prove nothing.
            try await test.act("police") { browser, _ in
                let own = try await browser.get("/planning/body").text
                #expect(own.contains("Policijas-vilks"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `another body's event is not taken back, and none is registered past one's own`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { test in
            let tenant = test.tenant
            func number(_ sql: SQL) async throws -> Int {
                try #require(try await test.world.database.data.read { try $0.value(sql, Int.self) })
            }
            let event = try await number("SELECT id FROM plan_event WHERE tenant_id = \(tenant)")
            let activity = try await number(
                "SELECT id FROM plan_activity WHERE tenant_id = \(tenant) AND number = '1.2'"
            )
            try await test.act("social") { browser, token in
                let version = ["version": "1"]
                for path in ["/planning/body/\(event)/undo", "/planning/events/\(event)/undo"] {
                    let answer = try await browser.post(path, version, token: token)
                    #expect([403, 404].contains(answer.status), "\(path): \(answer.status)")
                }
                let sent = ["activity": String(activity), "day": "15.04.2026.", "institution": "-4"]
                #expect(try await browser.post("/planning/body/new", sent, token: token).status == 422)
                let other = try await browser.post("/planning/events/new", sent, token: token)
                #expect([403, 404].contains(other.status))
            }
            let kept = try await number(
                "SELECT count(*) FROM plan_event WHERE tenant_id = \(tenant) AND is_undone = 0 AND body = 4"
            )
            #expect(kept == 1)
            #expect(try await number("SELECT count(*) FROM plan_event WHERE tenant_id = \(tenant)") == 1)
        }
    }
}
