internal import Frame
internal import Kernel
internal import Pages

/// The roles of an account, with what can be done about each.
struct RolesTable {
    private let roles: [(HeldRole, Text)]
    private let today: Day
    private let language: Language
    /// What ends a role, where the reader may.
    var action: ((HeldRole) -> HTML)?

    init(_ roles: [(HeldRole, Text)], today: Day, _ language: Language) {
        self.roles = roles
        self.today = today
        self.language = language
    }

    var html: HTML {
        let format = Format(language)
        let title = Text(lv: "Lomas", en: "Roles")
        let rows = roles.map { held, place in
            var cells: [DataTable.Cell] = [
                .words(held.words[language], note: Role.named(held.role)?.purpose[language]),
                .words(place[language], note: RolesTable.body(held)?[language]),
                .words(format.day(held.from)),
                .words(held.to.map { format.day($0) } ?? "–"),
                .markup(state(held)),
            ]
            if let action { cells.append(.markup(isOver(held) ? "" : action(held))) }
            return DataTable.Row(cells)
        }
        var columns = [
            DataTable.Column(PageWords.role[language], width: .broad),
            DataTable.Column(PageWords.place[language]),
            DataTable.Column(PageWords.from[language], width: .narrow),
            DataTable.Column(PageWords.to[language], width: .narrow),
            DataTable.Column(PageWords.state[language], width: .narrow),
        ]
        if action != nil { columns.append(DataTable.Column("", width: .narrow)) }
        var table = DataTable(id: "roles", language, caption: title[language], columns: columns, rows: rows)
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Lomu nav", en: "No roles")[language],
            advice: Text(
                lv: "Lomu piešķir iestādes vai pārvaldes administrators.",
                en: "The administrator of the institution or board gives roles."
            )[language]
        )
        return Section(title[language], table.html).html
    }

    /// For whom it is held, where the role says so.
    static func body(_ held: HeldRole) -> Text? {
        guard Role.named(held.role)?.namesBody == true else { return nil }
        return held.body?.words ?? Text(lv: "institūcija nav norādīta", en: "the body is not said")
    }

    private func isOver(_ held: HeldRole) -> Bool { held.to.map { $0 < today } ?? false }

    private func state(_ held: HeldRole) -> HTML {
        if isOver(held) { return Badge(Text(lv: "beigusies", en: "ended")[language]).html }
        if held.holds(on: today) { return Badge(Text(lv: "spēkā", en: "in force")[language], .good).html }
        return Badge(Text(lv: "gaidāma", en: "to come")[language]).html
    }
}
