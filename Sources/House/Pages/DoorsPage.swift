import Access
import Frame
import Kernel
import Pages

/// Every page and command in words, with its address or what is typed, the permission that it needs and the roles that
/// have it, made from the grants that decide, to be read and printed.
struct DoorsPage: Page {
    let method = PageMethod.get
    let path = "/permissions/doors"
    let permission = Permission.ownAccount
    // Nothing of the tenant is in it, as in the table of permissions.
    let scope = PageScope.own

    static let title = Text(lv: "Lapas un komandas", en: "Pages and commands")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let lede = Text(
            lv: "Katra lapa un komanda prasa vienas tiesības vienā vietā; bez tām tā neatveras nevienam.",
            en: "Each page and command asks for one permission in one place; without it, it opens for nobody."
        )
        let house = desk.house
        let role = Role.all.first { $0.name == request.query["role"] }
        let pages = DoorRows(
            house.allPages.map { (door: Door($0), words: DoorWords.words($0, house)) },
            house,
            of: role,
            language
        )
        let commands = DoorRows(
            house.commands.map { (door: Door($0), words: DoorWords.words($0)) },
            house,
            of: role,
            language
        )
        let all = Option("", Text(lv: "visas", en: "all")[language])
        let choice = FilterBar.Choice(
            "role",
            Text(lv: "Loma", en: "Role")[language],
            [all] + Role.all.map { Option($0.name, $0.words[language]) },
            chosen: role?.name ?? ""
        )
        let bar = FilterBar(language, action: "/permissions/doors", choices: [choice])
        let body: HTML = """
            \(PageHead(DoorsPage.title[language], lede: lede[language]))\(bar)\
            \(pages.section("pages", DoorsPage.pages))\(commands.section("commands", DoorsPage.commands))
            """
        return .page(
            PageContent(DoorsPage.title, body, crumbs: [PageContent.Crumb(DoorsPage.matrix, "/permissions")])
        )
    }

    private static let matrix = Text(lv: "Kas ko drīkst", en: "Who may what")
    private static let pages = Text(lv: "Lapas", en: "Pages")
    private static let commands = Text(lv: "Komandas", en: "Commands")
}

/// Doors as rows of a table, with the roles that each opens for.
struct DoorRows {
    /// One line.
    struct Line {
        let door: Door
        let words: Text
        let roles: [Role]
    }

    let lines: [Line]
    private let language: Language
    /// The role whose doors alone are shown; nil for all.
    private let role: Role?

    init(_ doors: [(door: Door, words: Text)], _ house: HouseBook, of role: Role?, _ language: Language) {
        self.language = language
        self.role = role
        var opening: [String: Set<String>] = [:]
        for one in DoorCase.all(doors.map { $0.door }, house) where one.isOpen {
            if let role = one.role { opening[one.door.name, default: []].insert(role.name) }
        }
        lines = doors.compactMap { door, words in
            let names = opening[door.name] ?? []
            if let role, door.scope != .open, !names.contains(role.name) { return nil }
            return Line(door: door, words: words, roles: Role.all.filter { names.contains($0.name) })
        }
    }

    /// The table under its heading.
    func section(_ id: String, _ title: Text) -> HTML {
        let columns = [
            DataTable.Column(title[language], width: .roomy),
            DataTable.Column(Text(lv: "Tiesības", en: "Permission")[language]),
            DataTable.Column(Text(lv: "Kur", en: "Where")[language]),
        ]
        let roles = DataTable.Column(Text(lv: "Lomas", en: "Roles")[language], width: .broad)
        var table = DataTable(
            id: id,
            language,
            caption: title[language],
            columns: role == nil ? columns + [roles] : columns,
            rows: lines.map { row($0) }
        )
        table.hidesCaption = true
        return Section(title[language], table.html).html
    }

    private func row(_ line: Line) -> DataTable.Row {
        let door = line.door
        let isOpen = door.scope == .open
        let cells: [DataTable.Cell] = [
            .words(line.words[language], note: door.name),
            .words(isOpen ? "–" : door.permission.words[language]),
            .words(door.scope.words[language]),
        ]
        return DataTable.Row(role == nil ? cells + [.words(who(line))] : cells)
    }

    private func who(_ line: Line) -> String {
        if line.door.scope == .open { return Text(lv: "ikviens", en: "anybody")[language] }
        if line.roles.count == Role.all.count { return Text(lv: "visas lomas", en: "all roles")[language] }
        return line.roles.map { $0.words[language] }.joined(separator: "; ")
    }
}

extension PageScope {
    /// Where the permission has to be held.
    fileprivate var words: Text {
        switch self {
        case .open: Text(lv: "bez pieteikšanās", en: "without signing in")
        case .own: Text(lv: "savs konts", en: "one's own account")
        case .tenant: Text(lv: "visa pārvalde", en: "the whole board")
        case .anywhere:
            Text(lv: "kur loma piešķirta; rāda tikai to", en: "where the role is held; shows that alone")
        case .institution: Text(lv: "iestāde", en: "the institution")
        case .classGroup: Text(lv: "klase", en: "the class")
        case .pupil: Text(lv: "izglītojamais", en: "the pupil")
        }
    }
}
