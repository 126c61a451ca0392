internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Who takes part in a case, for which purpose and until when.
struct CaseMemberView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private var manages: Bool { view.data.key.manages && view.data.key.isActive }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let rows = view.data.members.map { row($0.member, $0.purpose) }
        let none = text("Pagaidām strādā tikai gadījuma vadītājs.", "Only the owner works on it so far.")
        var table = DataTable(
            id: "members",
            language,
            caption: text("Dalībnieki", "Participants"),
            columns: columns,
            rows: rows
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        let list: HTML = rows.isEmpty ? "<p class=\"quiet\">\(none)</p>" : table.html
        let form: HTML? = manages ? invite : nil
        return Section(text("Dalībnieki", "Participants"), id: "members", "\(list)\(form)").html
    }

    private var columns: [DataTable.Column] {
        let columns = [
            DataTable.Column(text("Kas", "Who"), width: .roomy),
            DataTable.Column(text("Nolūks", "Purpose"), width: .roomy),
            DataTable.Column(text("Līdz", "Until"), .number),
            DataTable.Column(text("Stāvoklis", "State")),
        ]
        return manages ? columns + [DataTable.Column(text("Darbības", "Actions"))] : columns
    }

    private func row(_ member: CaseMember, _ purpose: String?) -> DataTable.Row {
        let isOver = member.isOver(on: view.data.today)
        let next = view.data.members.first { $0.member.insteadOf == member.id }?.member
        let answer = member.state.words[language] + (next.map { ": \($0.name)" } ?? "")
        let isOpen = member.state == .accepted || member.state == .invited
        let state = isOver && isOpen ? text("termiņš beidzies", "time is over") : answer
        let isIn = member.isHeld(on: view.data.today)
        let revoke: HTML? =
            manages && isIn
            ? """
            <form method="post" class="buttons" action="\(Address(view.address + "/members/\(String(member.id))/revoke"))">\
            <input type="hidden" name="csrf" value="\(view.request.formToken)">\
            <button type="submit" class="button second small">\(text("Atsaukt", "Revoke"))\
            <span class="unseen">: \(member.name)</span></button></form>
            """ : nil
        let badge = Badge(state, isIn ? (member.state == .invited ? .attention : .good) : .plain)
        var cells: [DataTable.Cell] = [
            .words(member.name, note: member.body.words[language]),
            .words(purpose ?? "", note: member.basis.words[language]),
            .words(view.format.day(member.ends)), .markup(badge.html),
        ]
        if manages { cells.append(revoke.map { .markup($0) } ?? .empty) }
        return DataTable.Row(cells)
    }

    private var invite: HTML {
        let people = view.data.invitable.map {
            Option(String($0.account.rawValue), $0.words(language))
        }
        guard !people.isEmpty else {
            let none = text(
                "Nav neviena, ko uzaicināt: citu institūciju speciālistiem kontu izveido administrators.",
                "There is nobody to invite: an administrator makes accounts for people of other bodies."
            )
            return "<p class=\"quiet\">\(none)</p>"
        }
        let parts: [Form.Part] = [
            select("account", text("Ko aicināt", "Whom to invite"), people, view.typed("invite", "account")),
            select(
                "body",
                text("Kādu institūciju pārstāv", "For which body"),
                CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) },
                view.typed("invite", "body")
            ),
            .field(
                Field(
                    "purpose",
                    text("Nolūks", "Purpose"),
                    .area(value: view.typed("invite", "purpose") ?? "", rows: 2),
                    hint: text(
                        "Ko no šī cilvēka vajag. Aicinātais to redz, pirms piekrīt.",
                        "What is wanted of this person, who sees it before accepting."
                    ),
                    error: view.error("invite", "purpose")
                )
            ),
            select(
                "basis",
                text("Tiesiskais pamats", "Legal basis"),
                LegalBasis.allCases.map { Option(String($0.rawValue), $0.words[language]) },
                view.typed("invite", "basis")
            ),
            shown,
            .field(
                Field(
                    "ends",
                    text("Līdz kurai dienai", "Until which day"),
                    .date(value: view.typed("invite", "ends") ?? ""),
                    error: view.error("invite", "ends")
                )
            ),
        ]
        return view.folded(
            "invite",
            text("Uzaicināt dalībnieku", "Invite somebody"),
            "members",
            parts,
            text("Uzaicināt", "Invite")
        )
    }

    /// Which parts of the case the invited is to see.
    private var shown: Form.Part {
        let ticked = Set((view.typed("invite", "parts") ?? "").split(separator: ",").map(String.init))
        return .field(
            Field(
                "parts",
                text("Ko rādīt", "What to show"),
                .checkboxes(
                    [
                        Option("notes", text("komandas piezīmes", "notes for the team")),
                        Option("plan", text("atbalsta plānu", "the support plan")),
                        Option(
                            "restricted",
                            text("ierobežotās piezīmes", "restricted notes"),
                            hint: text(
                                "Tikai izglītības iestādes darbiniekiem.",
                                "For people of the school only."
                            )
                        ),
                    ],
                    chosen: ticked
                ),
                hint: text(
                    "Skolas darbinieki piezīmes un plānu redz vienmēr; citiem – tikai to, ko prasa nolūks.",
                    "People of the school see notes and plan always, others only what the purpose needs."
                ),
                isOptional: true
            )
        )
    }

    private func select(_ name: String, _ label: String, _ options: [Option], _ chosen: String?) -> Form.Part
    {
        let chosen = chosen.flatMap { $0.isEmpty ? nil : $0 }
        return .field(
            Field(name, label, .select(options, chosen: chosen), error: view.error("invite", name))
        )
    }
}
