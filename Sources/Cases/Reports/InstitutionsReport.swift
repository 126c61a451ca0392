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
            let measures = [
                ReferralMeasures.total(body), ReferralMeasures.answered(body, 2),
                ReferralMeasures.answered(body, 3), ReferralMeasures.daysToAccept(body),
                ReferralMeasures.closed(body), ReferralMeasures.daysToClose(body),
            ]
            return try row(body, measures, question)
        }
        let section = ReportSection(
            columns: [
                ReportColumn("body", Text(lv: "Institūcija", en: "Institution"), .words),
                ReportColumn("referrals", Text(lv: "Uzaicinājumi", en: "Invitations")),
                ReportColumn("accepted", Text(lv: "Pieņemti", en: "Accepted")),
                ReportColumn("declined", Text(lv: "Noraidīti", en: "Declined")),
                ReportColumn("days_to_accept", Text(lv: "Dienas līdz piekrišanai", en: "Days to accept")),
                ReportColumn("closed", Text(lv: "Slēgti gadījumi", en: "Cases closed"), optional: true),
                ReportColumn(
                    "days_to_close",
                    Text(lv: "Dienas līdz slēgšanai", en: "Days to close"),
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
        let sent = try referrals(question)
        var notes = rows.isEmpty ? [] : [note]
        if !sent.rows.isEmpty { notes.append(ofReferrals) }
        return ReportDocument(notes: notes, [section] + (sent.rows.isEmpty ? [] : [sent]))
    }

    /// A body with its figures; nil where none of them is known.
    private static func row(
        _ body: CaseBody,
        _ measures: [CaseMeasure],
        _ question: Question
    ) throws -> ReportRow? {
        let figures = try measures.map { try question.figure($0.name) }
        guard figures.contains(where: { $0.tally != nil }) else { return nil }
        return ReportRow(
            [.words(body.words.capitalised)] + figures.map { $0.tally == nil ? .blank : .figure($0) }
        )
    }

    /// Referrals to each body and from it.
    private static func referrals(_ question: Question) throws -> ReportSection {
        let rows = try CaseBody.allCases.filter { $0 != .school }.compactMap { body -> ReportRow? in
            let measures = [
                SentReferralMeasures.total(body), SentReferralMeasures.accepted(body),
                SentReferralMeasures.rejected(body), SentReferralMeasures.daysToAccept(body),
                SentReferralMeasures.finished(body), SentReferralMeasures.daysToFinish(body),
            ]
            return try row(body, measures, question)
        }
        return ReportSection(
            "referrals",
            title: Text(lv: "Nosūtījumi", en: "Referrals"),
            columns: [
                ReportColumn("body", Text(lv: "Institūcija", en: "Institution"), .words),
                ReportColumn("sent", Text(lv: "Nosūtījumi", en: "Referrals")),
                ReportColumn("sent_accepted", Text(lv: "Pieņemti", en: "Accepted")),
                ReportColumn("sent_rejected", Text(lv: "Noraidīti", en: "Rejected")),
                ReportColumn("sent_days", Text(lv: "Dienas līdz pieņemšanai", en: "Days to accept")),
                ReportColumn("sent_finished", Text(lv: "Pabeigti", en: "Finished"), optional: true),
                ReportColumn(
                    "sent_finish_days",
                    Text(lv: "Dienas līdz pabeigšanai", en: "Days to finish"),
                    optional: true
                ),
            ],
            rows: rows,
            empty: ReportSection.noData
        )
    }

    private static let ofReferrals = Text(
        lv: "Nosūtījumi skaitīti pēc nosūtīšanas dienas, uz institūciju un no tās kopā; atsauktos neskaita.",
        en: "Referrals count by the day they were sent, to a body and from it together; not those withdrawn."
    )

    private static let note = Text(
        lv: """
            Dienas ir vidējais kalendāro dienu skaits. Uzaicinājumi skaitīti pēc uzaicinājuma dienas, slēgtie gadījumi – \
            pēc slēgšanas dienas; gadījums ieskaitīts katrai institūcijai, kas tajā piedalījusies.
            """,
        en: """
            Days are the mean of calendar days. Invitations count by the day of the invitation, cases by the day they were \
            closed; a case counts for each institution that took part.
            """
    )
}
