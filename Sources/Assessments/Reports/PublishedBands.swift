internal import Frame
internal import Kernel
internal import Storage

/// How many takers of each central examination stay below each tenth of the scale, as the state published it.
enum PublishedBands {
    /// The takers of an examination, and how many of them stay below each bound.
    private struct Summary: Readable {
        let work: Work
        let takers: Int
        /// In the order of the bounds; −1 where one of the institutions has no such number.
        let below: [Int]

        init(row: inout Row) throws {
            let subject: Int = try row.next()
            let level: AssessmentLevel = try row.next()
            work = Work(AssessmentSort(.centralExam, level), subject: subject, grade: 0)
            takers = try row.next()
            below = try ExamBands.bounds.map { _ in
                let (sum, least) = (try row.next(Int.self), try row.next(Int.self))
                return least < 0 ? -1 : sum
            }
        }
    }

    /// A row for each examination with published bands; nil where there is none.
    static func section(_ question: Question) throws -> ReportSection? {
        let known = try summaries(question).filter { $0.takers > 0 && $0.below.contains { $0 >= 0 } }
        guard !known.isEmpty else { return nil }
        let byWork = Dictionary(known.map { ($0.work, $0) }) { first, _ in first }
        return ReportSection(
            "published",
            title: Text(lv: "Publicētais rezultātu sadalījums", en: "Published distribution of results"),
            caption: Text(
                lv: "Daļa no kārtotājiem; katrā grupā ieskaitītas arī visas zemākās.",
                en: "Shares of takers; each band holds all lower ones too."
            ),
            columns: [
                WorkColumns.topic,
                ReportColumn("published_takers", Text(lv: "Kārtotāji", en: "Takers")).made(takers),
            ]
                + ExamBands.bounds.map { bound in
                    let heading = Text(lv: "Zem \(bound)\u{a0}%", en: "Below \(bound)%")
                    return ReportColumn("below\(bound)", heading).made(share)
                },
            rows: byWork.keys.ordered(question.members).compactMap { work in
                byWork[work].map { row($0, question.members) }
            }
        )
    }

    private static func row(_ summary: Summary, _ members: any MemberNames) -> ReportRow {
        let shares = summary.below.map { below -> ReportCell in
            guard below >= 0 else { return .unknown }
            let share = Exact.divide(below, by: summary.takers, decimals: 3)
            return share.map { .number($0, decimals: 1) } ?? .unknown
        }
        return ReportRow(
            [.words(summary.work.topic(members)), .number(summary.takers, decimals: 0)] + shares
        )
    }

    private static func summaries(_ question: Question) throws -> [Summary] {
        guard let selection = ReportedResult.published(question.selection) else { return [] }
        let bands = ExamBands.columns.flatMap { column -> [SQL] in
            ["sum(\(column.sql))", "min(\(column.sql))"]
        }
        return try question.connection.rows(
            """
            SELECT subject_id, level, sum(takers), \(SQL.joined(bands, by: ", ")) FROM exam_report
            WHERE tenant_id = \(question.tenant) AND \(CubeFilter(selection, kinds: nil).condition)
            GROUP BY subject_id, level ORDER BY subject_id, level
            """,
            as: Summary.self
        )
    }

    private static let measures = ["assessments/reported-result"]

    private static let takers = NumberMaking(
        Text(
            lv: "Eksāmena kārtotāji, ko par izvēlētajām iestādēm publicējusi valsts.",
            en: "Takers of the examination in the chosen institutions, as the state published them."
        ),
        measures: measures
    )
    private static let share = NumberMaking(
        Text(
            lv: """
                Kārtotāji, kuru rezultāts pēc valsts publicētajiem datiem ir zem robežas, no visiem kārtotājiem. Skaits nav \
                zināms, ja kādai no iestādēm tas nav publicēts.
                """,
            en: """
                Takers whose result lies below the bound as the state published it, among all takers. It is not known where \
                it was not published of one of the institutions.
                """
        ),
        of: ["published_takers"],
        measures: measures
    )
}
