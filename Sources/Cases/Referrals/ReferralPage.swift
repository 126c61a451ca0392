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
