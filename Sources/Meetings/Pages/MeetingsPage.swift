internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// The meetings that the reader leads or is asked to.
struct MeetingsPage: Page {
    let method = PageMethod.get
    let path = "/meetings"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Sanāksmes", en: "Meetings")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = MeetingList.Asked(request, desk.today)
        let list = try await desk.database.data.read { try MeetingList.load(asked, desk, $0) }
        return .page(
            PageContent(MeetingsPage.title, MeetingListView(list: list, language: request.language).html)
        )
    }
}

/// The meetings of a list.
struct MeetingList: Sendable {
    /// What was asked for.
    struct Asked: Sendable {
        let year: SchoolYear
        let kind: MeetingKind?
        let institution: Int?

        init(_ request: PageRequest, _ today: Day) {
            year = request.query["year"].flatMap { SchoolYear($0) } ?? SchoolYear(containing: today)
            kind = request.query["kind"].flatMap { Int($0) }.flatMap { MeetingKind(rawValue: $0) }
            institution = request.query["institution"].flatMap { Int($0) }
        }
    }

    /// A meeting with how many pupils are on its agenda.
    struct Line: Sendable {
        let meeting: Meeting
        let place: Text
        let items: Int
    }

    let asked: Asked
    let lines: [Line]
    let institutions: [(id: Int, name: Text)]
    let mayPlan: Bool
    /// Whether the team of the reader's institution has no meeting planned for the next two weeks.
    let lacksNext: Bool
    let today: Day

    static func load(_ asked: Asked, _ desk: Desk, _ connection: Connection) throws -> MeetingList {
        let gate = MeetingGate(desk, connection)
        let names = RegistryNames(tenant: desk.tenant, year: asked.year, connection)
        let known = try Meeting.all(
            where: """
                m.day >= \(asked.year.first) AND m.day <= \(asked.year.last)
                    AND \(MeetingGate.condition(desk))
                """,
            desk.tenant,
            connection
        )
        .filter { try gate.key(to: $0) != nil }
        let counts = try connection.rows(
            """
            SELECT i.meeting_id, count(*) FROM meeting_item i
            WHERE i.tenant_id = \(desk.tenant) AND i.is_off = 0 GROUP BY i.meeting_id ORDER BY i.meeting_id
            """,
            Int.self,
            Int.self
        )
        let items = Dictionary(counts.map { ($0.0, $0.1) }) { first, _ in first }
        let lines = known.filter {
            (asked.kind == nil || $0.kind == asked.kind)
                && (asked.institution == nil || $0.institution.rawValue == asked.institution)
        }
        let places = Set(known.map(\.institution.rawValue))
        return MeetingList(
            asked: asked,
            lines: lines.map {
                Line(
                    meeting: $0,
                    place: MeetingContent.place($0.institution, names),
                    items: items[$0.id] ?? 0
                )
            },
            institutions: (places.contains(0) ? [0] : []).map {
                ($0, MeetingContent.place(InstitutionID(rawValue: $0), names))
            }
                + names.sorted(.institution, places.subtracting([0])).map {
                    ($0, names.name(.institution, $0))
                },
            mayPlan: try !MeetingPlaces.open(desk, connection).isEmpty,
            lacksNext: try lacksNext(desk, connection),
            today: desk.today
        )
    }
}

extension MeetingList {
    /// A support team meets twice a month; whoever works for one institution is told when nothing is planned.
    private static func lacksNext(_ desk: Desk, _ connection: Connection) throws -> Bool {
        let reach = desk.asker.reach(.workCases, on: desk.today)
        guard !reach.everything, reach.institutions.count == 1, let own = reach.institutions.first else {
            return false
        }
        let planned = try Meeting.all(
            where: """
                m.kind = \(MeetingKind.team) AND m.institution_id = \(own) AND m.state = \(MeetingState.planned)
                    AND m.day >= \(desk.today) AND m.day <= \(desk.today + 14)
                """,
            desk.tenant,
            connection
        )
        return planned.isEmpty
    }
}

