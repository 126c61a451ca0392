internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What is late in programmes today: tasks, events, baselines, values, outcomes, steps of the year.
enum LateReport: Report {
    static let name = "late"
    static let title = Text(lv: "Nokavētie plānu darbi", en: "What is late in plans")
    static let purpose = Text(
        lv: "Kas programmās bija jāizdara līdz šodienai un nav izdarīts, un kas par to atbild?",
        en: "What should have been done in programmes by today and is not, and who answers for it?"
    )
    static let permission = Permission.seePlans
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let asked = try PlanQuestion(question)
        let items = asked.plans.flatMap { plan -> [(Plan, LateItem)] in
            asked.late(plan).map { (plan, $0) }
        }
        .enumerated().sorted { left, right in
            (left.element.1.due, left.offset) < (right.element.1.due, right.offset)
        }
        .map(\.element)
        return ReportDocument(
            finding: finding(items.map(\.1), question.today),
            notes: [
                Text(
                    lv: "Nokavētos darbus skaita tikai apstiprinātās programmās.",
                    en: "Only programmes that were approved can be late."
                )
            ],
            [
                ReportSection(
                    "late",
                    columns: columns,
                    rows: rows(items, question),
                    empty: Text(
                        lv: "Nekas nekavējas: visi termiņi ir ievēroti.",
                        en: "Nothing is late: all terms are kept."
                    )
                )
            ]
        )
    }

    /// A row for each thing that is late.
    static func rows(_ items: [(Plan, LateItem)], _ question: Question) -> [ReportRow] {
        items.map { plan, item in
            let behind = Behind.words(item.behind, of: item.asked) { institution in
                question.members.name(.institution, institution.rawValue)
            }
            return ReportRow([
                .text(plan.programme.title), .words(item.kind.words), .text(item.number), .words(item.name),
                .day(item.due), .number(item.days(question.today), decimals: 0), .names(item.who),
                behind.map { .words($0) } ?? .blank, .text(item.person),
            ])
        }
    }

    static let columns = [
        ReportColumn("programme", Text(lv: "Programma", en: "Programme"), .words, optional: true),
        ReportColumn("kind", Text(lv: "Kas kavējas", en: "What is late"), .words),
        ReportColumn("number", PlanWords.number, .words),
        ReportColumn("name", Text(lv: "Nosaukums", en: "Name"), .words),
        ReportColumn("due", Text(lv: "Termiņš", en: "Due"), .day),
        ReportColumn("days", PlanWords.daysLate).made(PlanMaking.late),
        ReportColumn("responsible", PlanWords.responsible, .words),
        ReportColumn("behind", Text(lv: "Iestādes, kas kavējas", en: "Institutions that are late"), .words),
        ReportColumn("person", PlanWords.person, .words, optional: true),
    ]

    private static func finding(_ items: [LateItem], _ today: Day) -> Text? {
        guard let longest = items.map({ $0.days(today) }).max() else { return nil }
        let days = Noun(lv: "dienu", "dienas", en: "day", "days").counted(longest)
        let count = Noun(lv: "darbs", "darbi", en: "item", "items").counted(items.count)
        return Text(
            lv: "Kavējas \(count.lv); visilgāk – \(days.lv).",
            en: "\(count.en) late, the longest by \(days.en)."
        )
    }
}

extension LateItem.Kind {
    var words: Text {
        switch self {
        case .task: Text(lv: "uzdevums", en: "task")
        case .events: Text(lv: "pasākumi", en: "events")
        case .baseline: Text(lv: "bāzes vērtība", en: "baseline")
        case .value: Text(lv: "rādītāja vērtība", en: "value of an indicator")
        case .outcome: Text(lv: "aktivitātes rezultāts", en: "outcome of an activity")
        case .step: Text(lv: "gada solis", en: "step of the year")
        }
    }
}
