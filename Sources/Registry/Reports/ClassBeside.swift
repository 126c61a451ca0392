import Frame
import Kernel
import Storage

/// A class beside its own past, its parallel classes, and the same grade of other institutions: for whoever sees them one
/// by one, for others of those like its own and of the municipality.
enum ClassBeside: Report {
    static let name = "class-beside"
    static let standsStill = true
    static let title = Text(lv: "Klase salīdzinājumā", en: "A class in comparison")
    static let purpose = Text(
        lv:
            "Kādi ir klases rādītāji salīdzinājumā ar iepriekšējiem gadiem, paralēlklasēm un tās pašas pakāpes klasēm citur?",
        en: "How does a class look beside itself earlier, its parallel classes, and the same grade elsewhere?"
    )
    static let filters: [ReportFilter] = [.year, .term, .institution, .classGroup]
    static let needs: [ReportFilter] = [.institution, .classGroup]

    /// Means and shares only: counts of a large and a small class say nothing beside each other.
    private static let wanted = [
        "attainment/mark", "attainment/level-insufficient", "attendance/missed-share", "assessments/result",
    ]

    static func answer(_ question: Question) throws -> ReportDocument {
        let measures = try wanted.filter(question.measures.names.contains).map {
            try question.measures.named($0)
        }
        let kin = try question.selection.classGroup.flatMap { try ClassKin($0, question) }
        let wider = kin == nil ? nil : try ClassWider(question)
        let places = try elsewhere(kin, measures, question)
        // Whoever sees one institution alone would have the institution beside nothing.
        let isAlone = places.rows.count == 1 && !question.selection.reach.everything
        return ReportDocument(
            notes: [
                Text(
                    lv: """
                        „Tā pati klase” agrākā gadā ir tā, kurā mācījās lielākā daļa – vismaz puse – klases \
                        izglītojamo; izglītojamie pa gadiem var būt mainījušies.
                        """,
                    en: """
                        “The same class” of an earlier year is the one that most, and at least half, of the pupils of \
                        the class were in; its pupils may have changed over the years.
                        """
                )
            ] + (wider?.notes ?? []),
            [try past(kin, measures, question), try parallel(kin, measures, question)]
                + (wider?.sections ?? []) + (isAlone ? [] : [places])
        )
    }

    private static func past(
        _ kin: ClassKin?,
        _ measures: [any Measure],
        _ question: Question
    ) throws -> ReportSection {
        let rows = try (kin?.past ?? []).map { one in
            let year = Text(lv: Format(.lv).schoolYear(one.year), en: Format(.en).schoolYear(one.year))
            return ReportRow(
                [.words(year), member(one)]
                    + (try figures(measures, one.narrowed(question.selection), question))
            )
        }
        return section(
            "past",
            Text(lv: "Tā pati klase agrāk", en: "The same class earlier"),
            [
                ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
            ],
            measures,
            rows
        )
    }

    private static func parallel(
        _ kin: ClassKin?,
        _ measures: [any Measure],
        _ question: Question
    ) throws -> ReportSection {
        let rows = try (kin?.parallel ?? []).map { one in
            ReportRow([member(one)] + (try figures(measures, one.narrowed(question.selection), question)))
        }
        return section(
            "parallel",
            Text(lv: "Paralēlklases", en: "Parallel classes"),
            [ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)],
            measures,
            rows
        )
    }

    /// Institutions in Latvian order: they are laid beside each other, not ranked.
    private static func elsewhere(
        _ kin: ClassKin?,
        _ measures: [any Measure],
        _ question: Question
    ) throws -> ReportSection {
        var rows: [ReportRow] = []
        var total: ReportRow?
        if let own = kin?.itself {
            var grade = question.selection
            grade.institution = nil
            grade.classGroup = nil
            grade.grade = own.grade
            let asked = grade
            let vectors = try measures.map { try question.figures($0.name, over: [.institution], in: asked) }
            let places = Set(vectors.flatMap(\.keys).compactMap(\.first))
            rows = try question.members.sorted(.institution, places).map { place in
                ReportRow(
                    [.member(.institution, place, question.members.name(.institution, place))]
                        + (try zip(measures, vectors).map { measure, vector in
                            .figure(
                                try vector[[place]]
                                    ?? question.unknown(measure.name, [.institution: place])
                            )
                        })
                )
            }
            if rows.count > 1 {
                let all = Text(lv: "Kopā", en: "All")
                total = ReportRow([.words(all)] + (try figures(measures, asked, question)))
            }
        }
        var section = section(
            "elsewhere",
            Text(lv: "Tā pati klases pakāpe iestādēs", en: "The same grade by institution"),
            [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)],
            measures,
            rows
        )
        section.total = total
        return section
    }

    private static func member(_ one: ClassLine.Step) -> ReportCell {
        .member(.classGroup, one.classGroup.rawValue, Text(same: one.name))
    }

    private static func figures(
        _ measures: [any Measure],
        _ selection: Selection,
        _ question: Question
    ) throws -> [ReportCell] {
        try measures.map { .figure(try question.figure($0.name, in: selection)) }
    }

    private static func section(
        _ code: String,
        _ title: Text,
        _ first: [ReportColumn],
        _ measures: [any Measure],
        _ rows: [ReportRow]
    ) -> ReportSection {
        let columns = measures.map { measure in
            ReportColumn(String(measure.name.split(separator: "/").last ?? ""), measure.title)
        }
        return ReportSection(
            code,
            title: title,
            columns: first + columns,
            rows: rows,
            chart: columns.first.map { .bars(column: $0.code) },
            empty: Text(
                lv: "Izvēlieties iestādi un klasi.",
                en: "Choose an institution and a class."
            )
        )
    }
}
