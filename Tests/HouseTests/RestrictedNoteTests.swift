import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Ways by which a restricted note of a case could leave the house: a mail, the data that a person is given, paper.
struct RestrictedNoteTests {
    /// What is written for a few: in the case, in the case for its author alone, and at a meeting.
    private static let restricted = ["slēgts-lūsis", "autoram-ūdrs", "protokolā-āpsis"]
    private let attack = CaseAttackTests()

    /// The case with everything in it, its review and a task late, and a meeting about its pupil.
    private func withMeeting(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await attack.withCase(engine) { test in
            let colleague = try await test.number("colleague")
            try await test.act("laila") { browser, token in
                func send(_ path: String, _ fields: [String: String]) async throws {
                    let answer = try await browser.post(path, fields, token: token)
                    #expect(answer.status == 303, "\(path): \(answer.status)")
                }
                try await send("/meetings/new", ["kind": "1", "day": "17.05.2026.", "starts": "14.30"])
                try await send("/meetings/1/staff", ["staff": colleague])
                try await send("/pupils/1/meetings/add", ["meeting": "1"])
                try await send("/meetings/1/hold", ["came": "1", "version": "1"])
                try await send("/meetings/1/items/1/notes", ["text": "protokolā-stirna", "level": "1"])
                try await send("/meetings/1/items/1/notes", ["text": "protokolā-āpsis", "level": "2"])
            }
            let late = test.desk.today - 30
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE prevention_case SET review_on = \(late) WHERE tenant_id = \(test.tenant)"
                )
                try connection.execute(
                    "UPDATE case_task SET due_on = \(late) WHERE tenant_id = \(test.tenant)"
                )
            }
            try await body(test)
        }
    }

    private static func found(_ text: String) -> [String] { restricted.filter { text.contains($0) } }

    @Test(arguments: Engine.available)
    func `the mail that counts dates has no word of a note, whoever gets it`(_ engine: Engine) async throws {
        try await withMeeting(engine) { test in
            for login in ["laila", "head", "colleague", "board", "social"] {
                try await test.desk.database.data.write { connection in
                    try connection.execute("UPDATE account SET email = '' WHERE tenant_id = \(test.tenant)")
                    try connection.execute(
                        """
                        UPDATE account SET email = 'x@skola.example'
                        WHERE tenant_id = \(test.tenant) AND login = \(login)
                        """
                    )
                }
                let number = try #require(Int(try await test.number(login)))
                try await test.desk.database.data.write {
                    try Digests(test.tenant, $0).choose(.weekly, AccountID(rawValue: number))
                }
                try await FakeSendmail.folder { folder in
                    var delivery = Delivery()
                    delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                    let done = try await DigestRun(desk: test.desk, delivery: delivery).run()
                    #expect(done.failed == 0, "\(login)")
                    // These two have something late, so that the rest is not empty for another reason.
                    if ["laila", "head"].contains(login) { #expect(done.sent == 1, "\(login)") }
                    guard done.sent > 0 else { return }
                    let message = try FakeSendmail.text(folder, "message")
                    let body = FakeSendmail.body(message) ?? ""
                    #expect(!body.isEmpty && attack.secrets(in: message + body) == [], "\(login)")
                    #expect(Self.found(message + body) == [] && !body.contains("Ozols"), "\(login)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who asks for the data kept of them gets no restricted note, on the page or as a file`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { test in
            try await test.account("dpo", "data-protection")
            try await test.act("dpo") { browser, token in
                let fields = [
                    "register": "pupils", "code": "K1", "kind": "1", "asker": "1", "asked": "17.05.2026.",
                    "text": "Lūdz visas ziņas.",
                ]
                let made = try await browser.post("/privacy/requests", fields, token: token)
                let request = try #require(made.location)
                for path in ["/person", "/file"] {
                    let answer = try await browser.get(request + path)
                    #expect(answer.status == 200 && answer.text.contains("Ozols"), "\(path)")
                    #expect(Self.found(answer.text) == [], "\(path)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `no print of the meeting has a restricted note, whoever prints it`(_ engine: Engine) async throws {
        try await withMeeting(engine) { test in
            let papers = ["/minutes", "/agenda", "/sheets", "/items/1/sheet"].map { "/meetings/1" + $0 }
            for login in ["laila", "head", "colleague", "social", "board"] {
                try await test.act(login) { browser, _ in
                    for path in papers {
                        let answer = try await browser.get(path)
                        #expect(answer.status < 500, "\(login) \(path)")
                        #expect(Self.found(answer.text) == [], "\(login) \(path)")
                    }
                }
            }
            try await test.act("laila") { browser, _ in
                let minutes = try await browser.get("/meetings/1/minutes").text
                #expect(minutes.contains("protokolā-stirna"))
                // The case itself has it, for those who may read it there.
                let page = try await browser.get("/cases/1?notes=all").text
                #expect(page.contains("protokolā-āpsis"))
            }
        }
    }
}
