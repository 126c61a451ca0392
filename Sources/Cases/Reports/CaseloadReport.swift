internal import Frame
internal import Kernel
internal import Prevention

/// Cases of a year by institution and state.
enum CaseloadReport: Report {
    static let name = "caseload"
    static let title = Text(lv: "Atbalsta gadījumu noslodze", en: "Caseload")
    static let purpose = Text(
        lv: "Cik atbalsta gadījumu ir iestādēs, un cik tālu tie ir?",
        en: "How many cases of support do institutions have, and how far are they?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let columns =
            [
                CaseTable.Column(
                    code: "cases",
                    heading: Text(lv: "Gadījumi gadā", en: "Cases in the year"),
                    measure: CaseMeasures.cases
                )
            ]
            + CaseState.allCases.map {
                CaseTable.Column(
                    code: $0.code,
                    heading: $0.words.capitalised,
                    measure: CaseMeasures.ofState($0),
                    isOptional: $0 != .closed
                )
            }
        let section = try CaseTable(question).section(
            columns,
            chart: .bars(column: "cases"),
            empty: Text(
                lv: "Gadījumu izvēlētajā gadā nav. Gadījumu atver no izglītojamā riska pazīmju lapas.",
                en: "There are no cases in the year chosen. A case is opened from a pupil’s signs of risk."
            )
        )
        return ReportDocument(notes: section.rows.isEmpty ? [] : [note], [section])
    }

    private static let note = Text(
        lv: """
            Skaitīti gadījumi, kas mācību gadā kādu laiku bijuši atvērti; stāvoklis ir pēdējais šajā gadā. Skaitļi nav \
            vērtējums: vairāk gadījumu var nozīmēt, ka palīdzību pamana un lūdz.
            """,
        en: """
            Cases that were open at some time of the school year; the state is the last one in it. The numbers judge \
            nobody: more cases may mean that need is noticed and help is asked for.
            """
    )
}
