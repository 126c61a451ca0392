internal import Frame
internal import Kernel
internal import Pages

/// What a provider's groups propose for an account, with an answer to each.
struct UserProposals {
    let proposals: [RoleProposal.Placed]
    let base: Address
    let csrf: String
    let language: Language

    /// The section; nil where nothing waits.
    var html: HTML? {
        guard !proposals.isEmpty else { return nil }
        let title = Text(lv: "Piedāvātās lomas", en: "Proposed roles")[language]
        var table = DataTable(
            id: "proposals",
            language,
            caption: title,
            columns: [
                DataTable.Column(PageWords.role[language], width: .broad),
                DataTable.Column(PageWords.place[language]),
                DataTable.Column(Text(lv: "Grupa", en: "Group")[language]),
                DataTable.Column(Text(lv: "Pēdējoreiz", en: "Last said")[language], width: .narrow),
                DataTable.Column("", width: .narrow),
            ],
            rows: proposals.enumerated().map { row($0.offset, $0.element) }
        )
        table.hidesCaption = true
        let hint = Text(
            lv: """
                Identitātes sniedzējs paziņoja, ka lietotājs ir šajās grupās. Loma stājas spēkā tikai tad, kad to piešķirat.
                """,
            en: """
                The provider of identities said that the user is in these groups. A role is in force only once you give it.
                """
        )[language]
        return Section(title, "<p class=\"quiet\">\(hint)</p>\(table)").html
    }

    private func row(_ index: Int, _ placed: RoleProposal.Placed) -> DataTable.Row {
        let proposal = placed.proposal
        let role = Role.named(proposal.role)
        let missing = Text(lv: "iestādes reģistrā nav", en: "not in the register")
        let give: HTML? =
            placed.scope == nil
            ? nil : button(index, proposal, "grant", Text(lv: "Piešķirt", en: "Grant"))
        let dismiss = button(index, proposal, "dismiss", Text(lv: "Noraidīt", en: "Dismiss"))
        return DataTable.Row([
            .words(role?.words[language] ?? proposal.role, note: role?.purpose[language]),
            .words(placed.place[language], note: placed.scope == nil ? missing[language] : nil),
            .words(proposal.group),
            .words(Format(language).day(proposal.seen)),
            .markup("\(give)\(dismiss)"),
        ])
    }

    private func button(_ index: Int, _ proposal: RoleProposal, _ answer: String, _ words: Text) -> HTML {
        Form(
            id: "proposal-\(answer)-\(index + 1)",
            language,
            action: Address("\(base.text)/proposal"),
            csrf: csrf,
            parts: [
                .hidden(name: "role", value: proposal.role),
                .hidden(name: "registration", value: proposal.registration),
                .hidden(name: "answer", value: answer),
            ],
            buttons: [Button(words[language], .small)]
        )
        .html
    }
}

/// Gives or puts aside a role that a provider's group proposes.
struct UserProposalAction: Page {
    let method = PageMethod.post
    let path = "/users/:account/proposal"
    let permission = Permission.administer
    let scope = PageScope.anywhere
    let places: any Places

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = AccountID(rawValue: try request.number("account"))
        let accounts = Accounts(desk, places: places)
        let (role, registration) = (request.field("role"), request.field("registration"))
        let notice: Text
        do {
            switch request.field("answer") {
            case "grant":
                try await accounts.accept(role, at: registration, for: id)
                notice = Text(lv: "Loma piešķirta.", en: "The role is given.")
            case "dismiss":
                try await accounts.dismiss(role, at: registration, for: id)
                notice = Text(lv: "Piedāvājums noraidīts.", en: "The proposal is dismissed.")
            default: throw Refusal.noSuchPage
            }
        } catch let refusal as Refusal where refusal.kind != .unknown {
            let words = refusal.words(request.language)
            return .page(try await UserPage.content(request, desk, places, error: words))
        }
        return .redirect("/users/\(id.rawValue)", notice: notice)
    }
}