/// The page of the list.
struct MeetingListView {
    let list: MeetingList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        var actions: [HTML] = []
        if list.mayPlan {
            actions.append(ButtonLink(text("Plānot sanāksmi", "Plan a meeting"), "/meetings/new").html)
        }
        let head = PageHead(
            BoardPage.title[language],
            lede: text(
                "Atbalsta komandas un starpinstitūciju sanāksmes, kuras vadāt vai kurās piedalāties.",
                "Meetings of the support team and of several institutions that you lead or are asked to."
            ),
            actions: actions
        )
        let due: HTML? =
            list.lacksNext && !list.lines.isEmpty
            ? Notice(
                .attention,
                language,
                text(
                    "Nākamajām divām nedēļām atbalsta komandas sanāksme nav ieplānota.",
                    "No meeting of the support team is planned for the next two weeks."
                ),
                link: Link(text("Plānot", "Plan"), "/meetings/new")
            ).html : nil
        return "\(head)\(TeamTabs.html("/meetings", language))\(due)\(bar)\(table)"
    }

    private var bar: FilterBar {
        let now = SchoolYear(containing: list.today)
        let years = Set([now.next, now, now.previous, now.previous.previous, list.asked.year]).sorted(by: >)
        var choices = [
            FilterBar.Choice(
                "year",
                text("Mācību gads", "School year"),
                years.map { Option($0.description, Format(language).schoolYear($0)) },
                chosen: list.asked.year.description
            ),
            FilterBar.Choice(
                "kind",
                text("Veids", "Kind"),
                [Option("", text("Visas", "All"))]
                    + MeetingKind.allCases.map { Option(String($0.rawValue), $0.words.capitalised[language]) },
                chosen: list.asked.kind.map { String($0.rawValue) } ?? ""
            ),
        ]
        if list.institutions.count > 1 {
            choices.append(
                FilterBar.Choice(
                    "institution",
                    text("Kas rīko", "Held by"),
                    [Option("", text("Visi", "All"))]
                        + list.institutions.map { Option(String($0.id), $0.name.capitalised[language]) },
                    chosen: list.asked.institution.map { String($0) } ?? ""
                )
            )
        }
        return FilterBar(language, action: "/meetings", choices: choices, clear: "/meetings")
    }

    private var table: HTML {
        let format = Format(language)
        var table = DataTable(
            id: "meetings",
            language,
            caption: MeetingsPage.title[language],
            columns: [
                DataTable.Column(text("Diena", "Day")),
                DataTable.Column(text("Sanāksme", "Meeting"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State")),
                DataTable.Column(text("Izglītojamie", "Pupils"), .number),
                DataTable.Column(text("Vada", "Led by"), isOptional: true),
            ],
            rows: list.lines.map { line in
                let meeting = line.meeting
                let isLate = meeting.state == .planned && meeting.day < list.today
                let time = meeting.time(language).map { ", \($0)" } ?? ""
                return DataTable.Row(
                    [
                        .words(format.day(meeting.day) + time),
                        .words(meeting.kind.words.capitalised[language], note: line.place[language]),
                        .words(
                            isLate
                                ? text("jāatzīmē, vai notika", "say whether it was held")
                                : meeting.state.words[language],
                            needsAttention: isLate
                        ),
                        .words(format.integer(line.items)), .words(meeting.leaderName),
                    ],
                    address: Address("/meetings/\(String(meeting.id))")
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Sanāksmju nav", "There are no meetings"),
            advice: list.mayPlan
                ? text(
                    "Ieplānojiet atbalsta komandas sanāksmi: parasti divas reizes mēnesī.",
                    "Plan a meeting of the support team: usually twice a month."
                )
                : text(
                    "Šeit parādīsies sanāksmes, kurās jūs aicinās.",
                    "Meetings that you are asked to will appear here."
                ),
            link: list.mayPlan ? Link(text("Plānot sanāksmi", "Plan a meeting"), "/meetings/new") : nil
        )
        return table.html
    }
}

/// Who may hold meetings, out of what the reader leads.
enum MeetingPlaces {
    /// Institutions by name, the board first where the reader works for all of it.
    static func open(_ desk: Desk, _ connection: Connection) throws -> [(id: Int, name: Text)] {
        let reach = desk.asker.reach(.workCases, on: desk.today)
        guard reach.everything || !reach.institutions.isEmpty, desk.asker.viewing == nil else { return [] }
        let all = try RegistryLookup(tenant: desk.tenant, connection).institutions(reach)
            .filter { reach.everything || reach.institutions.contains(InstitutionID(rawValue: $0.id)) }
            .map { (id: $0.id, name: Text(same: $0.name)) }
        let board = (id: 0, name: Text(lv: "pašvaldība", en: "the municipality"))
        return (reach.everything ? [board] : []) + all
    }
}
