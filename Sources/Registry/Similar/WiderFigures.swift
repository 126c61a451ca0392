package import Frame
internal import Kernel

/// The same number for similar institutions and for the whole municipality, beside that of one institution.
///
/// Both are sums over pupils, never means of institutions. A reader of the whole municipality sees what follows from
/// the figures of institutions that are shown; another sees a sum only where it, and what remains when known parts are
/// taken away, is of enough people, and nothing where the own figure is hidden.
package struct WiderFigures {
    /// Whether any other institution has a number at all.
    package let hasOthers: Bool
    private let similar: [MemberKey: Figure]
    private let all: [MemberKey: Figure]

    /// The figures of a measure along members; the selection names the institution and may narrow to grade, subject.
    package init(
        _ measure: String,
        _ selection: Selection,
        beside group: SimilarInstitutions,
        over along: [Dimension],
        _ question: Question
    ) throws {
        var wide = selection
        wide.institution = nil
        wide.classGroup = nil
        wide.compared = []
        let seesAll = selection.reach.everything
        wide.reach = .all
        let each = try question.figures(measure, over: [.institution] + along, in: wide)
        let whole = try question.figures(measure, over: along, in: wide)
        var mine = selection
        mine.institution = group.own
        mine.classGroup = nil
        mine.compared = []
        let own = try question.figures(measure, over: along, in: mine)
        hasOthers = each.keys.contains { $0[0] != group.own.rawValue }
        let shown = try WiderFigures.shown(seesAll ? each : [:], question)
        let parts = Parts(each: each, own: own, shown: try WiderFigures.shown(own, question), group: group)
        let floor = try question.floor
        var similar: [MemberKey: Figure] = [:]
        var all: [MemberKey: Figure] = [:]
        for (key, figure) in whole {
            let sum = parts.similar(key, like: figure)
            if seesAll {
                all[key] = figure
                similar[key] = parts.isOpen(key, shown) ? sum : sum.map(WiderFigures.hidden)
            } else {
                let isOpen = parts.isEnough(key, whole: figure, sum, floor: floor)
                all[key] = isOpen ? figure : WiderFigures.hidden(figure)
                similar[key] = isOpen ? sum : sum.map(WiderFigures.hidden)
            }
        }
        self.similar = similar
        self.all = seesAll ? try WiderFigures.shown(all, question) : all
    }

    /// How the numbers beside each other are made.
    package static func making(_ measure: String) -> NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    Visās rindās viens rādītājs. Līdzīgajām iestādēm un pašvaldībai saskaita iestāžu skaitītājus un dala ar \
                    saucēju summu; vidējo no iestāžu vidējiem nerēķina.
                    """,
                en: """
                    One measure in all rows. Of similar institutions and of the municipality numerators are added up and \
                    divided by the sum of denominators; it is never a mean of means.
                    """
            ),
            measures: [measure]
        )
    }

    /// The number of similar institutions.
    package func ofSimilar(_ key: MemberKey) -> ReportCell { .plain(similar[key]) }

    /// The number of the municipality.
    package func ofMunicipality(_ key: MemberKey) -> ReportCell { .plain(all[key]) }

    private static func hidden(_ figure: Figure) -> Figure {
        var figure = figure
        figure.tally = nil
        figure.isHidden = true
        return figure
    }

    private static func shown(
        _ figures: [MemberKey: Figure],
        _ question: Question
    ) throws -> [MemberKey: Figure] {
        let keys = figures.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let masked = try question.shown(keys.compactMap { figures[$0] })
        return Dictionary(zip(keys, masked)) { first, _ in first }
    }
}

/// The figures of institutions that a wider number is made of.
private struct Parts {
    /// By institution and member.
    let each: [MemberKey: Figure]
    let own: [MemberKey: Figure]
    /// The own figures as the reader sees them.
    let shown: [MemberKey: Figure]
    let group: SimilarInstitutions

    /// The sum over similar institutions; nil where none of them has a number.
    func similar(_ key: MemberKey, like figure: Figure) -> Figure? {
        let tallies = group.others.compactMap { each[[$0.rawValue] + key]?.tally }
        guard !tallies.isEmpty else { return nil }
        var sum = figure
        sum.tally = Tally(
            tallies.reduce(0) { $0 + $1.numerator },
            over: tallies.reduce(0) { $0 + $1.denominator },
            people: tallies.reduce(0) { $0 + ($1.people ?? 0) }
        )
        return sum
    }

    /// Whether the reader sees every part of the sum.
    func isOpen(_ key: MemberKey, _ shown: [MemberKey: Figure]) -> Bool {
        group.others.allSatisfy { shown[[$0.rawValue] + key]?.isHidden != true }
    }

    /// Whether the sum, the others and the rest are each of nobody or of enough people, and the own figure is shown.
    func isEnough(_ key: MemberKey, whole: Figure, _ sum: Figure?, floor: Int) -> Bool {
        if shown[key]?.isHidden == true { return false }
        let others = (whole.tally?.people ?? 0) - (own[key]?.tally?.people ?? 0)
        let similar = sum?.tally?.people ?? 0
        return [others, similar, others - similar].allSatisfy { $0 <= 0 || $0 >= floor }
    }
}
