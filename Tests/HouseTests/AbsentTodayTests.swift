import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// Who comes to the list of pupils absent without a known reason, and whom it names to them.
struct AbsentTodayTests {
    @Test(arguments: Engine.available)
    func `the list opens to those who work with pupils, each with theirs alone, and notes a contact`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let school = Scope(institution: InstitutionID(rawValue: 2))
            let other = Scope(institution: InstitutionID(rawValue: 1))
            try await test.account("laila", "social-pedagogue", in: school)
            try await test.account("head", "head", in: school)
            try await test.account("stranger", "head", in: other)
            try await test.account("teacher", "teacher", in: school)
            try await test.account("reader", "reader")
            try await test.account("outside", "outside-worker")
            let path = "/absence-duty/today"
            for login in ["teacher", "reader", "outside"] {
                try await test.act(login) { browser, _ in
                    let answer = try await browser.get(path)
                    #expect(answer.status == 403, "\(login)")
                }
            }
            // On the last day with data pupil 2 was away without excuse, pupil 1 with another excuse.
            try await test.act("stranger") { browser, token in
                for query in ["", "?institution=2"] {
                    let answer = try await browser.get(path + query)
                    #expect(answer.status == 200 && !answer.text.contains("/pupils/2/absence-duty"))
                }
                let step = ["year": "2025/2026", "term": "2", "step": "contact", "day": "15.05.2026."]
                let answer = try await browser.post("/pupils/2/absence-duty", step, token: token)
                #expect(answer.status != 303)
            }
            try await test.act("laila") { browser, token in
                let list = try await browser.get(path).text
                #expect(list.contains("13.01.2026.") && list.contains("action=\"/pupils/2/absence-duty\""))
                #expect(!list.contains("/pupils/1/absence-duty"))
                let step = [
                    "year": "2025/2026", "term": "2", "step": "contact", "day": "15.05.2026.",
                    "back": "today",
                ]
                let answer = try await browser.post("/pupils/2/absence-duty", step, token: token)
                #expect(answer.status == 303)
            }
            try await test.act("head") { browser, _ in
                let list = try await browser.get(path).text
                #expect(list.contains("Paraugs laila") && !list.contains("action=\"/pupils/2/absence-duty\""))
            }
        }
    }
}
