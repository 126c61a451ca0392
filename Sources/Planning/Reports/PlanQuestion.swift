internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What reports of programmes begin with: the programmes that the reader sees of the period, and the institutions.
struct PlanQuestion {
    let question: Question
    let plans: [Plan]
    let year: PlanYear
    /// Open institutions of the board: all of them, or the one chosen.
    let institutions: [InstitutionID]

    /// One programme, whatever its years.
    init(_ question: Question, only plan: Plan) throws {
        self.question = question
        year = PlanYear(question.selection.year, today: question.today)
        plans = [plan]
        institutions = try PlanPlaces.open(question.tenant, on: question.today, question.connection)
    }

    init(_ question: Question) throws {
        self.question = question
        year = PlanYear(question.selection.year, today: question.today)
        let reach = question.asker.reach(.seePlans, on: question.today)
        let chosen = question.selection.institution
        plans = try Plan.all(reach, question.tenant, question.connection).filter { plan in
            let owner = plan.programme.institution
            return plan.touches(question.selection.year)
                && (owner.rawValue == 0 || chosen == nil || chosen == owner)
        }
        let open = try PlanPlaces.open(question.tenant, on: question.today, question.connection)
        institutions = chosen.map { chosen in open.filter { $0 == chosen } } ?? open
    }

    /// Counters of an activity in the period; where one institution is chosen, of that institution alone.
    func counters(_ plan: Plan, _ activity: Activity) -> [Counter] {
        var plan = plan
        if let chosen = question.selection.institution {
            plan.events.removeAll { $0.institution != chosen }
        }
        return Counting(plan: plan, year: year, institutions: institutions, today: question.today)
            .counters(activity)
    }

    /// What is late in a programme today; where one institution is chosen, of its share alone.
    func late(_ plan: Plan) -> [LateItem] {
        let share = question.selection.institution.map { chosen in
            PlanShare(plan, chosen, named: question.members.name(.institution, chosen.rawValue).lv)
        }
        return LateList(plan: plan, institutions: institutions, today: question.today).items
            .filter { share?.concerns($0) ?? true }
    }

    /// For how many days the oldest of some things has been late; blank where none is.
    static func days(_ items: [LateItem], _ today: Day) -> ReportCell {
        items.map { $0.days(today) }.max().map { .number($0, decimals: 0) } ?? .blank
    }

    /// A section for each programme; of several each is named.
    func sections(
        _ code: String,
        _ title: Text,
        _ make: (Plan) throws -> ReportSection
    ) rethrows -> [ReportSection] {
        try plans.map { plan in
            var section = try make(plan)
            section.code =
                plan.programme.id == plans.first?.programme.id ? code : "\(code)-\(plan.programme.id)"
            section.title = plans.count == 1 ? title : title + Text(same: ": \(plan.programme.title)")
            section.empty = PlanWords.nothing
            return section
        }
    }

    /// The document where there is no programme of the period.
    static func empty(_ code: String, _ columns: [ReportColumn]) -> ReportDocument {
        ReportDocument([ReportSection(code, columns: columns, rows: [], empty: PlanWords.noProgramme)])
    }

    /// What calendar year the counts are of.
    var yearNote: Text {
        let (lv, en) = (Format(.lv).schoolYear(year.school), Format(.en).schoolYear(year.school))
        return Text(
            lv: """
                Pasākumi skaitīti \(year.calendar). kalendārajā gadā; tie, kuru biežums noteikts mācību gadam, – \(lv) mācību \
                gadā.
                """,
            en: """
                Events are counted in the calendar year \(year.calendar); those that are asked for in a school year, in \(en).
                """
        )
    }
}

