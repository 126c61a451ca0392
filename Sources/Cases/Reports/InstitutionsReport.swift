internal import Frame
internal import Kernel
internal import Prevention

/// Institutions that were asked into cases: how many referrals, how soon they were accepted, how long cases took.
enum InstitutionsReport: Report {
    static let name = "institutions"
    static let title = Text(lv: "Institūciju sadarbība", en: "Work of institutions together")
    static let purpose = Text(
        lv: "Kuras institūcijas aicinātas gadījumos, cik drīz tās piekrīt, un cik ilgi gadījumi turpinās?",
        en: "Which institutions are asked into cases, how soon do they accept, and how long do cases take?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let rows = try CaseBody.allCases.compactMap { body -> ReportRow? in
            let figures = try [
                ReferralMeasures.total(body), ReferralMeasures.answered(body, 2),
                ReferralMeasures.answered(body, 3), ReferralMeasures.daysToAccept(body),
                ReferralMeasures.closed(body), ReferralMeasures.daysToClose(body),
            ]
            .map { try question.figure($0.name) }
            guard figures.contains(where: { $0.tally != nil }) else { return nil }
            return ReportRow(
                [.words(body.words.capitalised)] + figures.map { $0.tally == nil ? .blank : .figure($0) }
            )
        }
        let section = ReportSection(
            columns: [
                ReportColumn("body", Text(lv: "Institūcija", en: "Institution"), .words),
                ReportColumn("referrals", Text(lv: "Aicinājumi", en: "Referrals")),
                ReportColumn("accepted", Text(lv: "Pieņemti", en: "Accepted")),
                ReportColumn("declined", Text(lv: "Noraidīti", en: "Declined")),
                ReportColumn("days_to_accept", Text(lv: "Dienas līdz piekrišanai", en: "Days to accept")),
                ReportColumn("closed", Text(lv: "Noslēgti gadījumi", en: "Cases closed"), optional: true),
                ReportColumn(
                    "days_to_close",
                    Text(lv: "Dienas līdz noslēgšanai", en: "Days to close"),
                    optional: true
                ),
            ],
            rows: rows,
            chart: rows.isEmpty ? nil : .bars(column: "referrals"),
            empty: Text(
                lv: "Neviena institūcija nav aicināta. Dalībniekus aicina gadījuma lapā.",
                en: "No institution was asked. Participants are invited on the page of a case."
            )
        )
        return ReportDocument(notes: rows.isEmpty ? [] : [note], [section])
    }

    private static let note = Text(
        lv: """
            Dienas ir vidējais kalendāro dienu skaits. Aicinājumi skaitīti pēc uzaicinājuma dienas, noslēgtie gadījumi – \
            pēc noslēgšanas dienas; gadījums ieskaitīts katrai institūcijai, kas tajā piedalījusies.
            """,
        en: """
            Days are the mean of calendar days. Referrals count by the day of the invitation, cases by the day they were \
            closed; a case counts for each institution that took part.
            """
    )
}
