package import Frame
package import Kernel
internal import Registry

/// Each pupil's term or year mark beside the results in tests of state and municipality.
package enum MarksAndTests: Report {
    package static let name = "marks-and-tests"
    package static let standsStill = true
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
        .year, .term, .institution, .classGroup, .compared, .institutions, .subject, .assessment,
    ]
    package static let needs: [ReportFilter] = [.institution, .classGroup]

    package static func isSettled(_ selection: Selection) -> Bool {
        selection.institution != nil && selection.assessment != nil
    }

    package static func answer(_ question: Question) throws -> ReportDocument {
        var selection = question.selection
        if let choice = try ClassChoice(question) { selection = choice.selection }
        let isNarrow =
            selection.classGroup != nil
            || (selection.institution != nil && selection.assessment != nil)
        guard isNarrow else { return ReportDocument([needed]) }
        // Nobody sees a pupil outside the circle, whatever the report was asked with.
        selection.reach = question.asker.reach(.readPupils, on: question.today)
        let (points, year) = try latest(selection, question)
        selection.year = year
        guard !points.points.isEmpty else { return ReportDocument(notes: [note], [nothing]) }
        let byTest = points.byAssessment
        let tests = question.members.sorted(.assessment, byTest.keys)
        let outside = tests.flatMap { TestTable.sorted(byTest[$0] ?? [], question) }.filter {
            $0.side != .usual
        }
        let means = try stateMeans(question, selection)
        // Another year than the one chosen is said where the eye falls first: over each picture and table.
        let past = year == question.selection.year ? nil : year
        let pictures = tests.map { test in
            TestTable.section(test, byTest[test] ?? [], means[[test]], question).of(past)
        }
        // The class belongs to its own year: of an earlier one there is nothing of it to lay beside others.
        let beside = try PlaceBeside(question.about(selection), [result], isEmpty: past != nil)
        let subjects = past == nil ? points.points.map(\.subject) : []
        let ofSubjects = try SubjectsTested(question, selection, Set(subjects))
        return ReportDocument(
            finding: finding(outside.count, of: points.points.count, past),
            notes: [past.map(earlier), note, period(selection)].compactMap { $0 } + beside.notes
                + ofSubjects.notes.filter { !beside.notes.contains($0) },
            pictures + [TestTable.outliers(outside, question).of(past)] + beside.sections
                + ofSubjects.sections
        )
    }

    /// Places are laid beside each other by results alone: marks of two scales are never summed.
    private static let result = PlaceBeside.Column("result", "assessments/outside-result")

    /// The points of the year chosen; of a class that has none yet, those of the latest year in which its pupils have.
    ///
    /// A class belongs to its year: earlier its pupils were in other classes, and some in other institutions.
    private static func latest(
        _ selection: Selection,
        _ question: Question
    ) throws -> (points: TestPoints, year: SchoolYear) {
        let results = "assessments/outside-result"
        let now = try TestPoints(question, selection, results: results)
        guard now.points.isEmpty, let classGroup = selection.classGroup, selection.assessment == nil,
            question.asker.may(.readPupils, in: selection.scope, on: question.today)
        else { return (now, selection.year) }
        let lookup = RegistryLookup(tenant: question.tenant, question.connection)
        var before = Selection(year: selection.year, reach: Reach())
        for pupil in try lookup.pupils(of: classGroup) {
            before.reach.add(Scope(pupil: PupilID(rawValue: pupil.id)))
        }
        guard !before.reach.isEmpty else { return (now, selection.year) }
        before.term = selection.term
        before.subject = selection.subject
        for _ in 0..<yearsBack {
            before.year = before.year.previous
            let points = try TestPoints(question, before, results: results)
            if !points.points.isEmpty { return (points, before.year) }
        }
        return (now, selection.year)
    }

    /// Tests are in grades 3, 6, 9 and 12: the latest is at most two years back, and one more for a year without.
    private static let yearsBack = 3

    private static func earlier(_ year: SchoolYear) -> Text {
        Text(
            lv: """
                Šajā mācību gadā klasei vēl trūkst vērtējumu vai rezultātu; rādīts \(Format(.lv).schoolYear(year)) mācību \
                gads, kurā klases izglītojamajiem ir gan vieni, gan otri.
                """,
            en: """
                This year the class has no marks and results together yet; shown is \(Format(.en).schoolYear(year)), in which \
                its pupils have.
                """
        )
    }

    private static func stateMeans(_ question: Question, _ selection: Selection) throws -> [MemberKey: Figure]
    {
        let measure = "assessments/state-mean"
        guard question.measures.names.contains(measure) else { return [:] }
        return try question.figures(measure, over: [.assessment], in: Selection(year: selection.year))
    }

    /// The heading of the page, with its year where that is not the one chosen.
    private static func finding(_ count: Int, of all: Int, _ past: SchoolYear?) -> Text? {
        guard all > 0 else { return nil }
        let told = told(count, of: all)
        guard let past else { return told }
        let (lv, en) = (Format(.lv).schoolYear(past), Format(.en).schoolYear(past))
        // Only the word "neviens" begins without a number.
        let rest = count > 0 ? told.lv : told.lv.prefix(1).lowercased() + told.lv.dropFirst()
        return Text(lv: "\(lv) mācību gadā \(rest)", en: "\(told.en) in \(en)")
    }

    private static func told(_ count: Int, of all: Int) -> Text {
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

    private static let nothing = ReportSection(
        columns: [ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words)],
        rows: [],
        empty: Text(
            lv:
                "Nav neviena izglītojamā, kuram vienā priekšmetā būtu gan vērtējums, gan pārbaudes darba rezultāts.",
            en: "No pupil has both a mark and a result of a test in one subject."
        )
    )

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
            Gaidāmais rezultāts ir tāds, kāds šajā darbā ir izglītojamajiem ar tādu vērtējumu (taisne ar mazāko kvadrātu \
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