/// Institutions of the board that take part in programmes.
enum PlanPlaces {
    /// The open institutions of the tenant in Latvian order, without those kept for comparison.
    static func open(
        _ tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> [InstitutionID] {
        try connection.rows(
            """
            SELECT id FROM institution
            WHERE tenant_id = \(tenant) AND is_reference = 0 AND \(SQL.isOpen(on: day))
            ORDER BY sort_key, id
            """,
            InstitutionID.self
        )
    }

    /// The institutions of the tenant by name, also closed ones: an older programme may name them.
    static func named(
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(id: InstitutionID, name: String)] {
        try connection.rows(
            """
            SELECT id, name FROM institution
            WHERE tenant_id = \(tenant) AND is_reference = 0
            ORDER BY sort_key, id
            """,
            InstitutionID.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }
}

/// Words that reports and pages of programmes share.
enum PlanWords {
    static let title = Text(lv: "Plānošana", en: "Planning")
    static let noProgramme = Text(
        lv:
            "Šim periodam programmas nav. Importējiet programmas tabulu vai izveidojiet programmu sadaļā „Plānošana”.",
        en: "There is no programme for this period. Import a table of one, or make one under “Planning”."
    )
    static let nothing = Text(
        lv: "Programmai šādu rindu vēl nav. Pievienojiet tās programmas lapā vai importējiet.",
        en: "The programme has no such rows yet. Add them on its page or import them."
    )
    static let number = Text(lv: "Nr.", en: "No.")
    static let activity = Text(lv: "Prevencijas aktivitāte", en: "Activity")
    static let task = Text(lv: "Darba uzdevums", en: "Task")
    static let result = Text(lv: "Sasniedzamais rezultāts", en: "Planned result")
    static let responsible = Text(lv: "Atbildīgā institūcija", en: "Responsible body")
    static let involved = Text(lv: "Iesaistītās institūcijas", en: "Bodies involved")
    static let person = Text(lv: "Atbildīgā persona", en: "Person")
    static let level = Text(lv: "Līmenis", en: "Level")
    static let goal = Text(lv: "Mērķis", en: "Goal")
    static let priority = Text(lv: "Prioritāte", en: "Priority")
    static let met = Text(lv: "Uzdevumu izpilde", en: "How it was met")
    static let comments = Text(lv: "Komentāri", en: "Comments")
    static let state = Text(lv: "Stāvoklis", en: "State")
    static let year = Text(lv: "Gads", en: "Year")
    static let term = Text(lv: "Izpildes termiņš", en: "Term")
    static let source = Text(lv: "Datu avots", en: "Source of data")
    static let from = Text(lv: "No", en: "From")
    static let to = Text(lv: "Līdz", en: "Until")
    static let money = Text(lv: "Paredzētais finansējums, EUR", en: "Planned money, EUR")
    static let daysLate = Text(lv: "Kavējuma dienas", en: "Days late")
    static let total = Text(lv: "Kopā", en: "Total")
    static let budgetLine = Text(lv: "Pasākums", en: "Line")
    static let spent = Text(lv: "Izlietots", en: "Spent")
    static let moneySource = Text(lv: "Finanšu avots", en: "Source of finance")
    static let human = Text(lv: "Cilvēkresursi", en: "Human resources")
    static let support = Text(lv: "Atbalsta resursi", en: "Support")
    static let finance = Text(lv: "Finanšu resursi", en: "Finance")
    static let duration = Text(lv: "Laika resursi", en: "Time")
    static let edit = Text(lv: "Labot", en: "Edit")
}

extension ReportCell {
    /// Words of a document in its own language; nothing where there are none.
    static func text(_ text: String) -> ReportCell { text.isEmpty ? .blank : .words(Text(same: text)) }

    /// Names of bodies, with commas between.
    static func names(_ list: String) -> ReportCell { text(Plan.names(list).joined(separator: ", ")) }

    static func optional(_ day: Day?) -> ReportCell { day.map { .day($0) } ?? .blank }

    /// Money in cents as euros; not known where there is none.
    static func money(_ cents: Int?) -> ReportCell {
        guard let cents else { return .unknown }
        let (number, decimals) = Money.scaled(cents)
        return .number(number, decimals: decimals)
    }
}
