internal import Frame
internal import Kernel
internal import Registry

/// The index of each institution under each assumption: how much hangs on what the rule says or does not say.
struct IndexSensitivity {
    let question: Question
    let rule: ExamIndexRule
    /// In per cent.
    let threshold: Int
    let exams: IndexExams

    /// A row for each institution whose index is known, and assumption.
    func section(_ institutions: [Int]) -> ReportSection {
        let known = institutions.filter { index(of: $0, .rule) != nil }
        return ReportSection(
            "sensitivity",
            title: Text(lv: "Kas būtu, ja…", en: "What if…"),
            caption: Text(
                lv: """
                    Katrā rindā mainīts viens pieņēmums. Līmeņu svari ir augstskolu lietotie koeficienti; indeksa noteikumi \
                    tos neparedz. Ja skaitļa nav, līmeņi nav zināmi vai atbrīvotos ieskaitīt nevar.
                    """,
                en: """
                    Each row changes one assumption. The weights of levels are coefficients that universities use; the \
                    rules of the index have none. Without a number, the levels are not known or exempt pupils cannot count.
                    """
            ),
            columns: [
                ReportColumn("institution", Text(lv: "Izglītības iestāde", en: "Institution"), .words),
                ReportColumn("assumption", Text(lv: "Pieņēmums", en: "Assumption"), .words),
                ReportColumn("index_if", Text(lv: "Indekss, %", en: "Index, %")).made(WorkMaking.assumed),
                ReportColumn("threshold_if", Text(lv: "Slieksnis", en: "Threshold"), .words),
                ReportColumn("verdict_if", Text(lv: "Vai sasniegts", en: "Whether it is reached"), .words),
            ],
            rows: known.flatMap { institution in
                IndexAssumption.allCases.map { row(institution, $0) }
            },
            empty: Text(
                lv: "Nevienai iestādei indekss nav zināms vai parādāms.",
                en: "Of no institution the index is known, or can be shown."
            )
        )
    }

    private func row(_ institution: Int, _ assumption: IndexAssumption) -> ReportRow {
        let least = assumption == .risen ? IndexAssumption.risenThreshold : threshold
        let index = index(of: institution, assumption)
        let number = index.flatMap { Exact.divide($0.numerator, by: $0.denominator * 10) }
        let verdict = index.map { $0.numerator >= least * 100 * $0.denominator }.map {
            $0 ? Text(lv: "sasniegts", en: "reached") : Text(lv: "nav sasniegts", en: "not reached")
        }
        return ReportRow([
            .member(.institution, institution, question.members.name(.institution, institution)),
            .words(assumption.words(rule)),
            number.map { .number($0, decimals: 1) } ?? .unknown,
            .words(Text(lv: "\(least)\u{a0}%", en: "\(least)%")),
            verdict.map { .words($0) } ?? .unknown,
        ])
    }

    /// The index under an assumption; nil where one of the three examinations cannot be told under it.
    private func index(of institution: Int, _ assumption: IndexAssumption) -> Tally? {
        // To whoever may not see the pupils they do not count anyway, and nothing would tell with them from without.
        if assumption == .exemptions, case .reader? = exams.gaps[institution] { return nil }
        let own = exams.byInstitution[institution] ?? [:]
        let sums = (1...3).compactMap { own[$0]?.sum(assumption) }
        return sums.count == 3 ? Tally.index(sums, assumption.aggregator(rule)) : nil
    }
}
