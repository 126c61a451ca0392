import Frame
import Kernel
import Pages

/// How marks fall into the four levels: here, in the municipality and a year before.
struct LevelBars: Sendable {
    struct Bar: Sendable {
        let name: Text
        /// Tenths of a per cent by level, the high one first; nil where they may not be shown.
        let parts: [Int]?
        /// Where the parts lead.
        let makings: [Address?]

        /// A bar of the figures of the levels.
        init(_ name: Text, _ shares: [Figure?], _ figures: PageFigures) {
            let isHidden = shares.contains { $0?.isHidden == true }
            self.name = name
            parts = isHidden ? nil : shares.map { $0?.scaled?.value ?? 0 }
            makings = shares.map { figures.making($0) }
        }
    }

    let bars: [Bar]

    static let levels: [(code: String, words: Text, meaning: Meaning)] = [
        ("high", Text(lv: "augsts", en: "high"), .high),
        ("optimal", Text(lv: "optimāls", en: "optimal"), .optimal),
        ("sufficient", Text(lv: "pietiekams", en: "sufficient"), .sufficient),
        ("insufficient", Text(lv: "nepietiekams", en: "insufficient"), .insufficient),
    ]

    /// The marks of a period under a name, those of the year before, and the municipality's.
    static func load(_ name: Text, _ marks: MarkPeriod, _ figures: PageFigures) throws -> LevelBars {
        let beside = marks.beside
        let past = beside.before.map { [(Text(lv: "Pērn", en: "A year before"), $0)] } ?? []
        return try load(
            [(name, beside.own)] + past
                + [(Text(lv: "Pašvaldība", en: "Municipality"), beside.municipality)],
            figures
        )
    }

    /// A bar for each selection that has marks with a level.
    static func load(_ asked: [(Text, Selection)], _ figures: PageFigures) throws -> LevelBars {
        let bars = try asked.compactMap { name, selection -> Bar? in
            let shares = try levels.map { try figures.one("attainment/level-\($0.code)", selection) }
            guard shares.contains(where: { $0 != nil }) else { return nil }
            return Bar(name, shares, figures)
        }
        return LevelBars(bars: bars)
    }

    func html(id: String, _ language: Language) -> HTML? {
        guard bars.contains(where: { $0.parts != nil }) else { return nil }
        let units = Units(decimals: 1, sign: "%")
        var head = ChartHead(
            id: id,
            language,
            title: Text(lv: "Vērtējumi pa līmeņiem", en: "Marks by level")[language],
            summary: summary(units, language)
        )
        head.hidesTitle = true
        head.makings = bars.map(\.makings)
        return StackedBars(
            head,
            units: units,
            .share,
            thing: Text(lv: "Kur", en: "Where")[language],
            series: LevelBars.levels.map { .init($0.words[language], $0.meaning) },
            bars: bars.map { StackedBars.Bar($0.name[language], $0.parts) }
        ).html
    }

    private func summary(_ units: Units, _ language: Language) -> String {
        guard bars.count <= 3, let first = bars[0].parts else {
            return Text(
                lv: "Procenti no vērtējumiem, kuriem ir līmenis.",
                en: "Per cent of marks that have a level."
            )[
                language
            ]
        }
        let upper = units.words(first[0] + first[1], language)
        return Text(
            lv: "Augstā un optimālā līmenī ir \(upper) vērtējumu.",
            en: "\(upper) of marks are of the high or optimal level."
        )[language]
    }
}
