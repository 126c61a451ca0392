import Access
import Frame
import Kernel
import Pages
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// What home tells to whom.
struct HomeTests {
    private func seat(_ role: NewRole, _ test: TestWorld) async throws -> Desk {
        let house = test.world.desk(test.tenant, Operator.asker(test.world.house))
        let login = role.role
        var new = NewAccount(login: login, name: "Paraugs \(login)")
        new.password = TestWorld.password
        new.mustChange = false
        _ = try await Accounts(house).add(new, role)
        return house.seated(try await Accounts(house).asker(login: login))
    }

    private func home(_ desk: Desk) async throws -> String {
        try await desk.database.data.read { try HomeView.load(desk, $0) }.html(.lv).string
    }

    /// Two lessons in October and four in January are known of the pupil, and no case has invited the partner.
    @Test(arguments: Engine.available)
    func `a partner hears nothing of the pupil, and opens no page but those of cases`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let last = TestWorld.now.day + 30
            let pupil = Scope(institution: InstitutionID(rawValue: 2), pupil: PupilID(rawValue: 1))
            let desk = try await seat(NewRole("partner", in: pupil, to: last), test)
            let text = try await home(desk)
            #expect(!text.contains("Ozols") && !text.contains("kavēta") && !text.contains("importēts"))
            let open = sekme.allPages.map { $0.permission }.filter { permission in
                permission.reach == .pupils && !desk.asker.reach(permission, on: desk.today).isEmpty
            }
            #expect(Set(open) == [.joinCases])
            try await test.act("partner") { browser, _ in
                for path in ["/pupils/1", "/pupils/1/signals", "/pupils/1/cases", "/cases/find"] {
                    let answer = try await browser.get(path)
                    #expect(!answer.text.contains("Ozols"), "\(path)")
                }
                #expect(try await browser.get("/pupils/1").status >= 400)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a case that went to another owner is told to both, and names no pupil`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let school = Scope(institution: InstitutionID(rawValue: 2))
            let former = try await seat(NewRole("social-pedagogue", in: school), test)
            let next = try await seat(NewRole("support-specialist", in: school), test)
            let head = try await seat(NewRole("head", in: school), test)
            let owner = try await test.number("support-specialist")
            try await test.act("social-pedagogue") { browser, token in
                let opened = try await browser.post("/pupils/1/cases", ["reason": "Kavē"], token: token)
                #expect(opened.status == 303)
            }
            try await test.act("head") { browser, token in
                let form = ["owner": owner, "version": "1"]
                let given = try await browser.post("/cases/1/owner", form, token: token)
                #expect(given.status == 303)
            }
            func told(_ desk: Desk) async throws -> (words: [String], html: String) {
                let news = try await desk.database.data.read { try CaseNeeds.news(desk, $0) }
                let html = Matter.html(news, Text(same: "Jaunumi"), .lv)?.string ?? ""
                return (news.map(\.words.lv), html)
            }
            let before = try await told(former)
            #expect(
                before.words == ["jūsu atbalsta gadījums nodots citam vadītājam: Paraugs support-specialist"]
            )
            let after = try await told(next)
            #expect(after.words.first == "atbalsta gadījums nodots jums")
            for html in [before.html, after.html] {
                #expect(html.contains("href=\"/cases/1\"") && !html.contains("Ozols"))
            }
            let nobody = try await told(head)
            #expect(nobody.words.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `who administers the board or protects its data hears that times of keeping are not set`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let administrator = try await seat(NewRole("administrator", in: .tenant), test)
            let officer = try await seat(NewRole("data-protection", in: .tenant), test)
            let specialist = try await seat(NewRole("board-specialist", in: .tenant), test)
            func lines(_ desk: Desk) async throws -> [Matter] {
                try await OfficeNeeds.find([], desk).filter { $0.words.lv.contains("glabāšanas termiņš") }
            }
            let first = try #require(try await lines(administrator).first)
            #expect(first.number.lv == String(RetentionKind.allCases.count) && !first.isLate)
            #expect(first.way?.address == "/rules/retention" && first.way?.words.en == "Set the times")
            let seen = try #require(try await lines(officer).first)
            #expect(seen.way?.address == "/rules/retention" && seen.way?.words.en == "See the times")
            #expect(try await lines(specialist).isEmpty)
            let editor = RuleEditor(administrator)
            let record = try #require(try await editor.records(RetentionRule.regulation).first)
            var texts = try record.texts
            for kind in RetentionKind.allCases { texts[kind.rawValue] = "10" }
            _ = try await editor.change(
                RetentionRule.regulation,
                from: record.rule.from,
                version: record.version,
                texts
            )
            #expect(try await lines(administrator).isEmpty)
            #expect(try await lines(officer).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `who edits programmes hears of tasks that nobody does or that have no day`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(
                """
                programme;row;number;parent;name;level;years;from;to;type;state;doer
                MP;programma;;;Mazā programma;;;01.01.2024.;31.12.2028.;prevention;approved;
                MP;mērķis;1;;Vecāki līdzdarbojas;universal;;;;;;
                MP;aktivitāte;1.1;1;Lekcijas vecākiem;;2024–2028;;;;;
                MP;uzdevums;1.1.1;1.1;Vecāku aptauja;;;;31.08.2028.;;;
                MP;uzdevums;1.1.2;1.1;Lekciju cikls;;;;;;;Izglītības iestādes
                MP;uzdevums;1.1.3;1.1;Apkopojums;;;;31.08.2028.;;;Izglītības iestādes
                """,
                "action-programmes"
            )
            func line(_ role: String) async throws -> Matter? {
                try await PlanNeeds.find(try await seat(NewRole(role, in: .tenant), test))
                    .first { $0.words.lv.contains("bez izpildītāja vai termiņa") }
            }
            let told = try #require(try await line("pmp-coordinator"))
            #expect(told.number.lv == "2" && told.way?.words.en == "Look")
            let other = try await line("reader")
            #expect(other == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a head hears of imports`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let head = Scope(institution: InstitutionID(rawValue: 2))
            #expect(try await home(try await seat(NewRole("head", in: head), test)).contains("importēts"))
        }
    }

    @Test(arguments: Engine.available)
    func `a class teacher finds the own class, and nobody who teaches hears of the board's files`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let school = Scope(institution: InstitutionID(rawValue: 2))
            var own = school
            own.classGroup = ClassID(rawValue: 2)
            let text = try await home(try await seat(NewRole("class-teacher", in: own), test))
            #expect(text.contains("<h2>7.a klase</h2>") && text.contains("Vidējais vērtējums"))
            let mark = try #require(text.ranges(of: "/figures/attainment/mark?").first)
            #expect(text[mark.upperBound...].prefix(80).contains("class=2"))
            #expect(!text.contains("importēts"))
            let teacher = try await home(try await seat(NewRole("teacher", in: school), test))
            #expect(!teacher.contains("importēts"))
        }
    }
}
