package import Frame
package import Kernel
internal import Registry

/// A pupil's marks by subject over terms and years, of earlier schools too.
package enum PupilProgress: Report {
    package static let name = "pupil-progress"
    package static let standsStill = true
    package static let title = Text(lv: "Izglītojamā sekmju dinamika", en: "A pupil’s marks over time")
    package static let purpose = Text(
        lv: "Kā izglītojamā vērtējumi mainās pa semestriem un gadiem, arī iepriekšējās iestādēs?",
        en: "How do a pupil’s marks change over terms and years, in earlier institutions too?"
    )
    package static let permission = Permission.readPupils
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .subject, .pupil,
    ]
    package static let needs: [ReportFilter] = [.institution, .classGroup]

    package static func isSettled(_ selection: Selection) -> Bool { selection.pupil != nil }

    package static func answer(_ question: Question) throws -> ReportDocument {
        guard let pupil = question.selection.pupil else {
            guard let choice = try ClassChoice(question) else { return ReportDocument([ClassChoice.needed]) }
            return ReportDocument([try ClassRoster.section(choice, question)])
        }
        let finder = ScopeFinder(tenant: question.tenant, question.connection)
        let scope = try finder.scope(of: pupil, on: min(question.today, question.selection.year.last))
        guard let scope, question.asker.may(.readPupils, in: scope, on: question.today) else {
            throw Refusal.noSuchPage
        }
        let history = try PupilHistory(pupil, question)
        return ReportDocument(
            notes: [note, history.scaleNote].compactMap { $0 },
            [history.subjects, try history.beside(), history.years].compactMap { $0 }
        )
    }

    private static let note = Text(
        lv: """
            Rādīti visi gadi līdz izvēlētajam, arī citās pašvaldības iestādēs. Gada vērtējums nav semestru vidējais: to izliek \
            pedagogs. Tukša vieta nozīmē, ka vērtējuma ar skaitli nav.
            """,
        en: """
            All years up to the chosen one are shown, those in other institutions of the municipality too. The year mark is \
            no mean of terms: the teacher gives it. A blank means that there is no mark with a number.
            """
    )
}

/// The pupils of a class with their mean marks, to choose from.
enum ClassRoster {
    private static let ofAll = Text(
        lv: "Visu priekšmetu vidējais vērtējums. Izvēlieties izglītojamo, lai redzētu priekšmetus.",
        en: "The mean mark of all subjects. Choose a pupil to see subjects."
    )
    private static let ofOne = Text(
        lv: "Vidējais vērtējums izvēlētajā priekšmetā.",
        en: "The mean mark in the subject chosen."
    )

    static func section(_ choice: ClassChoice, _ question: Question) throws -> ReportSection {
        let scale = try ScaleSections(question, counted: "attainment/marks").scales.first?.id ?? 0
        let timeline = try Timeline(question, [choice.selection], scale: scale, over: [.pupil])
        let periods = timeline.periods
        let mayRead = question.asker.may(.readPupils, in: choice.selection.scope, on: question.today)
        // In autumn there are pupils to choose from, and no marks yet.
        let enrolled = try RegistryLookup(tenant: question.tenant, question.connection)
            .pupils(of: choice.classGroup).map(\.id)
        let members = timeline.members.union(enrolled).filter { $0 > 0 }
        let pupils = mayRead ? question.members.sorted(.pupil, members) : []
        return ReportSection(
            "class",
            title: Text(lv: "Klases izglītojamie", en: "Pupils of the class"),
            caption: question.selection.subject == nil ? ofAll : ofOne,
            columns: [ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words)]
                + Timeline.columns(periods),
            rows: pupils.map { pupil in
                ReportRow(
                    [.member(.pupil, pupil, question.members.name(.pupil, pupil))]
                        + timeline.cells([pupil], periods),
                    persons: [PupilID(rawValue: pupil)]
                )
            }
        )
    }
}
