import Frame
import Kernel
import Registry
import Testing

/// The rows of a comparison that are held against its others.
struct HeldAgainstTests {
    private let state = Benchmark(
        .state,
        Text(lv: "Valstī", en: "State"),
        hundredths: 5380,
        source: Text(same: "VIAA")
    )

    private func target(_ hundredths: Int, _ source: String) -> Benchmark {
        Benchmark(
            .target,
            Text(lv: "Mērķis pašvaldībai (P)", en: "Target of the municipality (P)"),
            hundredths: hundredths,
            source: Text(same: source)
        )
    }

    private let columns = [
        ReportColumn("a", Text(lv: "Pirmais", en: "First")),
        ReportColumn("b", Text(lv: "Otrais", en: "Second")),
        ReportColumn("n", Text(lv: "Skaits", en: "Count")),
    ]

    private func words(_ section: ReportSection, _ language: Language) -> [[String]] {
        section.rows.map { row in
            row.cells.map { cell in
                switch cell {
                case .words(let words): words[language]
                case .number(let number, let decimals): Format(language).decimal(number, decimals)
                default: "?"
                }
            }
        }
    }

    private func section(_ held: HeldAgainst) -> ReportSection {
        let numbers: [ReportCell] = [
            .number(512, decimals: 1), .number(640, decimals: 2), .number(7, decimals: 0),
        ]
        return ReportSection.comparison(
            own: [ReportRow([.words(Text(same: "Ozolu skola"))] + numbers)],
            similar: numbers,
            municipality: numbers,
            grade: .ofGrade(nil),
            columns,
            held: held,
            counts: ["n"]
        )
    }

    @Test func `the state stands before targets, each number in the decimals of its column`() {
        let held = HeldAgainst([
            HeldAgainst.Column(.share, [target(9050, "lēmums"), state]),
            HeldAgainst.Column(.mean, [target(700, "lēmums")]),
            HeldAgainst.Column(.count(Noun(lv: "a", "b", en: "a", "b")), []),
        ])
        let section = section(held)
        #expect(
            words(section, .lv).suffix(2) == [
                ["Valstī", "53,8", "?", "?"], ["Mērķis pašvaldībai (P)", "90,5", "7,00", "?"],
            ]
        )
        #expect(words(section, .en).suffix(2).map { $0[0] } == ["State", "Target of the municipality (P)"])
        #expect(section.rows.map(\.benchmark) == [nil, nil, nil, .state, .target])
        #expect(section.caption?.lv == "Valstī: VIAA. Mērķis pašvaldībai (P): lēmums.")
        #expect(section.caption?.en == "State: VIAA. Target of the municipality (P): lēmums.")
    }

    @Test func `each column but a count has a picture of its own`() {
        guard case .barsOfEach(let drawn)? = section(.nothing).chart else {
            Issue.record("There are no pictures")
            return
        }
        #expect(drawn == ["a", "b"])
    }

    @Test func `where nothing is known there is no row and no source`() {
        let section = section(HeldAgainst([HeldAgainst.Column(.share, []), HeldAgainst.Column(.mean, [])]))
        #expect(words(section, .lv).map { $0[0] } == ["Ozolu skola", "Līdzīgas iestādes", "Pašvaldība"])
        #expect(section.caption == nil)
    }

    @Test func `of two targets with the same words the first counts, and its decimals are kept beside it`() {
        let held = HeldAgainst([HeldAgainst.Column(.share, [target(1235, "1"), target(2000, "2")])])
        #expect(held.rows.count == 1)
        guard case .number(let number, let decimals)? = held.rows.first?.cells.last else {
            Issue.record("There is no number")
            return
        }
        #expect(number == 124 && decimals == 1)
        #expect(held.rows.first?.parts.map(\.value) == [1235])
    }
}
