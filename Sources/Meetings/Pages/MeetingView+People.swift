internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// Who is asked and who came.
extension MeetingView {
    var people: HTML {
        let open = data.key.manages && meeting.state.takesItems
        let rows = data.members.map { member -> DataTable.Row in
            let came: HTML? = member.came.map {
                Badge(
                    $0 ? text("piedalījās", "came") : text("nepiedalījās", "did not come"),
                    $0 ? .good : .plain
                ).html
            }
            let remove: HTML? =
                open && meeting.state == .planned && member.account != meeting.leader
                ? pieces.button(
                    text("Izņemt", "Take off"),
                    address + "/members/\(member.id)/remove",
                    about: member.name
                ) : nil
            return DataTable.Row([
                .words(member.name, note: member.account == meeting.leader ? text("vada", "leads") : nil),
                .words(member.body.words[language]), .markup("\(came)\(remove)"),
            ])
        }
        var table = DataTable(
            id: "members",
            language,
            caption: text("Dalībnieki", "Participants"),
            columns: [
                DataTable.Column(text("Kas", "Who"), width: .roomy),
                DataTable.Column(text("Institūcija", "Institution")),
                DataTable.Column(text("Piedalījās", "Came")),
            ],
            rows: rows
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        let forms: HTML? = open ? "\(staffForm)\(otherForm)" : nil
        return Section(text("Dalībnieki", "Participants"), id: "people", "\(table)\(forms)").html
    }

    private var staffForm: HTML? {
        guard !data.staff.isEmpty else { return nil }
        let options = data.staff.map { Option(String($0.account.rawValue), $0.name, hint: $0.role[language]) }
        return pieces.folded(
            "staff",
            text("Pievienot kolēģus", "Add colleagues"),
            address + "/staff",
            [
                .field(
                    Field(
                        "staff",
                        text("Kolēģi", "Colleagues"),
                        .checkboxes(options, chosen: []),
                        error: pieces.error("staff", "staff")
                    )
                )
            ],
            text("Pievienot", "Add")
        )
    }

    private var otherForm: HTML {
        let bodies = CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        var parts: [Form.Part] = []
        if !data.others.isEmpty {
            let people = data.others.map { Option(String($0.account.rawValue), $0.name) }
            parts.append(
                .field(
                    Field(
                        "account",
                        text("Speciālists, kam ir konts", "A specialist with an account"),
                        .select(people, chosen: pieces.typed("other", "account")),
                        error: pieces.error("other", "account"),
                        isOptional: true
                    )
                )
            )
        }
        parts += [
            .field(
                Field(
                    "name",
                    text("Vārds, uzvārds un amats", "Name and post"),
                    .text(value: pieces.typed("other", "name") ?? ""),
                    hint: data.others.isEmpty ? nil : text("Ja konta nav.", "Where there is no account."),
                    error: pieces.error("other", "name"),
                    isOptional: !data.others.isEmpty
                )
            ),
            .field(
                Field(
                    "body",
                    text("Institūcija", "Institution"),
                    .select(bodies, chosen: pieces.typed("other", "body") ?? "2"),
                    error: pieces.error("other", "body")
                )
            ),
        ]
        return pieces.folded(
            "other",
            text("Pievienot citas institūcijas pārstāvi", "Add somebody of another body"),
            address + "/others",
            parts,
            text("Pievienot", "Add")
        )
    }
}
