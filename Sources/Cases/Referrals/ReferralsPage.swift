internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The referrals that somebody sent or is asked to take on.
struct ReferralsPage: Page {
    let method = PageMethod.get
    let path = "/referrals"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Nosūtījumi", en: "Referrals")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let list = try await desk.database.data.read { try ReferralList.load(desk, $0) }
        let view = ReferralListView(list: list, language: request.language)
        let named = list.lines.filter { $0.name != nil }.map(\.referral.pupil)
        return .page(PageContent(ReferralsPage.title, view.html, persons: named))
    }
}

/// The list of referrals, the latest first.
struct ReferralListView {
    let list: ReferralList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let new: [HTML] =
            list.isOutside
            ? [
                ButtonLink(text("Nosūtīt izglītības iestādei", "Refer to an institution"), "/referrals/new")
                    .html
            ]
            : []
        let head = PageHead(
            ReferralsPage.title[language],
            lede: list.isOutside
                ? text(
                    "Ko jums lūdz izglītības iestādes un ko jūs lūdzat tām.",
                    "What institutions ask of you, and what you ask of them."
                )
                : text(
                    "Ko jums lūdz citas institūcijas un ko jūs lūdzat tām. Jaunu nosūtījumu sagatavo gadījuma lapā.",
                    "What other bodies ask of you, and what you ask. A new referral is made on the page of a case."
                ),
            actions: new
        )
        return "\(head)\(TeamTabs.html("/referrals", language))\(table)"
    }

    private var table: DataTable {
        let format = Format(language)
        var table = DataTable(
            id: "referrals",
            language,
            caption: ReferralsPage.title[language],
            // How it stands comes right after what it is, so that a phone shows it.
            columns: [
                DataTable.Column(text("Kas lūgts", "What is asked"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State")),
                DataTable.Column(text("No", "From"), width: .roomy),
                DataTable.Column(text("Kam", "To"), width: .roomy),
                DataTable.Column(text("Nosūtīts", "Sent"), .number),
            ],
            rows: list.lines.map { line in
                let referral = line.referral
                let what = list.kinds.words(CodeLists.referralKinds, referral.kind)[language]
                return DataTable.Row(
                    [
                        .words(what, note: line.name), .words(state(line), needsAttention: line.isMine),
                        from(line), to(line), .words(format.day(referral.sent)),
                    ],
                    address: Address("/referrals/\(String(referral.id))")
                )
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Nosūtījumu nav", "There are no referrals"),
            advice: text(
                "Šeit parādīsies nosūtījumi, kurus nosūtīsiet vai kuri būs adresēti jums.",
                "Referrals that you send or that are sent to you will appear here."
            )
        )
        return table
    }

    /// Whose turn it is, while a referral waits for its answer.
    private func state(_ line: ReferralList.Line) -> String {
        guard line.referral.state == .sent else { return line.referral.state.words[language] }
        return line.isMine
            ? text("gaida jūsu atbildi", "waits for your answer")
            : text("gaida atbildi", "waits for an answer")
    }

    private func from(_ line: ReferralList.Line) -> DataTable.Cell {
        let referral = line.referral
        let sender = name(referral.senderName, referral.sender, line)
        return referral.way == .toBody
            ? .words(line.place[language], note: sender)
            : .words(referral.body.words[language], note: sender)
    }

    private func to(_ line: ReferralList.Line) -> DataTable.Cell {
        let referral = line.referral
        guard referral.way == .fromBody else {
            return .words(
                referral.body.words[language],
                note: name(referral.workerName, referral.worker, line)
            )
        }
        // Whoever typed a personal code is not told where the pupil learns before it was answered with yes.
        return .words(
            line.key.namesPupil
                ? line.place[language] : text("izglītojamā izglītības iestāde", "the pupil's institution")
        )
    }

    /// A person of a referral, or that it is the reader.
    private func name(_ name: String, _ account: AccountID, _ line: ReferralList.Line) -> String {
        account == line.key.account ? text("jūs", "you") : name
    }
}
