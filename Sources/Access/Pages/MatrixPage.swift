internal import Frame
internal import Kernel
internal import Pages

/// Who may what where: permissions by roles in one table, and what each role may with its notes, made from the grants
/// that decide, to be read and printed.
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
        if let role = Role.named(request.query["role"] ?? "") {
            return .page(one(role, matrix, language))
        }
        let lede = Text(
            lv:
                "Loma piešķir tiesības tikai savā vietā un laikā. Tabula veidota no tiem pašiem noteikumiem, pēc "
                + "kuriem sistēma lemj.",
            en:
                "A role gives permissions in its own place and time only. The table is made from the rules that "
                + "the system decides by."
        )
        let roles: [HTML] = Role.all.map { role in
            "<li>\(Link(role.words[language], Address("/permissions").adding("role", role.name)))</li>"
        }
        let actions = more(desk.house, language)
        let table = MatrixTable(matrix: matrix, language: language)
        let title = Text(lv: "Lomas pa vienai", en: "Roles one by one")
        let list: HTML = "<ul class=\"index tight wide\">\(roles)</ul>"
        let body: HTML = """
            \(PageHead(MatrixPage.title[language], lede: lede[language], actions: actions))\(table.html)\
            \(Section(title[language], list))
            """
        return .page(PageContent(MatrixPage.title, body))
    }

    /// What one role may, in words.
    private func one(_ role: Role, _ matrix: PermissionMatrix, _ language: Language) -> PageContent {
        let lines = matrix.lines.filter { $0.role.name == role.name }
        let head = PageHead(role.words[language], lede: role.purpose[language])
        return PageContent(
            role.words,
            "\(head)\(table(role, lines, matrix.permissions, language))",
            crumbs: [PageContent.Crumb(MatrixPage.title, "/permissions")]
        )
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

    private func table(
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
        return table.html
    }

    private func row(
        _ permission: Permission,
        _ line: PermissionMatrix.Line,
        _ language: Language
    ) -> DataTable.Row? {
        let held = line.allowed[permission.name] ?? []
        guard !held.isEmpty else { return nil }
        let places = held.widest.map { $0.words[language] }
        return DataTable.Row([.words(permission.words[language]), .words(places.joined(separator: "; "))])
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
