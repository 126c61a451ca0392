internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Cases that the reader takes part in or works beside, by institution and name; nobody is ranked.
struct CasesPage: Page {
    let method = PageMethod.get
    let path = "/cases"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Atbalsta gadījumi", en: "Cases of support")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = CaseList.Asked(request)
        let list = try await desk.database.data.read { try CaseList.load(asked, desk, $0) }
        let view = CaseListView(list: list, language: request.language)
        return .page(PageContent(CasesPage.title, view.html, persons: list.lines.map(\.file.pupil)))
    }
}

/// The cases of a list.
struct CaseList: Sendable {
    /// What was asked for.
    struct Asked: Sendable {
        /// Which states: those worked on, those that are over, those without an owner, or one.
        let state: String
        let institution: Int?
        /// Only those that are the reader's own, or that they take part in.
        let isOwn: Bool

        init(_ request: PageRequest) {
            state = request.query["state"] ?? "active"
            institution = request.query["institution"].flatMap { Int($0) }
            isOwn = request.query["own"] == "1"
        }

        func has(_ file: CaseFile) -> Bool {
            switch state {
            case "all": true
            case "over": !file.state.isActive
            case "active", "ownerless": file.state.isActive
            default: Int(state) == file.state.rawValue
            }
        }
    }

    /// A case with what its reader is to it.
    struct Line: Sendable {
        let file: CaseFile
        let key: CaseKey
        let name: String
        /// Whether nobody answers for it any more.
        let isOwnerless: Bool
    }

    let asked: Asked
    let lines: [Line]
    /// The institutions with cases that the reader knows of, for the filter.
    let institutions: [(id: Int, name: Text)]
    let today: Day
    let mayOpen: Bool
    /// Whether the reader leads the work somewhere, so that cases without an owner are theirs to see to.
    let leads: Bool

    static func load(_ asked: Asked, _ desk: Desk, _ connection: Connection) throws -> CaseList {
        let gate = CaseGate(desk, connection)
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        // Each row passes the gate as its own page would.
        let known = try candidates(desk, connection).compactMap { file in
            try gate.key(to: file).map { (file, $0) }
        }
        let places = names.sorted(.institution, Set(known.map(\.0.institution.rawValue)))
        let ownerless = try CaseOwners.missing(known.map(\.0), on: desk.today, connection)
        let chosen = known.filter { file, key in
            asked.has(file) && (asked.state != "ownerless" || ownerless.contains(file.id))
                && (asked.institution.map { $0 == file.institution.rawValue } ?? true)
                && (!asked.isOwn || file.owner == key.account || key.takesPart && key.standing != .supervisor)
        }
        let byPupil = Dictionary(grouping: chosen, by: \.0.pupil.rawValue)
        let lines = places.flatMap { place in
            names.sorted(.pupil, byPupil.keys).flatMap { pupil in
                (byPupil[pupil] ?? []).filter { $0.0.institution.rawValue == place }.map {
                    Line(
                        file: $0.0,
                        key: $0.1,
                        name: names.name(.pupil, pupil).lv,
                        isOwnerless: ownerless.contains($0.0.id)
                    )
                }
            }
        }
        return CaseList(
            asked: asked,
            lines: lines,
            institutions: places.map { ($0, names.name(.institution, $0)) },
            today: desk.today,
            mayOpen: !desk.asker.reach(.workCases, on: desk.today).isEmpty,
            leads: !desk.asker.reach(.superviseCases, on: desk.today).isEmpty
        )
    }

    /// Cases within the reader's reach, and those they were invited to.
    static func candidates(_ desk: Desk, _ connection: Connection) throws -> [CaseFile] {
        let (tenant, today) = (desk.tenant, desk.today)
        var reach = desk.asker.reach(.workCases, on: today)
        let wider = desk.asker.reach(.superviseCases, on: today)
        if wider.everything { reach.add(.tenant) }
        for institution in wider.institutions { reach.add(Scope(institution: institution)) }
        let within: SQL =
            reach.everything
            ? "1 = 1"
            : """
            (c.institution_id IN (\(list: reach.institutions.sorted())) OR c.pupil_id IN (
                SELECT e.pupil_id FROM enrolment e WHERE e.tenant_id = \(tenant)
                    AND e.class_id IN (\(list: reach.classes.sorted()))
                    AND e.from_day <= \(today) AND (e.to_day = 0 OR e.to_day >= \(today))))
            """
        return try connection.rows(
            """
            SELECT \(CaseFile.columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND \(CaseFile.kept) AND (\(within) OR c.id IN (
                SELECT m.case_id FROM case_member m
                WHERE m.tenant_id = \(tenant) AND m.account_id = \(desk.asker.account) AND m.ends_on >= \(today)))
            ORDER BY c.id DESC
            """
        )
    }
}

