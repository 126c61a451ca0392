internal import Evidence
package import Frame
package import Kernel
internal import Registry

/// The mean marks of a teacher's classes by term and year, with their number and interval.
///
/// Teachers stand in the order of their names, never by their figures.
package enum TeacherAverages: Report {
    package static let name = "teacher-averages"
    package static let standsStill = true
    package static let title = Text(
        lv: "Pedagoga klašu vidējie vērtējumi",
        en: "Mean marks of a teacher’s classes"
    )
    package static let purpose = Text(
        lv: "Kādi ir pedagoga mācīto klašu vidējie vērtējumi semestros un gadā?",
        en: "What are the mean marks of the classes that a teacher teaches, by term and year?"
    )
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .years, .subject, .teacher,
    ]
    package static let needs: [ReportFilter] = [.institution]

    package static func isSettled(_ selection: Selection) -> Bool { selection.teacher != nil }

    package static func answer(_ question: Question) throws -> ReportDocument {
        var selection: Selection
        do {
            selection = try TeacherFigures.selection(question)
        } catch {
            // The report is on everybody's list: who asks for nobody's figures is told whose they may be.
            guard question.selection.teacher == nil else { throw error }
            return ReportDocument(notes: [error.advice], [section([], nil, empty: error.message)])
        }
        // Who reaches one institution need not choose it; its pupils are then known to be in the reader's circle.
        if selection.institution == nil, let only = selection.reach.onlyInstitution {
            selection.institution = only
        }
        let isWide = selection.institution == nil && selection.teacher == nil && selection.classGroup == nil
        guard !isWide else {
            return ReportDocument([section([], nil)])
        }
        let scales = try ScaleSections(question, counted: "attainment/marks")
        let scale = scales.scales.first?.id ?? 0
        let rows = try TeacherRows(question, selection, scale: scale)
        let beside = try beside(question, selection, scale, rows.main)
        return ReportDocument(
            notes: [note, scales.note].compactMap { $0 } + (beside?.notes ?? []),
            [section(rows.rows, rows.main)]
                + [selection.teacher == nil ? nil : rows.picture, beside?.section].compactMap { $0 }
        )
    }

    /// One teacher's means beside those of the same subjects and grades, in the period whose number is shown.
    ///
    /// Of all teachers there is none: each would be measured by it against the others.
    private static func beside(
        _ question: Question,
        _ selection: Selection,
        _ scale: Int,
        _ main: PeriodTable.Period?
    ) throws -> SubjectsBeside? {
        guard selection.teacher != nil, let main else { return nil }
        var own = selection
        own.term = main == .year ? nil : main.rawValue
        let heading = SubjectsBeside.ofTeacher + Text(lv: ", \(main.inside.lv)", en: ", \(main.inside.en)")
        return try SubjectsBeside(question, .marks(scale: scale), of: own, heading)
    }

    private static let needed = Text(
        lv: "Izvēlieties iestādi vai pedagogu, vai gadu, par kuru ir vērtējumi.",
        en: "Choose an institution or a teacher, or a year with marks."
    )

    private static func section(
        _ rows: [ReportRow],
        _ main: PeriodTable.Period?,
        empty: Text = needed
    ) -> ReportSection {
        let inside = main?.inside ?? PeriodTable.Period.year.inside
        let periods = PeriodTable.Period.allCases.map { ReportColumn($0.code, $0.words) }
        return ReportSection(
            columns: [
                ReportColumn("teacher", Text(lv: "Pedagogs", en: "Teacher"), .words),
                ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
            ] + periods + [
                ReportColumn("n", Text(lv: "Vērtējumi, \(inside.lv)", en: "Marks, \(inside.en)")),
                ReportColumn("low", Text(lv: "95 % no", en: "95% from")).made(interval(main ?? .year)),
                ReportColumn("high", Text(lv: "95 % līdz", en: "95% to")).made(interval(main ?? .year)),
            ],
            rows: rows,
            empty: empty
        )
    }

    /// How the ends of the interval are made, of the mean of a period.
    private static func interval(_ period: PeriodTable.Period) -> NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    Vidējais ± t · s / √n: n ir klases vērtējumu skaits priekšmetā, s – to standartnovirze (kvadrātsakne no \
                    noviržu kvadrātu summas, dalītas ar n − 1), t – Stjudenta sadalījuma 97,5 % robeža ar n − 1 brīvības \
                    pakāpi. No viena vērtējuma intervāla nav. Noapaļo līdz simtdaļai.
                    """,
                en: """
                    The mean ± t · s / √n: n is the number of the class’s marks in the subject, s their standard deviation (the \
                    root of the sum of squared deviations over n − 1), t the 97.5% bound of Student’s distribution with n − 1 \
                    degrees of freedom. Of one mark there is no interval. Rounded to hundredths.
                    """
            ),
            of: [period.code, "n"],
            measures: ["attainment/mark"]
        )
    }

    private static let note = Text(
        lv: """
            Skaits un intervāls ir par pēdējo zināmo periodu vai izvēlēto semestri. Intervālā ar 95 % varbūtību būtu vidējais, \
            ja klase būtu nejauši izvēlēta no daudzām līdzīgām; jo mazāk vērtējumu, jo tas platāks. Klases ir atšķirīgas, \
            tāpēc vidējie vērtējumi nav pedagogu salīdzinājums: pedagogi sakārtoti pēc alfabēta.
            """,
        en: """
            Number and interval are of the latest period known or the chosen term. With 95% probability the mean would lie \
            in the interval if the class were drawn from many like it; the fewer marks, the wider it is. Classes differ, so \
            means do not compare teachers, who stand in the order of the alphabet.
            """
    )
}

extension Reach {
    /// The one institution that it is no wider than; nil where it is wider or narrower.
    fileprivate var onlyInstitution: InstitutionID? {
        guard !everything, institutions.count == 1, pupils.isEmpty else { return nil }
        return institutions.first
    }
}
