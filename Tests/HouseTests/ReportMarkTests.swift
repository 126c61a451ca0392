import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import House

/// What a report says of itself once it has left: on paper and in files.
struct ReportMarkTests {
    /// Two classes of one school: eight pupils and one.
    private func fill(_ test: TestWorld) async throws {
        let many = (1...8).map { "Bērzu skola,2025/2026,5.a,B\($0),Bērzs,Nr\($0),2025-09-01," }
        let one = ["Bērzu skola,2025/2026,5.b,B9,Bērzs,Nr9,2025-09-01,"]
        let head = "institution,year,class,external_code,surname,forename,from,to\n"
        try await test.take(head + (many + one).joined(separator: "\n") + "\n", "pupils")
        try await test.take(TestFiles.subjects, "subjects")
        let lessons = (1...9).map { number in
            "Bērzu skola,\(number < 9 ? "5.a" : "5.b"),B\(number),2025-11-05,Matemātika,ns,2"
        }
        let top = "institution,class,pupil_code,date,subject,code,lessons\n"
        try await test.take(top + lessons.joined(separator: "\n") + "\n", "absences")
    }

    private func asked() -> ReportRequest {
        var asked = ReportRequest("attendance/kinds")
        asked[.year] = "2025/2026"
        asked[.institution] = "Bērzu skola"
        return asked
    }

    private func seated(_ test: TestWorld) async throws -> Desk {
        try await test.account("lasa", "board-specialist")
        return test.desk.seated(try await Accounts(test.desk).asker(login: "lasa"))
    }

    @Test(arguments: Engine.available)
    func `a mark says whose data it is, who made it, what was chosen and how it is counted`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            let desk = try await seated(test)
            let answer = try await Asking(desk).answer(asked())
            let plain = try #require(answer.mark)
            #expect(plain.maker == nil && plain.tenant == nil && !plain.holdsPersons)
            let definitions = MarkFace(mark: plain, language: .lv).definitions
            #expect(definitions?.string.contains("Kā skaitļi aprēķināti") == true)
            #expect(plain.measures.contains { $0.name.hasPrefix("attendance/") && !$0.words.lv.isEmpty })
            let signed = try await answer.signed(desk)
            let facts = try #require(signed.mark).facts.map { "\($0.label.en): \($0.words.en)" }
            #expect(facts.contains("Board or school: Paraugs"))
            #expect(facts.contains { $0.hasPrefix("Made by: Paraugs lasa, ") })
            #expect(facts.contains { $0.hasPrefix("School year: ") })
            #expect(facts.contains("Institution: Bērzu skola"))
            #expect(!facts.contains { $0.hasPrefix("Personal data") })
            #expect(facts.contains("Data as of: 17\u{a0}May\u{a0}2026"))
            let json = String(decoding: try signed.bytes(.json, language: .en), as: UTF8.self)
            #expect(json.contains("\"maker\" : \"Paraugs lasa, "))
            #expect(json.contains("\"personalData\" : false"))
            #expect(json.contains("\"dataAsOf\" : \"2026-05-17\""))
            // Equal questions have equal bytes, whoever asks from a command.
            let unsigned = String(decoding: try answer.bytes(.json, language: .en), as: UTF8.self)
            #expect(!unsigned.contains("\"maker\"") && unsigned.contains("\"definition\""))
        }
    }

    @Test(arguments: Engine.available)
    func `data are as of the last change, or as of today where people enter them on pages`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let (tenant, day) = (test.tenant, Day(number: 20_500))
            let desk = test.desk.seated(test.desk.asker, on: day)
            let still = try #require(desk.house.report("attendance/kinds")).report
            let entered = try #require(desk.house.report("prevention/caseload")).report
            func days() async throws -> [Day?] {
                try await desk.database.data.read { connection in
                    [try DataDay.of(still, desk, connection), try DataDay.of(entered, desk, connection)]
                }
            }
            let before = try await days()
            #expect(before == [nil, day])
            try await fill(test)
            let imported = try await days()
            #expect(imported == [TestWorld.now.day, day])
            let later = Day(number: TestWorld.now.day.number + 3)
            try await desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE batch SET undone_at = \(later.start.milliseconds)
                    WHERE tenant_id = \(tenant)
                    """
                )
            }
            let undone = try await days()
            #expect(undone == [later, day])
        }
    }

    @Test(arguments: Engine.available)
    func `a table of bare lines says in its name when it was made and that it holds persons`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            var answer = try await Asking(try await seated(test)).answer(asked())
            let day = Day(number: 20_500)
            #expect(answer.fileName(.csv, on: day, .lv) == "attendance-kinds-2025-\(day).csv")
            let named = ReportRow([], persons: [PupilID(rawValue: 1)])
            answer.document.sections = [ReportSection(columns: [], rows: [named])]
            let choices = try await Asking(test.desk).answerWithChoices(asked()).choices
            answer.mark = ReportMark(answer, choices, test.desk.house.measures)
            #expect(answer.fileName(.csv, on: day, .lv) == "attendance-kinds-2025-\(day)-personas-dati.csv")
            let facts = try #require(answer.mark).facts
            #expect(facts.contains { $0.label.lv == "Personas dati" })
            let page = MarkFace(mark: try #require(answer.mark), language: .lv)
            #expect(page.head?.string.contains("class=\"legend on-paper\"") == true)
            #expect(page.definitions == nil)
        }
    }
}
