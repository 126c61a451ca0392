import Kernel
import Testing

@testable import Pages

struct TableTests {
    private func table(_ cells: [DataTable.Cell], kind: DataTable.Column.Kind = .number) -> DataTable {
        let columns =
            [DataTable.Column("Nosaukums")] + cells.dropFirst().map { _ in DataTable.Column("N", kind) }
        return DataTable(id: "t", .lv, caption: "C", columns: columns, rows: [.init(cells)])
    }

    private func cells(_ table: DataTable) -> [String] {
        table.html.string.split(separator: "<tbody>")[1].split(separator: "<td").dropFirst().map(String.init)
    }

    @Test func `what may not be shown, does not apply, is missing and is zero are four things`() {
        let html = cells(table(["a", .suppressed, .notApplicable, .noData, "0", .empty]))
        #expect(html[0].contains("·") && html[0].contains("nav rādīts, lai neatklātu personas"))
        #expect(html[1].contains("–") && html[1].contains("rādītājs nav piemērojams"))
        #expect(html[2].contains("nav datu"))
        #expect(html[3].hasPrefix(" class=\"n\">0</td>"))
        #expect(html[4].hasPrefix(" class=\"n\"></td>"))
        #expect(!table(["a", .suppressed]).html.string.contains("&lt;"))
    }

    @Test func `the legend explains the signs that occur and no others`() {
        let plain = table(["a", "1"]).html.string
        #expect(!plain.contains("class=\"legend\""))
        let hushed = table(["a", .suppressed]).html.string
        #expect(hushed.contains("class=\"legend\""))
        #expect(!hushed.contains(Words.notApplicable.lv))
        var total = table(["a", "1"])
        total.totals = [.init(["Kopā", .notApplicable])]
        #expect(total.html.string.contains(Words.notApplicable.lv))
    }

    @Test func `a few numbers stay near their names, and words take the room they need`() {
        #expect(table(["a", "1", "2"]).html.string.hasPrefix("<div class=\"table few "))
        #expect(!table(["a", "1", "2", "3", "4"]).html.string.hasPrefix("<div class=\"table few "))
        #expect(!table(["a", "b"], kind: .text).html.string.hasPrefix("<div class=\"table few "))
    }

    @Test func `rows that a phone stacks have the heading at each cell, others have none`() {
        var stacked = table(["a", "1"])
        #expect(!stacked.html.string.contains("data-head") && !stacked.html.string.contains("stack"))
        stacked.isStackedOnPhones = true
        let html = stacked.html.string
        #expect(html.hasPrefix("<div class=\"table few stack "))
        #expect(html.contains("<td class=\"n\" data-head=\"N\">1</td>"))
        #expect(html.contains("<th scope=\"row\">a</th>"))
    }

    @Test func `a short row is filled up, so that columns keep their places`() {
        var short = table(["a", "1", "2"])
        short.groups = [.init(nil, [.init(["b"])])]
        #expect(cells(short).count == 2)
    }

    @Test func `a table without rows gives way to what to do next`() {
        var empty = table([])
        empty.groups = []
        empty.empty = EmptyState(
            "Nav ierakstu",
            advice: "Importējiet datus.",
            link: Link("Importēt", "/import")
        )
        #expect(empty.html.string.contains("Nav ierakstu"))
        #expect(!empty.html.string.contains("<table"))
        empty.empty = nil
        #expect(empty.html.string.contains("<table"))
    }

    @Test func `a heading says how the table is sorted`() {
        let sorted = DataTable.Column("Klase", sort: .init("?sort=class", order: .descending)).head.string
        #expect(sorted.contains("aria-sort=\"descending\"") && sorted.contains("▼"))
        let other = DataTable.Column("Klase", sort: .init("?sort=class")).head.string
        #expect(!other.contains("aria-sort") && other.contains("href=\"?sort=class\""))
        #expect(DataTable.Column("Klase").head.string == "<th scope=\"col\">Klase</th>")
    }

