internal import Frame
internal import Kernel
internal import Registry

extension TrackRecord {
    /// How a rule does for groups of pupils, each beside the other of its kind.
    static func groups(
        _ run: TrackRun,
        _ result: TrackRun.Result,
        _ splits: [[TrackGroup]]
    ) -> ReportSection {
        let rows = splits.flatMap { split -> [ReportRow] in
            guard let found = TrackSplit(run, result, split) else { return [] }
            return zip(split, found.counts).map { group, count in
                ReportRow([.words(group.name)] + count.cells(floor: run.floor, isShown: found.isShown))
            }
        }
        return ReportSection(
            "groups",
            title: Text(lv: "Pa grupām", en: "By group"),
            caption: Text(
                lv: "Ja kādai grupai pazīme maldās biežāk, tā pret šiem bērniem nav taisnīga.",
                en: "Where a sign errs more often for a group, it is not fair to these children."
            ),
            columns: [ReportColumn("group", Text(lv: "Grupa", en: "Group"), .words)] + numbers,
            rows: rows
        )
    }

    /// By how much each rule does better for one group than for the other.
    static func differences(
        _ run: TrackRun,
        _ results: [TrackRun.Result],
        _ splits: [[TrackGroup]]
    ) -> ReportSection {
        let rows = results.flatMap { result in
            splits.compactMap { split -> ReportRow? in
                guard let found = TrackSplit(run, result, split), let difference = found.difference else {
                    return nil
                }
                let names = split.map(\.name)
                let pair = Text(
                    lv: names.map(\.lv).joined(separator: " – "),
                    en: names.map(\.en).joined(separator: " – ")
                )
                let cells =
                    found.isShown ? difference.cells : Array(repeating: ReportCell.hidden, count: 6)
                return ReportRow([.words(result.record.title), .words(pair)] + cells)
            }
        }
        return ReportSection(
            "differences",
            title: Text(lv: "Atšķirība starp grupām", en: "Difference between groups"),
            caption: Text(
                lv: """
                    Pirmās grupas rādītājs mīnus otrās, procentpunktos. Ja intervālā ir nulle, atšķirība var būt \
                    nejauša; kur to nav, pazīme vienai grupai der sliktāk nekā otrai.
                    """,
                en: """
                    The first group's less the second's, in percentage points. Where zero lies in the interval the \
                    difference may be chance; where it does not, the sign serves one group worse than the other.
                    """
            ),
            columns: [
                ReportColumn("rule", Text(lv: "Pazīme", en: "Sign"), .words),
                ReportColumn("groups", Text(lv: "Grupas", en: "Groups"), .words),
            ]
                + columns("precision", Text(lv: "Precizitātes starpība", en: "Difference in precision"))
                + columns("sensitivity", Text(lv: "Jutīguma starpība", en: "Difference in sensitivity")),
            rows: rows
        )
    }

    private static func columns(_ code: String, _ heading: Text) -> [ReportColumn] {
        [
            ReportColumn(code + "-difference", heading).made(difference),
            ReportColumn(code + "-low", Text(lv: "95 % no", en: "95% from"), optional: true).made(interval),
            ReportColumn(code + "-high", Text(lv: "95 % līdz", en: "95% to"), optional: true).made(interval),
        ]
    }

    private static let difference = NumberMaking(
        Text(
            lv: """
                Pirmās grupas precizitāte vai jutīgums mīnus otrās, procentpunktos; rēķina no izglītojamo skaitiem un \
                noapaļo vienreiz, līdz desmitdaļai, pusi – uz augšu pēc absolūtās vērtības.
                """,
            en: """
                Precision or sensitivity of the first group less that of the second, in percentage points; reckoned from \
                numbers of pupils and rounded once, to a tenth, away from zero.
                """
        )
    )

    private static let interval = NumberMaking(
        Text(
            lv: """
                Divu daļu starpības 95 % ticamības intervāls pēc Ņūkomba (1998, 10. metode) no abu daļu Vilsona intervāliem; \
                tas der arī maziem skaitiem.
                """,
            en: """
                The 95% confidence interval of a difference of two shares by Newcombe (1998, method 10), from Wilson’s \
                intervals of both; it holds for small numbers too.
                """
        )
    )
}
