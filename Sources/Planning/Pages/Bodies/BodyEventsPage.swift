internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What programmes ask of the body that somebody works for, and the events that it held.
struct BodyEventsPage: Page {
    let method = PageMethod.get
    let path = BodyEventsPage.address
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    static let address = "/planning/body"
    static let title = Text(lv: "Savas institūcijas pasākumi", en: "Events of my body")
    static let crumb = PageContent.Crumb(title, address)

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let own = try await BodyPlans.load(desk)
        return .page(BodyEventsView(own: own, desk: desk, language: request.language).content)
    }
}

/// The parts of the page of a body's events.
struct BodyEventsView {
    let own: BodyPlans
    let desk: Desk
    let language: Language

    private var format: Format { Format(language) }

    var content: PageContent {
        let button =
            own.plans.contains { !$0.activities.isEmpty }
            ? ButtonLink(
                Text(lv: "Reģistrēt pasākumu", en: "Register an event")[language],
                "/planning/body/new"
            ).html : nil
        let head = PageHead(
            BodyEventsPage.title[language],
            lede: own.bodies.isEmpty ? nil : own.bodies.map { $0.words[language] }.joined(separator: ", "),
            actions: [button].compactMap { $0 }
        )
        let body: HTML = own.bodies.isEmpty ? unnamed : "\(rule)\(activities)\(events)"
        return PageContent(BodyEventsPage.title, "\(head)\(body)")
    }

    /// What stands instead of all, where the role was given before the body was asked.
    private var unnamed: HTML {
        EmptyState(
            Text(
                lv: "Nav norādīts, kurā institūcijā strādājat",
                en: "It is not said which body you work for"
            )[
                language
            ],
            advice: Text(
                lv: "Lūdziet pārvaldes administratoram to norādīt jūsu lomai.",
                en: "Ask the board's administrator to name it in your role."
            )[language]
        ).html
    }

    /// By what an activity is among these.
    private var rule: HTML {
        let known = own.bodies.filter(BodyNames.knows)
        let names = known.map { "„\($0.words.lv)”" }.joined(separator: ", ")
        let words = known.map { "“\($0.words.en)”" }.joined(separator: ", ")
        let named = Text(
            lv: """
                Programmas institūcijas nosauc vārdiem, un Sekme tās pazīst pēc nosaukuma. Šeit ir pašvaldības \
                apstiprināto programmu aktivitātes, kurās pie atbildīgajām vai iesaistītajām institūcijām ir \(names). Ja \
                kādas trūkst, lūdziet programmas koordinatoram labot nosaukumu aktivitātē.
                """,
            en: """
                Programmes name bodies in words, and Sekme knows them by name. Here are the activities of approved programmes \
                of the municipality that have \(words) among the bodies responsible or involved. Where one is missing, ask the \
                programme's coordinator to mend the name in the activity.
                """
        )
        let unknown = Text(
            lv:
                "Citas institūcijas pēc nosaukuma nepazīst; to pasākumus reģistrē PMP prevencijas koordinators.",
            en: "Another body is not known by a name; the programme's coordinator registers its events."
        )
        let first: HTML? = known.isEmpty ? nil : "<p class=\"quiet\">\(named, language)</p>"
        let second: HTML? =
            known.count < own.bodies.count ? "<p class=\"quiet\">\(unknown, language)</p>" : nil
        return "\(first)\(second)"
    }

    private var activities: HTML {
        let title = Text(lv: "Aktivitātes, kas nosauc institūciju", en: "Activities that name the body")
        var table = DataTable(
            id: "activities",
            language,
            caption: title[language],
            columns: [
                DataTable.Column(PlanWords.activity[language], width: .broad),
                DataTable.Column(Text(lv: "Cik bieži", en: "How often")[language], width: .roomy),
                DataTable.Column(
                    Text(lv: "Institūcija rīkojusi periodā", en: "Held in the period")[language],
                    .number
                ),
                DataTable.Column(Text(lv: "Pavisam", en: "In all")[language], .number),
            ],
            rows: own.plans.flatMap { plan in plan.activities.map { row($0, plan) } }
        )
        table.hidesCaption = true
        table.notes = [
            Text(
                lv:
                    "Periods ir tas, kurā programma pasākumus skaita: mācību gads, kalendārais gads vai visa programma.",
                en:
                    "The period is that in which the programme counts: a school year, a calendar year, or the programme."
            )[language]
        ]
        table.empty = EmptyState(
            Text(lv: "Neviena aktivitāte institūciju nenosauc", en: "No activity names the body")[language],
            advice: Text(
                lv: "Institūcijas pasākumus reģistrē PMP prevencijas koordinators.",
                en: "The programme's coordinator registers its events."
            )[language]
        )
        return Section(title[language], table.html).html
    }

    private func row(_ activity: Activity, _ plan: Plan) -> DataTable.Row {
        let year = PlanYear(SchoolYear(containing: desk.today), today: desk.today)
        // Of institutions nothing is counted here, so that none are read.
        let counting = Counting(plan: plan, year: year, institutions: [], today: desk.today)
        let counters = counting.counters(activity)
        let often = plan.recurrences(of: activity).map { $0.words(language) }
        let all = plan.events.count { $0.activity == activity.id }
        return DataTable.Row(
            [
                .words("\(activity.number) \(activity.name)", note: plan.programme.title),
                .words(often.joined(separator: "; ")),
                counters.isEmpty
                    ? .notApplicable : .words(format.integer(counters.reduce(0) { $0 + $1.done })),
                .words(format.integer(all)),
            ],
            address: Address("/planning/body/new?activity=\(activity.id)")
        )
    }

    private var events: HTML {
        let title = Text(lv: "Reģistrētie pasākumi", en: "Registered events")
        var table = DataTable(
            id: "events",
            language,
            caption: title[language],
            columns: [
                DataTable.Column(Text(lv: "Datums", en: "Day")[language], width: .narrow),
                DataTable.Column(PlanWords.activity[language], width: .broad),
                DataTable.Column(Text(lv: "Institūcija", en: "Body")[language]),
                DataTable.Column(Text(lv: "Dalībnieki", en: "Participants")[language], .number),
            ],
            rows: own.held.map { held in
                let name = held.event.name
                return DataTable.Row(
                    [
                        .words(format.day(held.event.day)),
                        .words(
                            "\(held.activity.number) \(held.activity.name)",
                            note: name.isEmpty ? nil : name
                        ),
                        .words(held.event.body?.words[language] ?? ""),
                        held.event.participants.map { DataTable.Cell.words(format.integer($0)) } ?? .noData,
                    ],
                    address: Address("/planning/body/\(held.event.id)")
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Pasākumu vēl nav", en: "There are no events yet")[language],
            advice: Text(lv: "Reģistrējiet pirmo.", en: "Register the first one.")[language]
        )
        return Section(title[language], table.html).html
    }
}
