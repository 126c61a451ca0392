internal import Frame
internal import Kernel
internal import Registry

/// The share who move up among pupils of a special programme, civilians of Ukraine and re-emigrants.
///
/// Disclosure control of measures knows no such groups, so it is done here: who may know the status of each pupil meant
/// sees the groups, others those of a whole institution alone, and each of them only where neither the group nor the
/// other pupils are few, nor those of either who meet the condition or do not. Nothing else that is shown adds them up
/// with those of another institution.
enum PromotionGroups {
    /// Nil where the reader may be told of no group, or there is nobody in one.
    static func section(_ question: Question) throws -> ReportSection? {
        guard let floor = try floor(question) else { return nil }
        let marks = try PromotionMarks(question.selection, question.tenant, question.connection)
        let shares = try marks?.sharesByStatus(question.connection) ?? []
        let all = shares.reduce(0) { $0 + ($1.tally.people ?? 0) }
        let rows = groups.enumerated().compactMap { index, words -> ReportRow? in
            let own = shares.filter { $0.status[index] }.map(\.tally)
            let people = own.reduce(0) { $0 + ($1.people ?? 0) }
            guard people > 0 else { return nil }
            let parts =
                [people, all - people] + sides(own) + sides(shares.filter { !$0.status[index] }.map(\.tally))
            let isFew = parts.contains { $0 > 0 && $0 < floor }
            return ReportRow(
                [.words(words)] + (isFew ? [hidden(question), hidden(question)] : cells(own, people))
            )
        }
        guard !rows.isEmpty else { return nil }
        return ReportSection(
            "groups",
            title: Text(lv: "Pa izglītojamo grupām", en: "By group of pupils"),
            columns: [
                ReportColumn("group", Text(lv: "Grupa", en: "Group"), .words),
                ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(count),
                ReportColumn("promoted", Text(lv: "Pārceļami, %", en: "Promoted, %")).made(share),
            ],
            rows: rows
        )
    }

    /// How many meet the condition, and how many do not.
    private static func sides(_ tallies: [Tally]) -> [Int] {
        let met = tallies.reduce(0) { $0 + $1.numerator }
        return [met, tallies.reduce(0) { $0 + $1.denominator } - met]
    }

    /// The fewest pupils that may be told of; nil where the reader is told of no group.
    private static func floor(_ question: Question) throws -> Int? {
        let (asker, selection, day) = (question.asker, question.selection, question.today)
        let isOpen = [Permission.readPupils, .readPupilStatus].allSatisfy { permission in
            asker.may(permission, in: selection.scope, on: day)
                || asker.reach(permission, on: day).covers(selection.reach)
        }
        if isOpen { return 0 }
        // Groups of a class or grade could be taken from those of the institution, and its own from the board's.
        let isInstitution =
            selection.institution != nil && selection.classGroup == nil && selection.grade == nil
        guard isInstitution, asker.may(.readFigures, in: selection.scope, on: day) else { return nil }
        return try question.floor
    }

    private static func cells(_ tallies: [Tally], _ people: Int) -> [ReportCell] {
        let met = tallies.reduce(0) { $0 + $1.numerator }
        let all = tallies.reduce(0) { $0 + $1.denominator }
        let share = Exact.divide(met, by: all, decimals: 3).map { ReportCell.number($0, decimals: 1) }
        return [.number(people, decimals: 0), share ?? .unknown]
    }

    /// A number that is known and not shown to this reader.
    private static func hidden(_ question: Question) -> ReportCell {
        .figure(
            Figure(
                measure: measure,
                unit: .share,
                selection: question.selection,
                tally: nil,
                isHidden: true
            )
        )
    }

    private static let measure = "attainment/promoted"

    private static let groups = [
        Text(lv: "Speciālajā programmā", en: "In a special programme"),
        Text(lv: "Ukrainas civiliedzīvotāji", en: "Civilians of Ukraine"),
        Text(lv: "Reemigranti", en: "Re-emigrants"),
    ]

    private static let count = NumberMaking(
        Text(
            lv: "Grupas izglītojamie, par kuru pārcelšanu lemj pēc vērtējumiem.",
            en: "Pupils of the group whose marks decide."
        ),
        measures: [measure]
    )
    private static let share = NumberMaking(
        Text(
            lv: "Grupas izglītojamie, kuru vērtējumi atbilst nosacījumam, no visiem grupas izglītojamajiem.",
            en: "Pupils of the group whose marks meet the condition, among all of the group."
        ),
        of: ["pupils"],
        measures: [measure],
        rules: [PromotionRule.regulation]
    )
}
