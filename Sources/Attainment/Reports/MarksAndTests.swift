package import Frame
package import Kernel

/// Each pupil's term or year mark beside the results in tests of state and municipality (E8).
package enum MarksAndTests: Report {
    package static let name = "marks-and-tests"
    package static let title = Text(
        lv: "Vērtējumi un valsts vai pašvaldības pārbaudes darbi",
        en: "Marks and tests of state and municipality"
    )
    package static let purpose = Text(
        lv: "Vai izglītojamā vērtējums priekšmetā saskan ar rezultātu pārbaudes darbā?",
        en: "Does a pupil’s mark agree with the result in a test of the subject?"
    )
    package static let permission = Permission.readPupils
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .subject, .assessment,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        var selection = question.selection
        if let choice = try ClassChoice(question) { selection = choice.selection }
        let isNarrow =
            selection.classGroup != nil
            || (selection.institution != nil && selection.assessment != nil)
        guard isNarrow else { return ReportDocument([needed]) }
        // Nobody sees a pupil outside the circle, whatever the report was asked with.
        selection.reach = question.asker.reach(.readPupils, on: question.today)
        let points = try TestPoints(question, selection, results: "assessments/outside-result")
        let byTest = points.byAssessment
        let tests = question.members.sorted(.assessment, byTest.keys)
        let outside = tests.flatMap { TestTable.sorted(byTest[$0] ?? [], question) }.filter {
            $0.side != .usual
        }
        let means = try stateMeans(question, selection)
        let pictures = tests.map { TestTable.section($0, byTest[$0] ?? [], means[[$0]], question) }
        return ReportDocument(
            finding: finding(outside.count, of: points.points.count),
            notes: [note, period(selection)],
            pictures + [TestTable.outliers(outside, question)]
        )
    }

    private static func stateMeans(_ question: Question, _ selection: Selection) throws -> [MemberKey: Figure]
    {
        let measure = "assessments/state-mean"
        guard question.measures.names.contains(measure) else { return [:] }
        return try question.figures(measure, over: [.assessment], in: Selection(year: selection.year))
    }

    private static func finding(_ count: Int, of all: Int) -> Text? {
        guard all > 0 else { return nil }
        let results = Noun(lv: "rezultāts", "rezultāti", en: "result", "results")
        let counted = results.counted(count)
        guard count > 0 else {
            return Text(
                lv: "Neviens rezultāts krasi neatšķiras no vērtējuma",
                en: "No result differs widely from the mark"
            )
        }
        return Text(
            lv: "\(counted.lv) no \(all) krasi atšķiras no vērtējuma",
            en: "\(counted.en) of \(all) \(count == 1 ? "differs" : "differ") widely from the mark"
        )
    }

    private static let needed = ReportSection(
        columns: [ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words)],
        rows: [],
        empty: Text(
            lv: "Izvēlieties iestādi un klasi vai iestādi un pārbaudes darbu laukos virs atskaites.",
            en: "Choose an institution and a class, or an institution and a test, in the fields above."
        )
    )

    private static func period(_ selection: Selection) -> Text {
        guard let term = selection.term else {
            return Text(lv: "Vērtējums ir gada vērtējums.", en: "The mark is the year mark.")
        }
        return Text(
            lv: "Vērtējums ir \(term). semestra vērtējums.",
            en: "The mark is that of term \(term)."
        )
    }

    private static let note = Text(
        lv: """
            Gaidāmais rezultāts ir tāds, kāds šajā darbā ir izglītojamiem ar tādu vērtējumu (taisne ar mazāko kvadrātu \
            summu). Izceļas tie, kuri no tā atšķiras par divām standartnovirzēm vai vairāk; ja kārtotāju ir mazāk par \
            \(TestPoints.least), neviens. Tas ir jautājums sarunai, nevis spriedums. Ieskaitīti izglītojamie, kuriem ir gan \
            vērtējums, gan rezultāts.
            """,
        en: """
            The expected result is what pupils with such a mark have in this test (a line of least squares). Those stand out \
            who differ from it by two standard deviations or more; of fewer than \(TestPoints.least) nobody does. It is a \
            question to talk about, no judgement. Pupils count who have both a mark and a result.
            """
    )
}
