internal import Evidence
package import Frame
package import Kernel
internal import Registry

/// The index of compulsory central examinations by the rule of the year, and what the other rule would make.
package enum ExamIndex: Report {
    package static let name = "exam-index"
    package static let standsStill = true
    package static let title = Text(
        lv: "Obligāto centralizēto eksāmenu indekss",
        en: "Index of compulsory central examinations"
    )
    package static let purpose = Text(
        lv:
            "Vai vidusskolu obligāto eksāmenu indekss sasniedz slieksni, un kāds tas būtu pēc cita noteikuma?",
        en:
            "Does the index of compulsory examinations reach the threshold, and what would another rule make of it?"
    )
    package static let filters: [ReportFilter] = [.year, .institution, .institutions, .years]

    /// The day whose rule is a year's: examinations end in June, before rules change in August.
    static func day(of year: SchoolYear) -> Day { Month(year.start + 1, 6).last }

    package static func answer(_ question: Question) throws -> ReportDocument {
        let day = day(of: question.selection.year)
        let rules = try Regulations.load(question.tenant, question.connection)
        guard let rule: ExamIndexRule = try rules.parameters(on: day),
            let regulation = rules.named(ExamIndexRule.regulation, on: day)
        else { return ReportDocument(notes: [], [ReportSection(columns: [], rows: [], empty: noRule)]) }
        let table = try IndexTable(question, rule, threshold: rule.threshold(on: day))
        let beside = try IndexBeside(question, rule)
        return ReportDocument(
            finding: table.finding,
            notes: [regulation.words, note, conversion(rule), beside.definition].compactMap { $0 },
            [table.section, table.sensitivity] + beside.sections
        )
    }

    private static let noRule = Text(
        lv: "Šajā mācību gadā indeksa noteikuma nebija. Izvēlieties gadu no 2020./2021.",
        en: "There was no rule of the index in this school year. Choose a year from 2020/2021."
    )

    private static let note = Text(
        lv: """
            Katra eksāmena vidējais rezultāts rēķināts no 12. klases izglītojamajiem, visiem līmeņiem kopā: kā noteikumi \
            ieskaita līmeņus, nav publicēts. Indekss ir daļējs, ja trūkst no eksāmena atbrīvoto gada vērtējumu vai kāda \
            no trim eksāmeniem.
            """,
        en: """
            The mean of each examination is over pupils of grade 12, all levels together: how the rules weigh levels is \
            not published. An index is partial where annual marks of exempt pupils, or one of the three examinations, are \
            missing.
            """
    )

    private static func conversion(_ rule: ExamIndexRule) -> Text {
        if rule.exempt == .leftOut {
            return Text(lv: "Atbrīvotie netiek ieskaitīti.", en: "Exempt pupils are left out.")
        }
        guard let percent = rule.percentPerPoint else {
            return Text(
                lv:
                    "Nav noteikts, cik procentiem atbilst viena atbrīvotā izglītojamā gada vērtējuma balle; to ieraksta prasībā.",
                en:
                    "It is not set how many per cent a point of an exempt pupil's mark is; the rule has a field for it."
            )
        }
        return Text(
            lv: """
                Atbrīvoto gada vērtējuma balle ieskaitīta kā \(percent)\u{a0}%: pieņēmums, ko maina prasībā, jo oficiāls pārrēķins \
                nav publicēts. Tos redz un ieskaita tikai tiem, kuri drīkst skatīt izglītojamo datus.
                """,
            en: """
                A point of an exempt pupil's annual mark counts as \(percent)%: an assumption that the rule lets you \
                change, as no official conversion is published. They count for those only who may see pupils' data.
                """
        )
    }
}
