import Access
import Foundation
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// The page of a pupil: sums over years and schools, and what only some may see on it.
struct PupilPageTests {
    /// The text of the page as one line of words.
    private func page(
        _ role: String,
        in scope: Scope = .tenant,
        _ test: TestWorld
    ) async throws -> Browser.Answer {
        try await test.account("ieva", role, in: scope)
        var found: Browser.Answer?
        let box = Box()
        try await test.client { client in
            let browser = Browser(client)
            _ = try await browser.signIn("ieva")
            await box.put(try await browser.get("/pupils/1"))
        }
        found = await box.answer
        return try #require(found)
    }

    private actor Box {
        var answer: Browser.Answer?
        func put(_ answer: Browser.Answer) { self.answer = answer }
    }

    /// Cells of the table with an id, row by row, as the words in them.
    private func rows(_ table: String, _ text: String) throws -> [[String]] {
        let start = try #require(text.range(of: "<table id=\"\(table)\">"), "\(table)")
        let body = text[start.upperBound...].prefix(while: { _ in true })
        let end = try #require(body.range(of: "</table>"))
        return body[..<end.lowerBound].components(separatedBy: "<tr").dropFirst(2).map { row in
            row.components(separatedBy: "</t").dropLast().map { cell in
                cell.replacing(#/<[^>]*>/#, with: "").replacing(#/^[^>]*>/#, with: "").trimmingCharacters(
                    in: .whitespacesAndNewlines
                )
            }
            .filter { !$0.isEmpty }
        }
    }

