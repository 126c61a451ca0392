import Access
import Foundation
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import House

/// Numbers that a report makes itself: each leads to a page that says how, to those who see the number alone.
struct NumberPageTests {
    /// Eight pupils of a class, each with lessons missed and a mark.
    private func fill(_ test: TestWorld) async throws {
        let people = (1...8).map { "Bērzu skola,2025/2026,5.a,B\($0),Bērzs,Nr\($0),2025-09-01," }
        let head = "institution,year,class,external_code,surname,forename,from,to\n"
        try await test.take(head + people.joined(separator: "\n") + "\n", "pupils")
        try await test.take(TestFiles.subjects, "subjects")
        let lessons = (1...8).map { "Bērzu skola,5.a,B\($0),2025-11-05,Matemātika,ns,\($0)" }
        let top = "institution,class,pupil_code,date,subject,code,lessons\n"
        try await test.take(top + lessons.joined(separator: "\n") + "\n", "absences")
        let marks = [9, 7, 8, 6, 7, 5, 4, 5].enumerated().map {
            "Bērzu skola;5.a;B\($0.offset + 1);Matemātika;gads;2025/2026;;;;\($0.element)"
        }
        let titles =
            "Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums\n"
        try await test.take(titles + marks.joined(separator: "\n") + "\n", "marks")
    }

    @Test(arguments: Engine.available)
    func `a coefficient leads to its formula, its sums and its measures`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            try await test.account("ieva", "board-specialist")
            try await test.account("lasa", "reader")
            let report = "/reports/attendance/absence-and-mark?year=2025%2F2026"
            let found = Found()
            try await test.act("ieva") { browser, _ in
                let page = try await browser.get(report).text
                let match = page.firstMatch(of: #/href="(/numbers/[^"]*column=estimate)"/#)
                let link = try #require(match)
                let path = String(link.1).replacing("&amp;", with: "&")
                #expect(path.hasPrefix("/numbers/attendance/absence-and-mark?"))
                let making = try await browser.get(path)
                #expect(making.status == 200)
                #expect(making.text.contains("Kā aprēķina") && making.text.contains("kovariācija"))
                // 1 + … + 8 = 36 lessons; 9 + 7 + 8 + 6 + 7 + 5 + 4 + 5 = 51.
                #expect(making.text.contains("<dt>Pāri (n)</dt><dd>8</dd>"))
                #expect(making.text.contains("<dt>Kavēto stundu summa</dt><dd>36</dd>"))
                #expect(making.text.contains("<dt>Vidējo vērtējumu summa</dt><dd>51,00</dd>"))
                #expect(making.text.contains("href=\"/figures/attendance/missed?"))
                #expect(making.text.contains("href=\"/figures/attainment/mark?"))
                for wrong in ["row=99", "row=x", "row=total"] {
                    let none = try await browser.get(path.replacing("row=0", with: wrong))
                    #expect(none.status == 404, "\(wrong)")
                }
                // Of a point's two numbers each is told, from the table folded under the picture.
                let point = page.firstMatch(of: #/href="(/numbers/[^"]*section=pupils[^"]*column=mark)"/#)
                let place = String(try #require(point).1).replacing("&amp;", with: "&")
                let mark = try await browser.get(place).text
                #expect(mark.contains("Kā aprēķina") && mark.contains("dalīta ar vērtējumu skaitu"))
                await found.keep(path)
            }
            let path = await found.path
            try await test.act("lasa") { browser, _ in
                // Of so few pupils a reader of aggregates gets no coefficient, and no way to its sums.
                let none = try await browser.get(path)
                #expect(none.status == 404)
            }
        }
    }

    private actor Found {
        private(set) var path = ""
        func keep(_ path: String) { self.path = path }
    }

    @Test func `a place in a report goes into an address and comes back`() throws {
        let places = [
            NumberPlace("table", row: 3, column: "difference"), NumberPlace("years", row: nil, column: "n"),
        ]
        for place in places {
            let text = place.address("/numbers/a/b").text
            let query = try #require(text.split(separator: "?").last)
            let pairs = query.split(separator: "&").map { $0.split(separator: "=").map(String.init) }
            let fields = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
            #expect(NumberPlace(fields) == place)
        }
        #expect(NumberPlace(["section": "a", "column": "b", "row": "c"]) == nil)
        #expect(NumberPlace(["section": "a", "row": "1"]) == nil)
    }
}
