internal import Frame
internal import Kernel
internal import Registry

/// How well rules of risk told in a past year what became of pupils later.
enum TrackRecord: Report {
    static let name = "track-record"
    static let standsStill = true
    static let title = Text(lv: "Riska pazīmju ticamība", en: "Track record of signs of risk")
    static let purpose = Text(
        lv:
            "Cik labi riska pazīmes agrāk paredzēja, kuri izglītojamie vēlāk pārtrauks mācības vai paliks uz otru gadu?",
        en:
            "How well did signs of risk tell earlier which pupils would later leave school or repeat the grade?"
    )
    static let filters: [ReportFilter] = [.year, .rule, .outcome]

    static func answer(_ question: Question) throws -> ReportDocument {
        guard let run = try TrackRun(question) else { return ReportDocument([nothing]) }
        let results = try run.results()
        var sections = [rules(run, results)]
        let splits = try run.groups()
        if question.selection.rule == nil {
            sections.append(differences(run, results, splits))
            sections += teams(run, results.filter { $0.record.rule.mode == .live })
        } else if let result = results.first {
            sections += [groups(run, result, splits), differences(run, [result], splits)]
            sections += teams(run, [result])
        }
        sections = sections.enumerated().filter { $0.offset == 0 || !$0.element.rows.isEmpty }.map(\.element)
        let against = Text(
            lv: "Salīdzināts ar iznākumu: \(run.outcome.words.lv). \(run.outcome.definition.lv)",
            en: "Held against the outcome: \(run.outcome.words.en). \(run.outcome.definition.en)"
        )
        return ReportDocument(notes: [against, reading], sections)
    }

    private static func rules(_ run: TrackRun, _ results: [TrackRun.Result]) -> ReportSection {
        let rows = results.compactMap { result -> ReportRow? in
            let count = run.count(result.flags)
            guard count.all > 0 else { return nil }
            let record = result.record
            return ReportRow(
                [.words(record.title), .words(Text(same: record.name))] + count.cells(floor: run.floor)
            )
        }
        return ReportSection(
            columns: [
                ReportColumn("rule", Text(lv: "Pazīme", en: "Sign"), .words),
                ReportColumn("name", Text(lv: "Kods", en: "Code"), .words, optional: true),
            ] + numbers,
            rows: rows,
            chart: rows.count > 1 ? .bars(column: "precision") : nil,
            empty: Text(
                lv: "Šajā gadā par šo pazīmi nav datu. Izvēlieties citu gadu vai pazīmi.",
                en: "There are no data for this sign in the year. Choose another year or sign."
            )
        )
    }

    static let numbers = [
        ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(TrackMaking.pupils),
        ReportColumn("flagged", Text(lv: "Ar pazīmi", en: "Flagged")).made(TrackMaking.flagged),
        ReportColumn("outcomes", Text(lv: "Ar iznākumu", en: "With the outcome"), optional: true)
            .made(TrackMaking.outcomes),
        ReportColumn("hits", Text(lv: "Ar abiem", en: "With both"), optional: true).made(TrackMaking.hits),
        ReportColumn("precision", Text(lv: "Precizitāte", en: "Precision")).made(TrackMaking.precision),
        ReportColumn("sensitivity", Text(lv: "Jutīgums", en: "Sensitivity")).made(TrackMaking.sensitivity),
    ]

    private static let reading = Text(
        lv: """
            Precizitāte: kādai daļai izglītojamo ar pazīmi iznākums iestājās. Jutīgums: kādai daļai izglītojamo, kuriem \
            iznākums iestājās, bija pazīme. Ieskaitīti izglītojamie, par kuriem zināms iznākums un ir pietiekami daudz datu.
            """,
        en: """
            Precision: the part of flagged pupils whom the outcome befell. Sensitivity: the part of those whom it befell who \
            had been flagged. Pupils count of whom the outcome is known and enough data are there.
            """
    )

    private static let nothing = ReportSection(
        columns: [],
        rows: [],
        empty: Text(
            lv: """
                Par šo gadu vēl nav zināms, kā izglītojamajiem klājies: vajag nākamā gada klases vai gada vērtējumus. \
                Izvēlieties agrāku gadu vai citu iznākumu.
                """,
            en: """
                It is not known yet what became of the pupils of this year: it takes the classes of the next year, or annual \
                marks. Choose an earlier year or another outcome.
                """
        )
    )
}
