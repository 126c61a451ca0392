import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What of a case is given to the person who asked for their data, and what the request tells of it.
struct CaseGivingTests {
    private static let path = "/cases/1/person"

    /// The form as a page of giving has it: the mark of what is shown, and what was answered.
    private func form(_ page: String, _ answers: [String: String] = [:]) throws -> [String: String] {
        let start = try #require(page.firstRange(of: "name=\"shown\" value=\""))
        let shown = String(page[start.upperBound...].prefix { $0 != "\"" })
        #expect(shown.count == 32)
        return answers.merging(["shown": shown]) { _, new in new }
    }

    private func request(_ test: TestWorld) async throws {
        try await test.account("privacy", "data-protection")
        try await test.act("privacy") { browser, token in
            let fields = [
                "register": "pupils", "code": "K1", "kind": "1", "asker": "2", "asked": "17.05.2026.",
                "text": "Lūdz māte.",
            ]
            let made = try await browser.post("/privacy/requests", fields, token: token)
            #expect(made.status == 303, "\(made.status)")
        }
    }

    @Test(arguments: Engine.available)
    func `the owner gives the case's part out, and the request tells of it`(engine: Engine) async throws {
        try await CaseAttackTests().withCase(engine) { test in
            try await request(test)
            try await test.act("privacy") { browser, _ in
                let page = try await browser.get("/privacy/requests/1").text
                #expect(page.contains("Atbalsta gadījums, atvērts") && page.contains("vēl nav"))
                #expect(!page.contains("zvirbulis"))
            }
            try await test.act("laila") { browser, token in
                let page = try await browser.get(Self.path).text
                #expect(page.contains("komandai-vārna") && page.contains("name=\"hold-1\""))
                #expect(!page.contains("slēgts-lūsis") && !page.contains("autoram-ūdrs"))
                let given = try await browser.post(Self.path, try form(page), token: token)
                #expect(given.status == 200)
                let parts = [
                    "iemesls-zvirbulis", "komandai-vārna", "uzdevums-stirna", "mērķis-lapsa", "lūgums-cauna",
                ]
                for part in parts { #expect(given.text.contains(part), "\(part)") }
                #expect(!given.text.contains("slēgts-lūsis") && !given.text.contains("autoram-ūdrs"))
                #expect(!given.text.contains("<form"))
            }
            try await test.act("privacy") { browser, _ in
                let page = try await browser.get("/privacy/requests/1").text
                #expect(!page.contains("vēl nav") && page.contains("Paraugs laila"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a note is held back with a reason alone, which the case keeps`(engine: Engine) async throws {
        try await CaseAttackTests().withCase(engine) { test in
            try await test.act("laila") { browser, token in
                let page = try await browser.get(Self.path).text
                let bare = try await browser.post(Self.path, try form(page, ["hold-1": "1"]), token: token)
                #expect(bare.status == 422 && bare.text.contains("komandai-vārna"))
                #expect(!bare.text.contains("Fails nav izsniegts"))
                let others = try form(page, ["hold-2": "2", "reason-2": "Tāpat"])
                let restricted = try await browser.post(Self.path, others, token: token)
                #expect(restricted.status == 404)
                let held = try form(page, ["hold-1": "1", "reason-1": "cita-bērna-drošība"])
                let given = try await browser.post(Self.path, held, token: token)
                #expect(given.status == 200 && !given.text.contains("komandai-vārna"))
                #expect(given.text.contains("Neizsniegtās piezīmes"))
                #expect(given.text.contains("cita-bērna-drošība"))
                let kept = try await browser.get("/cases/1").text
                #expect(kept.contains("cita-bērna-drošība"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what was written after the page was opened does not leave unseen`(_ engine: Engine) async throws {
        try await CaseAttackTests().withCase(engine) { test in
            try await test.act("laila") { browser, token in
                // A form that does not say what was shown gives nothing out.
                let blind = try await browser.post(Self.path, [:], token: token)
                #expect(blind.status == 422 && blind.text.contains("Fails nav izsniegts"))
                let changes = [
                    ("notes", ["level": "1", "text": "vēlāk-dzenis"]),
                    (
                        "tasks",
                        ["text": "vēlāk-zīle", "person": "Kāds", "body": "1", "due": "20.05.2026."]
                    ),
                ]
                for (path, fields) in changes {
                    let page = try await browser.get(Self.path).text
                    let late = try #require(fields["text"])
                    #expect(!page.contains(late))
                    let written = try await browser.post("/cases/1/\(path)", fields, token: token)
                    #expect(written.status == 303, "\(path)")
                    let answers = try form(page, ["hold-1": "1", "reason-1": "cita-bērna-drošība"])
                    let refused = try await browser.post(Self.path, answers, token: token)
                    #expect(refused.status == 422 && refused.text.contains("Fails nav izsniegts"), "\(path)")
                    #expect(refused.text.contains(late) && refused.text.contains("<form"), "\(path)")
                    #expect(refused.text.contains("cita-bērna-drošība"), "what was answered stays")
                }
                let kept = try await browser.get("/cases/1?notes=all").text
                #expect(!kept.contains("Personai neizsniegtas piezīmes"), "nothing was given out yet")
                let page = try await browser.get(Self.path).text
                // A restricted note is not in the part, and does not hold it up.
                let note = ["level": "2", "text": "slēgts-susuris"]
                _ = try await browser.post("/cases/1/notes", note, token: token)
                let given = try await browser.post(Self.path, try form(page), token: token)
                #expect(given.status == 200 && !given.text.contains("<form"))
                #expect(given.text.contains("vēlāk-dzenis") && given.text.contains("vēlāk-zīle"))
                #expect(!given.text.contains("susuris"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody gives out who does not answer for the case`(engine: Engine) async throws {
        try await CaseAttackTests().withCase(engine) { test in
            for login in ["colleague", "stranger", "social", "admin", "board"] {
                try await test.act(login) { browser, token in
                    let page = try await browser.get(Self.path)
                    let given = try await browser.post(Self.path, [:], token: token)
                    for answer in [page, given] {
                        #expect(answer.status >= 400, "\(login)")
                        #expect(!answer.text.contains("vārna") && !answer.text.contains("lapsa"), "\(login)")
                    }
                }
            }
            // Whoever leads the work does, where the owner cannot.
            try await test.act("head") { browser, token in
                let page = try await browser.get(Self.path).text
                let given = try await browser.post(Self.path, try form(page), token: token)
                #expect(given.status == 200 && given.text.contains("komandai-vārna"))
                #expect(!given.text.contains("slēgts-lūsis") && !given.text.contains("autoram-ūdrs"))
            }
        }
    }
}