    @Test(arguments: Engine.available)
    func `marks and absences of both schools stand by year, subject, month and kind`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let answer = try await page("head", in: Scope(institution: InstitutionID(rawValue: 2)), test)
            #expect(answer.status == 200)
            let years = try rows("years", answer.text)
            #expect(
                years == [
                    ["2025./2026.", "Liepu skola, 7.a", "6,50", "6", "2", "3"],
                    ["2024./2025.", "Ozolu skola, 6.a", "6,00", "nav datu", "nav datu", "nav datu"],
                ]
            )
            let marks = try rows("marks", answer.text)
            #expect(marks == [["Latviešu valoda", "nv", "8"], ["Matemātika", "6", "7", "3", "5"]])
            let months = try rows("months", answer.text)
            #expect(
                months == [
                    ["2025./2026."], ["2025. gada oktobris", "2", "2", "0", "0"],
                    ["2026. gada janvāris", "4", "0", "1", "3"],
                ]
            )
            #expect(try rows("behaviour", answer.text) == [["12.01.2026.", "Piezīme"]])
            #expect(!answer.text.contains("Traucēja"))
        }
    }

    @Test(arguments: Engine.available)
    func `what two sheets do not hold is counted, and all of it is one step away`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(TestFiles.pupils, "pupils")
            let entries = (1...16).map { day in
                "Liepu skola;7.a;K1;\(day < 10 ? "0" : "")\(day).02.2026.;Piezīme;Traucēja stundu.;"
            }
            let heading = "Iestāde;Klase;Izglītojamā kods;Datums;Uzvedība;Ieraksta teksts;Autors"
            try await test.take(([heading] + entries).joined(separator: "\n") + "\n", "behaviour")
            try await test.account("ieva", "head", in: Scope(institution: InstitutionID(rawValue: 2)))
            let (short, whole) = (Box(), Box())
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                await short.put(try await browser.get("/pupils/1"))
                await whole.put(try await browser.get("/pupils/1?all=1"))
            }
            let (first, second) = (await short.answer, await whole.answer)
            let sheets = try #require(first).text
            #expect(try rows("behaviour", sheets).count == 14)
            #expect(sheets.contains("Šeit nav vēl: 2\u{a0}ieraksti."))
            #expect(sheets.contains("href=\"/pupils/1?all=1\""))
            #expect(sheets.contains("Drukāt pārskatu (2 lapas)"))
            #expect(sheets.ranges(of: "data-print").count == 1, "the page prints as one")
            let all = try #require(second).text
            #expect(try rows("behaviour", all).count == 16 && !all.contains("Šeit nav vēl"))
        }
    }

    @Test(arguments: Engine.available)
    func `behaviour of more than a year ago is shown to whoever asks for it, and it is on record`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(TestFiles.pupils, "pupils")
            let entries = """
                Iestāde;Klase;Izglītojamā kods;Datums;Uzvedība;Ieraksta teksts;Autors
                Ozolu skola;6.a;K1;10.02.2025.;Piezīme;Traucēja stundu.;
                Liepu skola;7.a;K1;12.01.2026.;Piezīme;Traucēja stundu.;

                """
            try await test.take(entries, "behaviour")
            try await test.account("ieva", "head", in: Scope(institution: InstitutionID(rawValue: 2)))
            let (short, whole) = (Box(), Box())
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                await short.put(try await browser.get("/pupils/1"))
                await whole.put(try await browser.get("/pupils/1?past=all"))
            }
            let (first, second) = (await short.answer, await whole.answer)
            let now = try #require(first).text
            #expect(try rows("behaviour", now) == [["12.01.2026.", "Piezīme"]])
            #expect(now.contains("href=\"/pupils/1?past=all\"") && !now.contains("Šeit nav vēl"))
            let all = try #require(second).text
            let both = [["12.01.2026.", "Piezīme"], ["10.02.2025.", "Piezīme"]]
            #expect(try rows("behaviour", all) == both)
            #expect(now.contains("Rādīt arī senākus") && !all.contains("Rādīt arī senākus"))
            var filter = AuditFilter()
            filter.limit = 5
            let records = try await AuditTrail.list(test.tenant, filter, test.world.database)
            let read = records.map(\.what).filter { $0.hasPrefix("/pupils/:pupil") }
            #expect(Set(read) == ["/pupils/:pupil", "/pupils/:pupil past"])
        }
    }

    @Test func `the form of study stands in words where it is known`() async throws {
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            let school = Scope(institution: InstitutionID(rawValue: 2))
            let before = try await page("head", in: school, test).text
            #expect(!before.contains("Izglītības ieguves forma"))
            let learnt = """
                institution,year,class,external_code,surname,forename,study_form
                Liepu skola,2025/2026,7.a,K1,Ozols,Jānis,extramural
                """
            try await test.take(learnt, "pupils")
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                let text = try await browser.get("/pupils/1").text
                #expect(text.contains("Izglītības ieguves forma: Neklātiene"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a board's specialist sees the accepted reasons of absence as one`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let answer = try await page("board-specialist", test)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("Slimības dēļ") && !answer.text.contains("attendance/illness"))
            let months = try rows("months", answer.text)
            // All, with an accepted reason, without one.
            #expect(
                months == [
                    ["2025./2026."], ["2025. gada oktobris", "2", "2", "0"],
                    ["2026. gada janvāris", "4", "1", "3"],
                ]
            )
            let years = try rows("years", answer.text)
            #expect(years.first == ["2025./2026.", "Liepu skola, 7.a", "6,50", "6", "3", "3"])
        }
    }

    @Test(arguments: Engine.available)
    func `a special status is on the page for those alone who may know it`(engine: Engine) async throws {
        for (role, sees) in [("head", true), ("board-specialist", false)] {
            try await TestWorld.run(engine) { test in
                try await test.fill()
                let tenant = test.tenant
                try await test.world.database.data.write { connection in
                    try connection.execute(
                        """
                        UPDATE pupil SET is_special = 1, is_ukraine = 1 WHERE tenant_id = \(tenant) AND id = 1
                        """
                    )
                }
                let own = Scope(institution: InstitutionID(rawValue: 2))
                let answer = try await page(role, in: sees ? own : .tenant, test)
                #expect(answer.status == 200)
                #expect(answer.text.contains("speciālās izglītības programma") == sees)
                #expect(answer.text.contains("Ukrainas civiliedzīvotājs") == sees)
                #expect(!answer.text.contains("reemigrants"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `behaviour is for those who may read it, and each view is on record`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let answer = try await page("board-specialist", test)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("Uzvedības ieraksti"))
            var filter = AuditFilter()
            filter.limit = 5
            let records = try await AuditTrail.list(test.tenant, filter, test.world.database)
            let read = try #require(records.first { $0.what == "/pupils/:pupil" })
            #expect(read.persons == [PupilID(rawValue: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `a head of the former school does not open the page`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let answer = try await page("head", in: Scope(institution: InstitutionID(rawValue: 1)), test)
            #expect(answer.status == 403)
        }
    }
}
