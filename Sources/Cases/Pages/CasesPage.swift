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
        /// The pupil's class, for those who work with the pupil; nil for others.
        let classGroup: Text?
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
        let classes = try chosen.reduce(into: [Int: ClassID]()) { classes, known in
            classes[known.0.id] = try known.0.knownClass(for: desk, connection)
        }
        _ = names.sorted(.classGroup, Set(classes.values.map(\.rawValue)))
        let lines = places.flatMap { place in
            names.sorted(.pupil, byPupil.keys).flatMap { pupil in
                (byPupil[pupil] ?? []).filter { $0.0.institution.rawValue == place }.map {
                    Line(
                        file: $0.0,
                        key: $0.1,
                        name: names.name(.pupil, pupil).lv,
                        classGroup: classes[$0.0.id].map { names.name(.classGroup, $0.rawValue) },
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
