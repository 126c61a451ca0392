import Frame
import Kernel
import Testing

@testable import House

/// The sentence beside a picture, by the kind of picture.
struct ChartFindingTests {
    private func section(
        _ chart: ReportChart,
        _ rows: [(String, [ReportCell])],
        of dimension: Dimension = .institution,
        total: [ReportCell]? = nil
    ) -> ReportSection {
        let columns = [
            ReportColumn("name", Text(lv: "Kas", en: "Who"), .words),
            ReportColumn("a", Text(lv: "Pirmais", en: "First")),
            ReportColumn("b", Text(lv: "Otrais", en: "Second")),
        ]
        let listed = rows.enumerated().map { index, row in
            ReportRow([.member(dimension, index + 1, Text(same: row.0))] + row.1)
        }
        let sum = total.map { ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + $0) }
        return ReportSection(columns: columns, rows: listed, total: sum, chart: chart)
    }

    private func number(_ value: Int, _ decimals: Int = 0) -> ReportCell {
        .number(value, decimals: decimals)
    }

    private let hidden = ReportCell.figure(
        Figure(
            measure: "a/b",
            unit: .mean,
            selection: Selection(year: SchoolYear(2025)),
            tally: Tally(1),
            isHidden: true
        )
    )

    private func words(_ section: ReportSection) -> Text? { ChartFinding(section: section).words }

    @Test func `bars tell the highest and the lowest, who shares them, and how many are hidden`() {
        let rows = [
            ("Avotu", [number(625, 2)]), ("Bērzu", [number(710, 2)]), ("Ceriņu", [number(710, 2)]),
            ("Dzeņu", [hidden]),
        ]
        let found = words(section(.bars(column: "a"), rows))
        #expect(
            found?.lv
                == "Pirmais: lielākā vērtība – Bērzu un vēl 1 (7,10), mazākā – Avotu (6,25). Nav parādīti: 1."
        )
        #expect(found?.en == "First: highest – Bērzu and 1 more (7.10), lowest – Avotu (6.25). Not shown: 1.")
        let alike = words(section(.bars(column: "a"), [("Avotu", [number(3)]), ("Bērzu", [number(3)])]))
        #expect(alike?.en == "First: 3 everywhere.")
        #expect(words(section(.bars(column: "a"), [("Avotu", [hidden])])) == nil)
    }

    @Test func `a target is told beside the highest and the lowest, and is neither`() {
        var held = section(.bars(column: "a"), [])
        held.rows = [("Ozolu skola", 833), ("Pašvaldība", 778), ("Mērķis", 900)].map { name, value in
            ReportRow([.words(Text(same: name)), number(value, 1)])
        }
        held.rows[2].benchmark = .target
        let found = words(held)
        #expect(
            found?.lv
                == "Pirmais: lielākā vērtība – Ozolu skola (83,3), mazākā – Pašvaldība (77,8). Mērķis – 90,0."
        )
        #expect(
            found?.en == "First: highest – Ozolu skola (83.3), lowest – Pašvaldība (77.8). Target – 90.0."
        )
        held.chart = .barsOfEach(columns: ["a"])
        #expect(words(held) == nil)
    }

    @Test func `teachers and pupils are not put in an order`() {
        let rows = [("Anna Liepa", [number(3)]), ("Juris Ozols", [number(9)])]
        for dimension in [Dimension.teacher, .pupil] {
            let found = words(section(.bars(column: "a"), rows, of: dimension))
            #expect(found?.en == "First: from 3 to 9.")
            let change = [("Anna Liepa", [number(3), number(4)]), ("Juris Ozols", [number(9), number(7)])]
            let lines = words(section(.lines(columns: ["a", "b"]), change, of: dimension))
            #expect(lines?.en == "From the first known value to the last: 1 rise, 1 fall, 0 stay.")
        }
    }

    @Test func `parts are told of the whole, and without a whole by where each is the largest`() {
        let chart = ReportChart.stack(columns: ["a", "b"], tokens: ["illness", "excused"], share: false)
        let rows = [("Avotu", [number(6), number(2)]), ("Bērzu", [number(1), number(3)])]
        let total = words(section(chart, rows, total: [number(7), number(5)]))
        #expect(total?.en == "Total: First – 7 (58.3%), Second – 5 (41.7%).")
        let three = rows + [("Ceriņu", [number(5), number(4)])]
        let most = words(section(chart, three))
        #expect(most?.lv == "2 no 3 rindām lielākā daļa ir „Pirmais”.")
        #expect(most?.en == "The largest part is “First” in 2 of 3 rows.")
        let all = [three[0], three[2]]
        #expect(words(section(chart, all))?.lv == "Visur lielākā daļa ir „Pirmais”.")
        // Of a row with a hidden part it is not known.
        let rest = words(section(chart, all + [("Dzeņu", [number(5), hidden])]))
        #expect(rest?.lv == "2 no 2 rindām lielākā daļa ir „Pirmais”.")
        // One hidden part of the whole, and nothing is said of it.
        #expect(words(section(chart, rows, total: [number(7), hidden]))?.en == nil)
    }

    @Test func `lines tell where they lead`() {
        let chart = ReportChart.lines(columns: ["a", "b"])
        let one = words(section(chart, [("Avotu", [number(62, 1), number(58, 1)])]))
        #expect(one?.en == "Avotu: from 6.2 (First) to 5.8 (Second).")
        let two = [("Avotu", [number(62, 1), number(58, 1)]), ("Bērzu", [number(50, 1), number(70, 1)])]
        let found = words(section(chart, two))
        #expect(
            found?.en
                == """
                From the first known value to the last: 1 rise, 1 fall, 0 stay. The largest change – Bērzu: from \
                5.0 to 7.0.
                """
        )
        #expect(words(section(chart, [("Avotu", [number(62, 1), .unknown])])) == nil)
    }

    @Test func `lines end together, and one that is hidden at the end is left out`() {
        let chart = ReportChart.lines(columns: ["a", "b"])
        let rows = [
            ("Avotu", [number(3), number(6)]), ("Bērzu", [number(29), hidden]),
            ("Ceriņu", [number(4), number(2)]),
        ]
        #expect(
            words(section(chart, rows))?.en
                == """
                From the first known value to the last: 1 rise, 1 fall, 0 stay. The largest change – Avotu: from \
                3 to 6.
                """
        )
    }

    @Test func `a year that is not over is neither the lowest nor the end of a line`() {
        let told = " Pēdējais mācību gads nav noslēdzies, tāpēc te nav salīdzināts."
        var bars = section(.bars(column: "a"), [])
        bars.rows = [("2024./2025.", 29), ("2025./2026.", 31), ("2026./2027.", 0)].map { name, value in
            ReportRow([.words(Text(same: name)), number(value), number(1)])
        }
        bars.rows[2].isUnfinished = true
        #expect(
            words(bars)?.lv
                == "Pirmais: lielākā vērtība – 2025./2026. (31), mazākā – 2024./2025. (29)." + told
        )
        let rows = [("Avotu", [number(3), number(0)]), ("Bērzu", [number(29), number(0)])]
        var lines = section(.lines(columns: ["a", "b"]), rows)
        lines.columns[2].isUnfinished = true
        // Of one whole year there is no line.
        #expect(words(lines) == nil)
        lines.columns[2].isUnfinished = false
        #expect(words(lines)?.lv.hasSuffix("no 29 līdz 0.") == true)
        var stack = section(.stack(columns: ["a", "b"], tokens: ["illness", "excused"], share: false), rows)
        stack.rows[1].isUnfinished = true
        #expect(words(stack)?.lv == "Avotu: Pirmais – 3 (100,0\u{a0}%), Otrais – 0 (0,0\u{a0}%)." + told)
    }

    @Test func `points tell how many there are and how far they reach`() {
        let rows = [
            ("1", [number(10), number(625, 2)]), ("2", [number(30), number(410, 2)]),
            ("3", [number(5), .unknown]),
        ]
        let found = words(section(.scatter(x: "a", y: "b"), rows))
        #expect(found?.en == "Points: 2. First: from 10 to 30; Second: from 4.10 to 6.25.")
        #expect(found?.lv == "Punktu skaits: 2. Pirmais: no 10 līdz 30; Otrais: no 4,10 līdz 6,25.")
    }
}
