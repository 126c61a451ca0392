import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Dates: one's own, and those that are late where one leads the work.
struct DatesTests {
    @Test(arguments: Engine.available)
    func `everybody sees their own dates, and who leads the work what is late there`(
        _ engine: Engine
    ) async throws {
        try await DateBoard.withCase(engine) { test in
            try await test.act("laila") { browser, _ in
                let page = try await browser.get("/dates").text
                #expect(page.contains("17.04.2026.") && page.contains("20.05.2026."))
                #expect(page.contains("30\u{a0}dienas"))
                let answer = try await browser.get("/late")
                #expect(answer.status == 403)
                // Of many dates one finds the late ones, those of the next days, and those of a kind.
                for (query, hasReview, hasTask) in [
                    ("when=late", true, false), ("when=week", false, true), ("kind=tasks", false, true),
                    ("when=late&kind=cases", true, false), ("when=late&kind=tasks", false, false),
                    ("when=never&kind=none", true, true),
                ] {
                    let page = try await browser.get("/dates?\(query)").text
                    #expect(page.contains("17.04.2026.") == hasReview, "\(query)")
                    #expect(page.contains("20.05.2026.") == hasTask, "\(query)")
                    #expect(page.contains("Tādu termiņu nav") == !(hasReview || hasTask), "\(query)")
                }
            }
            for login in ["head", "coordinator"] {
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/late").text
                    #expect(page.contains("17.04.2026.") && page.contains("Paraugs laila"), "\(login)")
                    #expect(!page.contains("20.05.2026."), "\(login)")
                    let home = try await browser.get("/").text
                    #expect(home.contains("ilgi kavējas"), "\(login)")
                    let own = try await browser.get("/dates").text
                    #expect(!own.contains("17.04.2026."), "\(login)")
                }
            }
            try await test.act("stranger") { browser, _ in
                let late = try await browser.get("/late").text
                #expect(!late.contains("17.04.2026."))
                let home = try await browser.get("/").text
                #expect(!home.contains("ilgi kavējas"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `home tells of late steps over absence once, and they stay in the list of what is late`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let head = "institution,class,pupil_code,date,subject,code,lessons"
            let lessons = [16, 17].map { "Liepu skola,7.a,K1,2026-03-\($0),Matemātika,nn,12" }
            try await test.take(([head] + lessons).joined(separator: "\n"), "absences")
            try await test.account("laila", "social-pedagogue", in: DateBoard.school)
            try await test.account("head", "head", in: DateBoard.school)
            try await test.account("coordinator", "pmp-coordinator")
            try await test.act("laila") { browser, token in
                let step = ["year": "2025/2026", "term": "2", "step": "contact", "day": "17.03.2026."]
                let answer = try await browser.post("/pupils/1/absence-duty", step, token: token)
                #expect(answer.status == 303)
            }
            for login in ["head", "coordinator"] {
                try await test.act(login) { browser, _ in
                    let home = try await browser.get("/").text
                    #expect(home.contains("kavējas nākamais solis"), "\(login)")
                    #expect(!home.contains("ilgi kavējas"), "\(login)")
                    let late = try await browser.get("/late").text
                    #expect(late.contains("Neattaisnoti kavējumi: Klases audzinātāja saruna"), "\(login)")
                }
            }
        }
    }

    /// What home leaves out of what is late has its line for those who work with signs.
    @Test func `whoever leads the work also works with signs`() {
        for role in Role.all {
            #expect(role.breadths(.superviseCases).isSubset(of: role.breadths(.workSignals)), "\(role.name)")
        }
    }

    @Test(arguments: Engine.available)
    func `the board hears of what is late after its own number of days`(_ engine: Engine) async throws {
        try await DateBoard.withCase(engine) { test in
            // The shipped rule tells the head after seven days and the board after fourteen.
            for (days, isTold) in [(14, false), (15, true)] {
                let review = test.desk.today - days
                try await test.desk.database.data.write {
                    try $0.execute(
                        "UPDATE prevention_case SET review_on = \(review) WHERE tenant_id = \(test.tenant)"
                    )
                }
                let word = Format(.lv).day(review)
                try await test.act("coordinator") { browser, _ in
                    let late = try await browser.get("/late").text
                    #expect(late.contains(word) == isTold, "\(days)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may have a date has the page, the menu leads there, and others have neither`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            for (login, isOpen) in [
                ("board-specialist", true), ("outside-worker", true), ("reader", false),
                ("board-head", false),
            ] {
                try await test.account(login, login)
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/dates")
                    #expect(page.status == (isOpen ? 200 : 403), "\(login)")
                    // The support team's tabs are for those who take part in cases.
                    #expect(page.text.contains("href=\"/cases\"") == (login == "outside-worker"), "\(login)")
                    let home = try await browser.get("/")
                    #expect(home.text.contains("href=\"/dates\"") == isOpen, "\(login)")
                }
            }
        }
    }

    @Test func `every role that may have a date of some kind has the page of dates`() {
        let kinds = Set(sekme.rooms.flatMap { $0.dues.map { $0.permission } })
        #expect(kinds.contains(.joinCases) && kinds.contains(.editPlans))
        for role in Role.all {
            let may = kinds.contains { !role.breadths($0).isEmpty }
            #expect(role.breadths(.ownDates).isEmpty == !may, "\(role.name)")
        }
    }
}
