internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Asks whether a pupil has a case, by the whole personal code: the least that a worker of another body needs before
/// asking to be invited.
struct FindPage: Page {
    let method = PageMethod.get
    let path = "/cases/find"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(FindView(request: request, error: nil, found: nil).content)
    }
}

/// Answers whether a pupil has a case: the contact with the owner's work e-mail, and nothing else.
///
/// Each question is recorded, also about a code that is in no register, and who asks many has to wait.
struct FindAction: Page {
    let method = PageMethod.post
    let path = "/cases/find"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let code = try? PersonalCode(request.field("code")) else {
            let wrong = Text(
                lv: "Ierakstiet visu personas kodu: 11 ciparus.",
                en: "Type the whole personal code: 11 digits."
            )
            return .page(FindView(request: request, error: wrong, found: nil).content)
        }
        if let wait = try await QuestionLimit(desk).enter() {
            return .page(FindView(request: request, error: wait, found: nil).content)
        }
        let found = try await desk.database.data.read { connection -> FindView.Found in
            let pupil = try PersonalCodeIndex.findPupil(code, desk.tenant, connection)
            // Who is not in the register and who has no case are answered alike.
            guard let pupil, desk.asker.viewing == nil else { return FindView.Found() }
            let file = try CaseFile.all(of: pupil, desk.tenant, connection).first { $0.state.isActive }
            guard let file else { return FindView.Found(pupil: pupil) }
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: desk.today),
                connection
            )
            let isOwned = try CaseOwners.missing([file], on: desk.today, connection).isEmpty
            let account =
                isOwned ? try Accounts.find(file.owner, tenant: desk.tenant, connection) : nil
            return FindView.Found(
                pupil: pupil,
                owner: isOwned ? Text(same: file.ownerName) : Text.askLeaders,
                email: account?.email ?? "",
                place: names.name(.institution, file.institution.rawValue)
            )
        }
        return .page(FindView(request: request, error: nil, found: found).content)
    }
}

/// The form with the answer.
struct FindView {
    /// What was found.
    struct Found: Sendable {
        var pupil: PupilID?
        var owner: Text?
        /// The owner's work e-mail; empty where the account has none.
        var email = ""
        var place = Text(same: "")
    }

    let request: PageRequest
    let error: Text?
    let found: Found?

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var content: PageContent {
        let title = Text(lv: "Vai izglītojamajam ir gadījums?", en: "Has a pupil a case?")
        let head = PageHead(
            title[language],
            lede: text(
                "Atbilde ir tikai tā, vai gadījums ir un kam par to jautāt. Katrs jautājums tiek pierakstīts.",
                "The answer is whether there is a case and whom to ask. Each question is recorded."
            )
        )
        let form = Form(
            id: "find",
            language,
            action: "/cases/find",
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "code",
                        text("Izglītojamā personas kods", "The pupil's personal code"),
                        .text(value: ""),
                        error: error?[language],
                        autocomplete: "off"
                    )
                )
            ],
            buttons: [Button(text("Jautāt", "Ask"))]
        )
        var content = PageContent(
            title,
            "\(head)\(answer)\(form)",
            crumbs: [PageContent.Crumb(CasesPage.title, "/cases")],
            persons: found?.pupil.map { [$0] } ?? [],
            status: error == nil ? 200 : 422
        )
        content.isRecorded = found != nil
        return content
    }

    private var answer: HTML? {
        guard let found else { return nil }
        guard let owner = found.owner else {
            return Notice(.info, language, text("Atvērta gadījuma nav.", "There is no open case.")).html
        }
        var facts: [(name: String, value: HTML)] = [
            (text("Kam jautāt", "Whom to ask"), HTML(text: owner[language])),
            (text("Iestāde", "Institution"), HTML(text: found.place[language])),
        ]
        if let way = mail(found.email) { facts.append((text("E-pasts", "E-mail"), way)) }
        let list = DefinitionList(facts)
        return
            "\(Notice(.attention, language, text("Gadījums ir atvērts.", "There is an open case.")))\(list)"
    }

    /// The way to write to the owner; what is no mail address stays words.
    private func mail(_ email: String) -> HTML? {
        guard !email.isEmpty else { return nil }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return HTML(text: email) }
        return Link(email, "mailto:\(parts[0])@\(parts[1])").html
    }
}
