import Foundation
import Frame
import Kernel
import Pages
import Testing

@testable import House

/// Reports as tables and pictures of a page.
struct TableFaceTests {
    private static let columns = [
        ReportColumn("school", Text(same: "Iestāde"), .words),
        ReportColumn("class", Text(same: "Klase"), .words),
        ReportColumn("n", Text(same: "Skaits")),
    ]

    private func section(_ count: Int) -> ReportSection {
        ReportSection(
            "names",
            columns: TableFaceTests.columns,
            rows: (1...count).map {
                ReportRow([
                    .member(.institution, ($0 - 1) / 3, Text(same: "Skola")), .words(Text(same: "c\($0).")),
                    .number($0, decimals: 0),
                ])
            }
        )
    }

    private func page(_ section: ReportSection, _ leaf: TableLeaf) -> String { page([section], leaf) }

    private func page(_ sections: [ReportSection], _ leaf: TableLeaf = .first) -> String {
        let selection = Selection(year: SchoolYear(2024))
        let report = AnsweredReport(
            id: "room/report",
            title: Text(same: "Nosaukums"),
            purpose: Text(same: "Kāpēc"),
            selection: selection,
            filters: [],
            document: ReportDocument(sections)
        )
        let choices = ReportChoices(
            id: report.id,
            selection: selection,
            isYearAsked: true,
            offers: [:],
            mayImport: false,
            mayExport: false,
            circle: Reach()
        )
        var face = PageFace(report: report, language: .lv, choices: choices)
        face.leaf = leaf
        return face.parts.string
    }

    /// A section of schools with a total of 90, and the municipality with 4 000 laid beside it.
    private func beside(_ count: Int) -> ReportSection {
        var section = section(count)
        let words = ReportCell.words(Text(same: "–"))
        section.total = ReportRow([.words(Text(same: "Kopā")), words, .number(90, decimals: 0)])
        section.chart = .stack(columns: ["n"], tokens: ["illness"], share: false)
        section.lay(
            beside: ReportRow([.words(Text(same: "Pašvaldībā kopā")), words, .number(4000, decimals: 0)])
        )
        return section
    }

    @Test func `the municipality stands below the total, and is no part of what the picture tells`() throws {
        let html = page(beside(3), .first)
        let foot = try #require(html.range(of: "<tfoot", options: .backwards))
        let total = try #require(html.range(of: "Kopā", range: foot.upperBound..<html.endIndex))
        #expect(html.range(of: "Pašvaldībā kopā", range: total.upperBound..<html.endIndex) != nil)
        // The picture, which stands above, has the schools alone.
        #expect(html.range(of: "Pašvaldībā kopā", range: html.startIndex..<foot.lowerBound) == nil)
    }

    @Test func `beside one row there is no total, which would say the same again`() {
        let single = beside(1)
        #expect(single.total == nil && single.own.count == 1 && single.rows.count == 2)
        #expect(ChartFinding(section: single).words?.lv == "Skola: Skaits – 1 (100,0\u{a0}%).")
        #expect(beside(2).total != nil)
        var none = section(1)
        none.rows = []
        none.lay(beside: single.rows[1])
        #expect(none.rows.isEmpty)
        let document = ComparedDocument(parts: [
            ComparedDocument.Part(words: Text(same: "Viena"), document: ReportDocument([single])),
            ComparedDocument.Part(words: Text(same: "Trīs"), document: ReportDocument([beside(3)])),
        ]).document
        #expect(document.sections.first?.rows.count == 2)
    }

    /// Subjects over two terms, some of them without a number.
    private func lines(_ known: Set<Int>) -> ReportSection {
        ReportSection(
            "lines",
            columns: [
                ReportColumn("subject", Text(same: "Priekšmets"), .words),
                ReportColumn("first", Text(same: "1. sem.")), ReportColumn("second", Text(same: "2. sem.")),
            ],
            rows: (1...5).map { row in
                let cell: ReportCell = known.contains(row) ? .number(row, decimals: 0) : .unknown
                return ReportRow([.words(Text(same: "Nr\(row).")), cell, cell])
            },
            chart: .lines(columns: ["first", "second"])
        )
    }

