import Access
import Demo
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import House
@testable import Planning

/// What holds for all reports wherever there is something to report: one demo on each engine is asked everything.
struct DemoLawTests {
    @Test(arguments: Engine.available)
    func `every face of every report holds the same rows, every number has a making, and none ranks teachers`(
        _ engine: Engine
    ) async throws {
        try await DemoBoard.open(engine) { test, _ in
            var (answered, filled, teachers): (Set<String>, Int, Set<String>) = ([], 0, [])
            for room in test.world.house.rooms {
                for report in room.reports {
                    let id = "\(room.name)/\(report.name)"
                    guard let (answer, choices) = try await ask(id, test.desk) else { continue }
                    answered.insert(id)
                    filled += answer.document.sections.allSatisfy(\.rows.isEmpty) ? 0 : 1
                    for language in Language.allCases {
                        let faces = FaceRows(answer: answer, choices: choices, language: language)
                        let faults = try faces.faults()
                        #expect(faults == [], "\(id) \(language)")
                    }
                    // Whoever follows a number is told how it was reckoned, none excepted.
                    let untold = answer.document.ownNumbers(made: false)
                    #expect(untold == [], "\(id) has numbers without a making")
                    let (faults, isOfTeachers) = try await ranks(answer, test)
                    #expect(faults == [], "\(id)")
                    if isOfTeachers { teachers.insert(id) }
                }
            }
            let all = test.world.house.rooms.flatMap { room in room.reports.map { "\(room.name)/\($0.name)" }
            }
            #expect(Set(all).subtracting(answered) == [], "nothing could be chosen")
            // A board without data would prove nothing.
            #expect(filled * 2 > all.count, "\(filled) of \(all.count)")
            #expect(teachers.contains("attainment/teacher-averages"), "\(teachers)")
        }
    }

    @Test(arguments: Engine.available)
    func `the demo's annual report, its page and its files say what the reports of its year say`(
        _ engine: Engine
    ) async throws {
        try await DemoBoard.open(engine) { test, _ in
            let reader = Asker.test([.readFigures, .seePlans], account: 0)
            let law = AnnualLaw(desk: test.world.desk(test.tenant, reader))
            let found = try await law.found()
            #expect(found.report.year == AnnualLaw.year && found.report.state == .published)
            let faults = try await law.faults(found.content)
            #expect(faults == [])
            // Not all values of it are typed in: measures feed some.
            let tenant = test.tenant
            let plans = try await test.world.database.data.read { try Plan.all(.all, tenant, $0) }
            let measured = Set(plans.flatMap(\.indicators).filter { $0.origin == .measure }.map(\.number))
            #expect(measured.count == 4)
            // The value of the fifth is typed of a year in which nobody recorded who was present.
            #expect(!law.valued(found.content, of: measured.subtracting(["5"])).isEmpty)
            try await test.client { client in
                let page = try await Browser(client).get("/public/annual/1").text
                #expect(law.faults(found.content, on: page, .lv) == [])
                #expect(law.missing(found.content, in: page, .lv) == [])
            }
            // The files are made of the same content, by programs that take their time: once is enough.
            guard engine == .sqlite else { return }
            let maker = DocumentMaker(limit: .seconds(600))
            let file = AnnualFile(found: found, language: .lv)
            if maker.has(.docx) {
                let words = try AnnualLaw.words(docx: try await file.made(.docx, by: maker))
                #expect(law.missing(found.content, in: words, .lv) == [])
            }
            if maker.has(.pdf) {
                let words = try PDFText.words(try await file.made(.pdf, by: maker))
                #expect(law.missing(found.content, in: words, .lv) == [])
            }
        }
    }

    @Test func `every number in a table of the board, an institution, a class and a pupil has a making`()
        async throws
    {
        try await DemoBoard.open(.sqlite) { test, accounts in
            let account = try #require(accounts.first { $0.login == "board-specialist" })
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn(account.login, account.password)
                var counts: [String: Int] = [:]
                func read(_ path: String) async throws -> String {
                    let text = try await browser.get(path).text
                    let numbers = UnlinkedNumbers(text)
                    #expect(numbers.cells == [], "\(path)")
                    counts[String(path.prefix { !$0.isNumber }), default: 0] += numbers.count
                    return text
                }
                func ways(_ kind: String, _ text: String, _ most: Int) -> [String] {
                    let found = text.matches(of: /href="(\/[a-z]+\/)([0-9]+)"/)
                        .filter { $0.1 == "/\(kind)/" }.map { "/\(kind)/\($0.2)" }
                    return Array(Set(found).sorted().prefix(most))
                }
                let board = try await read("/board")
                for place in ways("institutions", board, 4) {
                    for group in ways("classes", try await read(place), 2) {
                        for pupil in ways("pupils", try await read(group), 2) { _ = try await read(pupil) }
                    }
                }
                // Pages without numbers would prove nothing.
                for kind in ["/board", "/institutions/", "/classes/", "/pupils/"] {
                    let count = counts[kind] ?? 0
                    #expect(count > 5, "\(kind): \(count)")
                }
            }
        }
    }

    /// The answer to a report, with the first that is offered of all it needs; nil where nothing is offered.
    private func ask(
        _ id: String,
        _ desk: Desk
    ) async throws -> (answer: AnsweredReport, choices: ReportChoices)? {
        var request = ReportRequest(id)
        for _ in ReportFilter.allCases {
            let found = try await Asking(desk).answerWithChoices(request)
            guard let missing = found.answer.missing else { return found }
            guard case .one(let members, _)? = found.choices.offers[missing], let first = members.first else {
                return nil
            }
            request[missing] = first.value
        }
        return nil
    }

    private func ranks(_ answer: AnsweredReport, _ test: TestWorld) async throws -> ([String], Bool) {
        let tenant = test.tenant
        return try await test.world.database.data.read { connection in
            let names = HouseNames(tenant: tenant, year: answer.selection.year, connection)
            let order = TeacherOrder(answer: answer, names: names)
            return (order.faults(), order.namesTeachers)
        }
    }
}