    @Test func `a heading of many narrow columns is written upwards`() {
        var column = DataTable.Column("Klases audzinātājs", .number)
        column.isUpright = true
        #expect(
            column.head.string
                == "<th scope=\"col\" class=\"n upright\"><span>Klases audzinātājs</span></th>"
        )
    }

    @Test func `the last page leads back and the only page nowhere`() {
        let last = Pagination(.en, page: 3, of: 3) { "/p?page=\($0)" }.html.string
        #expect(last.contains("href=\"/p?page=2\"") && !last.contains("page=4"))
        #expect(Pagination(.en, page: 1, of: 1) { "/p?page=\($0)" }.html.isEmpty)
    }

    @Test
    func `a part of a table says on paper that it is one, and leads to the whole where a page can hold it`() {
        var part = Pagination(.en, page: 1, of: 3, words: "rows 1 to 100 of 230") { "/p?page=\($0)" }
        #expect(
            part.html.string.contains("<p class=\"legend on-paper\">Page 1 of 3 · rows 1 to 100 of 230</p>")
        )
        #expect(!part.html.string.contains("All rows"))
        part.whole = "/p?page=all"
        #expect(part.html.string.contains("<a href=\"/p?page=all\">All rows (for printing)</a>"))
        part.whole = nil
        part.parts = [
            Link("Print rows 1 to 2000", "/p?page=p1"), Link("Print rows 2001 to 2500", "/p?page=p2"),
        ]
        #expect(part.html.string.contains("<a href=\"/p?page=p2\">Print rows 2001 to 2500</a></nav>"))
    }

    private func wide(_ numbers: Int) -> DataTable {
        table(["Ceriņu vidusskola"] + (1...numbers).map { .words("n\($0).") })
    }

    @Test func `the more columns a table has, the smaller its type and the wider its sheet`() {
        func opens(_ numbers: Int, _ classes: String) -> Bool {
            wide(numbers).html.string.hasPrefix("<div class=\"\(classes) short\">")
        }
        #expect(opens(4, "table"))
        #expect(opens(6, "table paper-small"))
        #expect(opens(10, "table paper-small paper-wide"))
        #expect(opens(15, "table paper-small paper-wide paper-dense"))
    }

    @Test func `paper parts long tables alone`() {
        func isShort(_ rows: Int, heading: String? = nil) -> Bool {
            var table = table(["a", "1"])
            table.groups = [.init(heading, (1...rows).map { .init([.words("r\($0)"), "1"]) })]
            table.totals = [.init(["Kopā", "1"])]
            return table.html.string.contains(" short\">")
        }
        #expect(isShort(13) && !isShort(14))
        #expect(!isShort(13, heading: "Grupa"), "headings take rows too")
    }

    @Test func `the head of a print says the name of the board once`() {
        func head(_ title: String) -> String {
            PrintHead(.lv, tenant: "Pārvalde", title: title, printed: "P", by: "Q").html.string
        }
        #expect(head("Kavējumi").contains("<strong>Pārvalde</strong><br>Kavējumi"))
        #expect(head("Pārvalde").ranges(of: "Pārvalde").count == 1)
    }

    @Test func `a table that no sheet holds is printed in parts with the names of the rows on each`() {
        var long = wide(40)
        long.totals = [.init(["Kopā"] + (1...40).map { .words("t\($0).") })]
        long.notes = ["Kā lasīt"]
        let html = long.html.string
        let paper = html.split(separator: "<div class=\"on-paper\">")
        #expect(paper.count == 2 && paper[0].hasPrefix("<div class=\"screen-only\">"))
        let parts = paper[1].split(separator: "<table id=\"t-part-")
        #expect(parts.count == 4)
        for part in parts.dropFirst() { #expect(part.contains("Ceriņu vidusskola") && part.contains("Kopā")) }
        for number in 1...40 {
            #expect(parts.filter { $0.contains(">n\(number).<") }.count == 1, "\(number)")
            #expect(parts.filter { $0.contains(">t\(number).<") }.count == 1, "\(number)")
        }
        #expect(parts[3].contains("Kā lasīt") && !parts[1].contains("Kā lasīt"))
        #expect(!wide(20).html.string.contains("on-paper"))
    }

    @Test func `a document that has its sheets leaves rows out on paper and says how many`() {
        var limited = table(["a", "1"])
        limited.groups = [
            .init("2025", [.init(["b"]), .init(["c"])]), .init("2024", [.init(["d"])]),
        ]
        limited.limitOnPaper(to: 1)
        let html = limited.html.string
        #expect(html.contains("<tr><th scope=\"row\">b</th>"))
        #expect(html.contains("<tr class=\"screen-only\"><th scope=\"row\">c</th>"))
        #expect(html.contains("<tbody class=\"screen-only\">") && html.contains("… un vēl 2;"))
        limited.limitOnPaper(to: 3)
        #expect(!limited.html.string.contains("un vēl") && !limited.html.string.contains("<tbody class"))
    }

    @Test func `bars share one scale and never leave their box`() {
        let half = DataTable.Picture.bar([(5, .data)], full: 10, width: 100).html.string
        #expect(half.contains("width=\"49\""))
        let over = Outline(
            DataTable.Picture.bar([(80, .data), (70, .other)], full: 100, width: 100).html.string
        )
        let ends = over.elements.filter { $0.name == "rect" }.compactMap { rect -> Double? in
            guard let x = Double(rect["x"] ?? ""), let width = Double(rect["width"] ?? "") else { return nil }
            return x + width
        }
        #expect(ends.count == 2 && ends.allSatisfy { $0 <= 100 })
    }

    @Test func `a line in a cell breaks where a year is unknown`() {
        let broken = Outline(DataTable.Picture.spark([40, 50, nil, 60], within: 40...80).html.string).skeleton
        #expect(broken == "svg(polyline.stroke.m-data circle.mark.m-data*2)")
        let unknown = Outline(DataTable.Picture.spark([40, 50, nil], within: 40...80).html.string).skeleton
        #expect(unknown == "svg(polyline.stroke.m-data)")
    }
}