/// The page of the list.
struct CaseListView {
    let list: CaseList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        var actions: [HTML] = []
        if list.mayOpen {
            actions.append(ButtonLink(text("Konsultācijas", "Consultations"), "/consultations", .second).html)
        }
        actions.append(
            ButtonLink(text("Vai izglītojamajam ir gadījums?", "Has a pupil a case?"), "/cases/find", .second)
                .html
        )
        let head = PageHead(
            CasesPage.title[language],
            lede: text(
                "Gadījumi, kuros piedalāties, un tie, kuri ir jūsu izglītojamajiem. Neviens netiek sarindots.",
                "Cases that you take part in, and those of pupils you work with. Nobody is ranked."
            ),
            actions: actions
        )
        return "\(head)\(TeamTabs.html("/cases", language))\(bar)\(table)\(over)"
    }

    /// The way to cases that are over, where only those worked on are shown.
    private var over: HTML? {
        guard list.asked.state == "active" else { return nil }
        let way = Address("/cases").adding("state", "all")
        return
            "<p class=\"screen-only\">\(Link(text("Rādīt arī noslēgušos", "Show those that are over too"), way))</p>"
    }

    private var bar: FilterBar {
        let ownerless =
            list.leads ? [Option("ownerless", text("Bez īpašnieka", "Without an owner"))] : []
        let states =
            [
                Option("active", text("Aktuālie", "Worked on")), Option("over", text("Noslēgušies", "Over")),
                Option("all", text("Visi", "All")),
            ] + ownerless + CaseState.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        var choices = [
            FilterBar.Choice("state", text("Stāvoklis", "State"), states, chosen: list.asked.state),
            FilterBar.Choice(
                "own",
                text("Kuri", "Which"),
                [
                    Option("0", text("Visi zināmie", "All I know of")),
                    Option("1", text("Kuros piedalos", "Mine")),
                ],
                chosen: list.asked.isOwn ? "1" : "0"
            ),
        ]
        if list.institutions.count > 1 {
            let places = list.institutions.map { Option(String($0.id), $0.name[language]) }
            choices.append(
                FilterBar.Choice(
                    "institution",
                    text("Iestāde", "Institution"),
                    [Option("", text("Visas", "All"))] + places,
                    chosen: list.asked.institution.map { String($0) } ?? ""
                )
            )
        }
        return FilterBar(language, action: "/cases", choices: choices, clear: "/cases")
    }

    private var table: HTML {
        let names = Dictionary(list.institutions.map { ($0.id, $0.name) }) { first, _ in first }
        let groups = Dictionary(grouping: list.lines, by: \.file.institution.rawValue)
        var table = DataTable(
            id: "cases",
            language,
            caption: CasesPage.title[language],
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State")),
                DataTable.Column(text("Īpašnieks", "Owner")),
                DataTable.Column(text("Pārskatīt", "Review"), .number),
                DataTable.Column(text("Jūsu loma", "You"), isOptional: true),
            ],
            groups: list.institutions.compactMap { place in
                groups[place.id].map { DataTable.Group(names[place.id]?[language] ?? "", $0.map { row($0) }) }
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Tādu gadījumu nav", "There are no such cases"),
            advice: list.mayOpen
                ? text(
                    "Gadījumu atver no izglītojamā riska pazīmju lapas. Izvēlieties citu stāvokli, lai redzētu pārējos.",
                    "A case is opened from the page of a pupil's signs of risk. Choose another state to see the others."
                )
                : text(
                    "Šeit parādīsies gadījumi, kuros jūs uzaicinās.",
                    "Cases that you are invited to will appear here."
                )
        )
        return table.html
    }

    private func row(_ line: CaseList.Line) -> DataTable.Row {
        let format = Format(language)
        let part = line.key.takesPart
        let review = part ? line.file.review : nil
        return DataTable.Row(
            [
                .words(line.name),
                part ? .words(line.file.state.words[language]) : .words(""),
                line.isOwnerless
                    ? .words(Text.noOwner[language], note: line.file.ownerName, needsAttention: true)
                    : .words(line.file.ownerName),
                .words(
                    review.map { format.day($0) } ?? "",
                    needsAttention: review.map { $0 < list.today } ?? false
                ),
                .words(standing(line.key.standing)),
            ],
            address: Address("/cases/\(String(line.file.id))")
        )
    }

    private func standing(_ standing: CaseStanding) -> String {
        switch standing {
        case .knows: text("nepiedalāties", "not taking part")
        case .invited: text("uzaicināts", "invited")
        case .member: text("piedalāties", "taking part")
        case .owner: text("īpašnieks", "owner")
        case .supervisor: text("pārraugs", "supervisor")
        }
    }
}
