internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Where the judgements of a draft's year are not those that the indicators propose, for whoever writes the report.
///
/// It stands beside the draft and not in it: the report says what people judged.
struct AnnualHints: Sendable {
    struct Row: Sendable {
        let activity: Activity
        let state: OutcomeState
        let hint: OutcomeHint
    }

    let year: Int
    let rows: [Row]

    /// The hints of a draft for those who may edit it; nil of any other report.
    static func load(_ found: AnnualDesk.Found, _ desk: Desk) async throws -> AnnualHints? {
        let (plan, year) = (found.plan, found.report.year)
        guard found.report.state == .draft, PlanEditor(desk).mayEdit(plan), !plan.indicators.isEmpty else {
            return nil
        }
        let hints = try await desk.database.data.read { connection in
            try OutcomeHint.all(plan.goals, of: plan, year: year, desk, connection)
        }
        let rows = plan.activities.filter { $0.years.isEmpty || $0.years.contains(year) }
            .compactMap { activity -> Row? in
                let state = plan.outcome(of: activity, year)?.state ?? .unknown
                guard let hint = hints[activity.goal], hint.state != nil, hint.state != state else {
                    return nil
                }
                return Row(activity: activity, state: state, hint: hint)
            }
        return rows.isEmpty ? nil : AnnualHints(year: year, rows: rows)
    }

    func html(_ language: Language) -> HTML {
        let lines = rows.map { row -> HTML in
            let address = Address(Outcome.page(row.activity.id, year))
            let link = Link("\(row.activity.number) \(row.activity.name)", address)
            let brief = row.hint.brief?[language] ?? ""
            return "<li>\(link): \(row.state.words, language); \(brief)</li>"
        }
        let title = Text(
            lv: "Novērtējumi, kas atšķiras no rādītājiem",
            en: "Judgements that differ from the indicators"
        )
        let words = Text(
            lv: "Sistēma tikai iesaka; pārskatā ir cilvēka novērtējums. Aktivitātes saite ved pie skaitļiem.",
            en: "The system only proposes; the report has what people judged. Each link leads to the numbers."
        )
        let section = Section(title[language], "<p class=\"quiet\">\(words, language)</p><ul>\(lines)</ul>")
        return "<div class=\"screen-only\">\(section)</div>"
    }
}
