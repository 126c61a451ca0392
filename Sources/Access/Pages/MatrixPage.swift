internal import Frame
internal import Kernel
internal import Pages

/// Who may what where: a table for each role, made from the grants that decide, to be read and printed.
struct MatrixPage: Page {
    let method = PageMethod.get
    let path = "/permissions"
    let permission = Permission.ownAccount
    // Nothing of the tenant is in it, so everybody who is signed in may read who may what.
    let scope = PageScope.own

    static let title = Text(lv: "Kas ko drīkst", en: "Who may what")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let matrix = PermissionMatrix(desk.house)
        let lede = Text(
            lv:
                "Loma piešķir tiesības tikai savā vietā un laikā. Tabula veidota no tiem pašiem noteikumiem, pēc "
                + "kuriem sistēma lemj.",
            en:
                "A role gives permissions in its own place and time only. The table is made from the rules that "
                + "the system decides by."
        )
        let sections = Role.all.map { role in
            section(role, matrix.lines.filter { $0.role.name == role.name }, matrix.permissions, language)
        }
        let roles: [HTML] = Role.all.map { role in
            "<li>\(Link(role.words[language], Address("#" + role.name)))</li>"
        }
        let actions = more(desk.house, language)
        let body: HTML = """
            \(PageHead(MatrixPage.title[language], lede: lede[language], actions: actions))\
            <ul class="index tight wide screen-only">\(roles)</ul>\(sections)
            """
        return .page(PageContent(MatrixPage.title, body))
    }

    /// The parts of the matrix that are made elsewhere, where the house has them: doors, cases by their states.
    private func more(_ house: HouseBook, _ language: Language) -> [HTML] {
        var links: [HTML] = []
        if !house.commands.isEmpty {
            let words = Text(lv: "Lapas un komandas", en: "Pages and commands")
            links.append(ButtonLink(words[language], "/permissions/doors", .second).html)
        }
        if house.rooms.contains(where: { $0.pages.contains { $0.path == "/permissions/cases" } }) {
            let words = Text(lv: "Atbalsta gadījumi", en: "Cases of support")
            links.append(ButtonLink(words[language], "/permissions/cases", .second).html)
        }
        return links
    }

    private func section(
        _ role: Role,
        _ lines: [PermissionMatrix.Line],
        _ permissions: [Permission],
        _ language: Language
    ) -> HTML {
        let groups = lines.map { line in
            DataTable.Group(
                lines.count > 1 ? line.level.words[language] : nil,
                permissions.compactMap { row($0, line, language) }
            )
        }
        var table = DataTable(
            id: "role-\(role.name)",
            language,
            caption: role.words[language],
            columns: [
                DataTable.Column(Text(lv: "Drīkst", en: "May")[language], width: .broad),
                DataTable.Column(PageWords.place[language], width: .broad),
            ],
            groups: groups
        )
        table.hidesCaption = true
        table.notes = notes(role, language)
        let purpose: HTML = "<p>\(role.purpose, language)</p>"
        return Section(role.words[language], id: role.name, purpose + table.html).html
    }

    private func row(
        _ permission: Permission,
        _ line: PermissionMatrix.Line,
        _ language: Language
    ) -> DataTable.Row? {
        let held = line.allowed[permission.name] ?? []
        guard !held.isEmpty else { return nil }
        let places = widest(held).map { $0.words[language] }
        return DataTable.Row([.words(permission.words[language]), .words(places.joined(separator: "; "))])
    }

    /// The widest places alone: who holds a permission in the institution holds it in its classes.
    private func widest(_ held: Set<Situation>) -> [Situation] {
        let classes: Set<Situation> = [.ownClass, .ownPupil, .otherPupil]
        let institution = classes.union([.ownInstitution, .otherClass])
        let everything = Set(Situation.allCases).subtracting([.own, .others])
        if held.isSuperset(of: everything) { return [.tenant] }
        for (place, parts) in [(Situation.ownInstitution, institution), (.ownClass, classes)]
        where held.isSuperset(of: parts) {
            let rest = held.subtracting(parts).union([place])
            return Situation.allCases.filter(rest.contains)
        }
        return Situation.allCases.filter(held.contains)
    }

    private func notes(_ role: Role, _ language: Language) -> [String] {
        var notes: [Text] = []
        if role.needsSecondFactor {
            notes.append(Text(lv: "Vajadzīgs otrais faktors.", en: "A second factor is needed."))
        }
        if role.needsEnd {
            notes.append(Text(lv: "Vienmēr ar pēdējo dienu.", en: "Always with a last day."))
        }
        let idle = Noun(lv: "minūtes", "minūtēm", en: "minute", "minutes").counted(role.idleMinutes)
        notes.append(
            Text(
                lv: "Sesija beidzas pēc \(idle.lv) bez darbības.",
                en: "A session ends after \(idle.en) without a request."
            )
        )
        return notes.map { $0[language] }
    }
}