    @Test func `what has no number that may be seen is not drawn`() {
        let some = page(lines([1, 2, 3, 4]), .first)
        #expect(some.contains("id=\"chart-lines\""))
        // The table has every subject once, the pictures only those with a number.
        #expect(some.components(separatedBy: "Nr5.").count < some.components(separatedBy: "Nr4.").count)
        #expect(some.components(separatedBy: "Nr5.").count > 1)
        #expect(!page(lines([]), .first).contains("id=\"chart-lines\""))
    }

    /// Pupils as points, with a column that is on neither side of the picture.
    private func points(_ count: Int) -> ReportSection {
        ReportSection(
            "points",
            title: Text(same: "Punkti"),
            columns: [
                ReportColumn("pupil", Text(same: "Izglītojamais"), .words),
                ReportColumn("mark", Text(same: "Vērtējums")),
                ReportColumn("result", Text(same: "Rezultāts")),
                ReportColumn("expected", Text(same: "Gaidāmais")),
            ],
            rows: (1...count).map { number in
                ReportRow([
                    .words(Text(same: "p\(number).")), .number(number, decimals: 0), .number(2, decimals: 0),
                    .number(3, decimals: 0),
                ])
            },
            chart: .scatter(x: "mark", y: "result")
        )
    }

    @Test func `points carry the section's own table folded, with all columns, makings and tools`() throws {
        let section = points(120)
        let shown = page(section, .first)
        let folded = try #require(shown.components(separatedBy: "<details><summary>").last)
        #expect(folded.contains("<table id=\"table-points\">") && folded.contains("Gaidāmais"))
        #expect(
            folded.contains("/numbers/room/report?") && folded.contains("row=0")
                && folded.contains("column=expected")
        )
        #expect(
            folded.contains("data-columns=\"table-points\"") && folded.contains("data-copy=\"table-points\"")
        )
        #expect(!shown.contains("chart-points-table"), "the points stand there once")
        // Who asks for the other rows finds them unfolded.
        let next = page(section, TableLeaf("points.2"))
        #expect(next.contains("<details open><summary>") && next.contains("p120."))
        #expect(!page(section, .whole).contains("<details open>"))
    }

    @Test func `a long table shows a hundred rows and leads to the others`() {
        let first = page(section(230), .first)
        #expect(first.contains("c100.") && !first.contains("c101."))
        #expect(first.contains("1.–100. rinda no 230"))
        #expect(first.contains("/reports/room/report?year=2024%2F2025&amp;rows=names.2"))
        let last = page(section(230), TableLeaf("names.3"))
        #expect(last.contains("c201.") && last.contains("c230.") && !last.contains("c200."))
        #expect(last.contains("201.–230. rinda no 230"))
        // Beyond the end are the last rows; another table's rows are another's matter.
        #expect(page(section(230), TableLeaf("names.9")) == last)
        #expect(page(section(230), TableLeaf("other.2")) == first)
        #expect(page(section(230), TableLeaf("names.-1")) == first)
        #expect(!page(section(100), .first).contains("pager"))
    }

    @Test func `paper gets all rows of a long table at once, unless they are too many for a page`() {
        let first = page(section(230), .first)
        #expect(first.contains("rows=names.0") && first.contains("Visas rindas (drukāšanai)"))
        for leaf in [TableLeaf("names.0"), .whole] {
            let all = page(section(230), leaf)
            #expect(all.contains("c1.") && all.contains("c230.") && !all.contains("pager"))
        }
        #expect(page(section(230), TableLeaf("other.0")) == first)
        let many = page(section(2001), .first)
        #expect(many.contains("c100.") && !many.contains("c101.") && !many.contains("Visas rindas"))
    }

    @Test func `a table too long for paper at once is printed in parts of two thousand rows`() {
        let long = section(4001)
        let first = page(long, .first)
        #expect(first.contains("c100.") && !first.contains("c101."))
        let (one, two) = (Format(.lv).integer(2000), Format(.lv).integer(2001))
        let (three, four) = (Format(.lv).integer(4000), Format(.lv).integer(4001))
        for words in ["1.–\(one). rindu", "\(two).–\(three). rindu", "\(four).–\(four). rindu"] {
            #expect(first.contains("Drukāt \(words)</a>"), "\(words)")
        }
        for part in 1...3 { #expect(first.contains("rows=names.p\(part)\""), "\(part)") }
        let second = page(long, TableLeaf("names.p2"))
        #expect(second.contains("c2001.") && second.contains("c4000."))
        #expect(!second.contains(">c2000.") && !second.contains("c4001."))
        #expect(second.contains("\(two).–\(three). rinda no \(four)"))
        // The parts beside it are a step away, and it does not lead to itself.
        #expect(second.contains("rows=names.p1\"") && second.contains("rows=names.p3\""))
        #expect(!second.contains("rows=names.p2\""))
        let last = page(long, TableLeaf("names.p3"))
        #expect(last.contains("c4001.") && !last.contains("c4000."))
        #expect(page(long, TableLeaf("names.p9")) == last)
        // Addresses kept from when it was shorter, and sets for meetings, get the first part.
        for leaf in [TableLeaf("names.0"), .whole] {
            #expect(page(long, leaf) == page(long, TableLeaf("names.p1")))
        }
        for leaf in ["names.p0", "names.p-1", "names.p", "other.p2"] {
            #expect(page(long, TableLeaf(leaf)) == first, "\(leaf)")
        }
    }

    @Test func `an address of a part shows all rows of a table that became shorter`() {
        #expect(page(section(230), TableLeaf("names.p1")) == page(section(230), TableLeaf("names.0")))
        #expect(page(section(2000), .first).contains("Visas rindas (drukāšanai)"))
        #expect(!page(section(2000), .first).contains("Drukāt 1."))
    }

    @Test func `each of several tables leads to its own CSV, and one alone names none`() {
        let csv = "/reports/room/report/csv?year=2024%2F2025"
        let alone = page(section(3), .first)
        #expect(alone.contains("href=\"\(csv)\">CSV</a>") && !alone.contains("section=names\">CSV"))
        var empty = section(1)
        (empty.code, empty.rows) = ("empty", [])
        var other = section(2)
        other.code = "other"
        let several = page([empty, section(3), other])
        for code in ["names", "other"] {
            #expect(several.contains("href=\"\(csv)&amp;section=\(code)\">CSV</a>"), "\(code)")
        }
        #expect(!several.contains("section=empty\">CSV"))
        // The workbook and JSON hold all tables, and stand over the first that has rows.
        #expect(several.components(separatedBy: ">Excel</a>").count - 1 == 1)
        #expect(several.components(separatedBy: ">JSON</a>").count - 1 == 1)
    }

    @Test func `a file of one table of several is called by it`() throws {
        let day = try #require(Day(2025, 6, 2))
        var other = section(2)
        other.code = "other"
        func name(_ sections: [ReportSection], _ face: ReportFace, _ code: String?) -> String {
            AnsweredReport(
                id: "room/report",
                title: Text(same: "Nosaukums"),
                purpose: Text(same: "Kāpēc"),
                selection: Selection(year: SchoolYear(2024)),
                filters: [],
                document: ReportDocument(sections)
            )
            .fileName(face, section: code, on: day, .lv)
        }
        let several = [section(3), other]
        #expect(name(several, .csv, "other") == "room-report-other-2024-2025-06-02.csv")
        #expect(name(several, .csv, "no/such") == "room-report-2024-2025-06-02.csv")
        #expect(name(several, .xlsx, "other") == "room-report-2024-2025-06-02.xlsx")
        #expect(name([other], .csv, "other") == "room-report-2024-2025-06-02.csv")
    }

    @Test func `a name that stands above already is quiet`() {
        let html = page(section(6), .first)
        #expect(html.components(separatedBy: "class=\"again\"").count - 1 == 4)
    }

    @Test func `an axis has the units of the first number known in any of its columns`() {
        let unknown = ReportRow([.words(Text(same: "a")), .unknown, .number(632, decimals: 1)])
        let section = ReportSection(
            columns: [
                ReportColumn("name", Text(same: "Kas"), .words), ReportColumn("before", Text(same: "Agrāk")),
                ReportColumn("now", Text(same: "Tagad")),
            ],
            rows: [unknown],
            chart: .lines(columns: ["before", "now"])
        )
        let html = page(section, .first)
        #expect(html.contains("63,2") && !html.contains(">632<"))
    }

    @Test func `nothing at all is said once`() {
        let empty = ReportSection("a", columns: TableFaceTests.columns, rows: [])
        let report = page(empty, .first)
        #expect(report.components(separatedBy: "Nav, ko rādīt").count - 1 == 1)
    }
}
