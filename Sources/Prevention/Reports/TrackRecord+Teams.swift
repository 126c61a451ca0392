internal import Frame
internal import Kernel
internal import Registry

extension TrackRecord {
    /// What a team would have seen that can serve so many pupils, that looks at several signs, or at two together.
    static func teams(_ run: TrackRun, _ results: [TrackRun.Result]) -> [ReportSection] {
        let ranking = TrackRanking(run, results)
        return [served(run, ranking.bySize), several(run, ranking.bySigns), pairs(run, results)]
    }

    private static func rows(_ run: TrackRun, _ heads: [TrackRanking.Head]) -> [ReportRow] {
        heads.map { head in
            ReportRow([.words(head.name)] + head.count.cells(floor: run.floor, isShown: head.isShown))
        }
    }

    private static func served(_ run: TrackRun, _ heads: [TrackRanking.Head]) -> ReportSection {
        ReportSection(
            "served",
            title: Text(
                lv: "Cik izglītojamajiem komanda var palīdzēt",
                en: "How many pupils the team can serve"
            ),
            caption: Text(
                lv: """
                    Ja komanda vispirms palīdzētu tiem, kuriem pazīmju vairāk un rādījumi lielāki. Secība ir tikai \
                    aprēķinā: saraksta nav, un ko darīt, izlemj cilvēki.
                    """,
                en: """
                    If the team helped those first who have more signs and larger readings. The order is in the \
                    calculation alone: there is no list, and people decide what to do.
                    """
            ),
            columns: [ReportColumn("served", Text(lv: "Komanda palīdz", en: "The team serves"), .words)]
                + numbers,
            rows: rows(run, heads)
        )
    }

    private static func several(_ run: TrackRun, _ heads: [TrackRanking.Head]) -> ReportSection {
        ReportSection(
            "combinations",
            title: Text(lv: "Vairākas pazīmes kopā", en: "Several signs together"),
            caption: Text(
                lv: "Izglītojamie, kuriem ir vismaz tik dažādu pazīmju.",
                en: "Pupils with at least so many different signs."
            ),
            columns: [ReportColumn("signs", Text(lv: "Pazīmes", en: "Signs"), .words)] + numbers,
            rows: rows(run, heads)
        )
    }

    private static func pairs(_ run: TrackRun, _ results: [TrackRun.Result]) -> ReportSection {
        let rows = TrackPair.all(run, results).map { pair in
            ReportRow(
                [.words(pair.first.title), .words(pair.second.title)]
                    + pair.count.cells(floor: run.floor, isShown: pair.isShown)
            )
        }
        return ReportSection(
            "pairs",
            title: Text(lv: "Divas pazīmes kopā", en: "Two signs together"),
            caption: Text(
                lv: "Izglītojamie, kuriem ir abas pazīmes.",
                en: "Pupils who have both signs."
            ),
            columns: [
                ReportColumn("first", Text(lv: "Pazīme", en: "Sign"), .words),
                ReportColumn("second", Text(lv: "Otra pazīme", en: "The other sign"), .words),
            ] + numbers,
            rows: rows
        )
    }
}
