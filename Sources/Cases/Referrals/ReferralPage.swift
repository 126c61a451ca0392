internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A referral, for whoever sent it and whoever was asked; printed, it is the form that goes into the file.
struct ReferralPage: Page {
    let method = PageMethod.get
    let path = "/referrals/:referral"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ReferralPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let id = try request.number("referral")
        let data = try await desk.database.data.read { try ReferralContent.load(id, desk, $0) }
        var content = PageContent(
            Text(lv: "Nosūtījums Nr. \(id)", en: "Referral no. \(id)"),
            ReferralView(data: data, request: request, returned: returned).html,
            crumbs: [PageContent.Crumb(ReferralsPage.title, "/referrals")],
            persons: [data.referral.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "referral \(id)"
        return content
    }
}

/// What a page of a referral shows.
struct ReferralContent: Sendable {
    let referral: Referral
    let key: ReferralKey
    /// The pupil's name; nil where the reader is not told it.
    let name: String?
    let place: Text
    let kind: Text
    let reason: String
    /// What was written on the form's further questions; nil of one without them.
    let filled: ReferralForm.Filled?
    let answer: String
    let outcome: String
    /// Whether the case it belongs to is open to the reader.
    let seesCase: Bool
    /// Whether the reader may open a case of the pupil, where there is none.
    let opensCase: Bool

    static func load(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> ReferralContent {
        let (referral, key) = try ReferralGate(desk, connection).enter(id)
        let year = SchoolYear(containing: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let file = try CaseFile.find(referral.caseID, desk.tenant, connection)
        let caseKey = try file.flatMap { try CaseGate(desk, connection).key(to: $0) }
        let finder = ScopeFinder(tenant: desk.tenant, connection)
        let scope = try finder.scope(of: referral.pupil, on: desk.today)
        return ReferralContent(
            referral: referral,
            key: key,
            name: key.namesPupil ? names.name(.pupil, referral.pupil.rawValue).lv : nil,
            place: names.name(.institution, referral.institution.rawValue),
            kind: try CodeLists.load(desk.tenant, connection)
                .words(CodeLists.referralKinds, referral.kind),
            reason: try referral.reason.opened(key, connection) ?? "",
            filled: try ReferralForm.filled(key, desk.tenant, connection),
            answer: try referral.answer.opened(key, connection) ?? "",
            outcome: try referral.outcome.opened(key, connection) ?? "",
            seesCase: caseKey?.isOfSchool ?? false,
            opensCase: file == nil
                && (scope.map { desk.asker.may(.workCases, in: $0, on: desk.today) } ?? false)
        )
    }
}

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
            lede: text(
                "Ko jums lūdz citas institūcijas un ko lūdzat jūs. No gadījuma nosūta gadījuma lapā.",
                "What other institutions ask of you, and what you ask. A case is referred on its own page."
            ),
            actions: new
        )
        let format = Format(language)
        var table = DataTable(
            id: "referrals",
            language,
            caption: ReferralsPage.title[language],
            columns: [
                DataTable.Column(text("Kas lūgts", "What is asked"), width: .roomy),
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Institūcija", "Body"), width: .roomy),
                DataTable.Column(text("Nosūtīts", "Sent"), .number),
                DataTable.Column(text("Stāvoklis", "State")),
            ],
            rows: list.lines.map { line in
                let referral = line.referral
                let isMine = line.key.standing == .receiver && referral.state == .sent
                return DataTable.Row(
                    [
                        .words(list.kinds.words(CodeLists.referralKinds, referral.kind)[language]),
                        .words(line.name ?? "–"),
                        .words(
                            referral.body.words[language],
                            note: "\(referral.workerName), \(referral.way.words[language])"
                        ),
                        .words(format.day(referral.sent)),
                        .words(referral.state.words[language], needsAttention: isMine),
                    ],
                    address: Address("/referrals/\(String(referral.id))")
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Nosūtījumu nav", "There are no referrals"),
            advice: text(
                "Šeit parādīsies nosūtījumi, kurus nosūtīsiet vai kuri būs adresēti jums.",
                "Referrals that you send or that are sent to you will appear here."
            )
        )
        return "\(head)\(TeamTabs.html("/referrals", language))\(table)"
    }
}
