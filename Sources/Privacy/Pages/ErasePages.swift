internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Asks once more before a person is taken away, and says what goes and what stays.
struct ErasePage: Page {
    let method = PageMethod.get
    let path = "/privacy/requests/:request/erase"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ErasePage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ text: String = "",
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let found = try await RequestPage.find(request, desk)
        guard found.kind == .erasure, found.state.isOpen else { throw Refusal.noSuchPage }
        let (name, parts, refusal) = try await desk.database.data.read { connection in
            (
                found.subject.name(PersonWords(desk, connection)),
                try ErasePage.plan(found.subject, desk, connection),
                try ErasePage.whyNot(found.subject, desk, connection)
            )
        }
        if let refusal { return kept(name, refusal, found, request.language) }
        let title = Text(lv: "Dzēst: \(name)?", en: "Erase \(name)?")
        let language = request.language
        let confirm = Confirm(
            title[language],
            lede: Text(
                lv: """
                    To nevar atsaukt. Vārds, kodi, dzimšanas datums, konts un teksti pazūd; skaitļi paliek \
                    kopsavilkumos bez personas.
                    """,
                en: """
                    This cannot be undone. Name, codes, the day of birth, the account and texts go; numbers stay in \
                    sums, without a person.
                    """
            )[language],
            facts: DefinitionList(
                parts.map { part in
                    let what =
                        part.goes
                        ? Text(lv: "dzēš", en: "go")
                        : Text(lv: "paliek bez personas", en: "stay without a person")
                    return (part.title[language], HTML(text: "\(part.rows) – \(what[language])"))
                }
            ),
            form: form(found, request, text, errors)
        )
        return PageContent(
            title,
            confirm.html,
            crumbs: [
                PageContent.Crumb(PrivacyPage.title, "/privacy"),
                PageContent.Crumb(found.kind.words, "/privacy/requests/\(found.id)"),
            ],
            persons: found.subject.pupils,
            status: errors.isEmpty ? 200 : 422
        )
    }

    /// What would happen to each table.
    private static func plan(
        _ subject: RequestSubject,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Erasure.Part] {
        switch subject {
        case .pupil(let pupil): try Erasure(desk: desk, connection: connection).plan(pupil)
        case .staff(let staff): try StaffErasure(desk: desk, connection: connection).plan(staff)
        }
    }

    /// Why the data cannot go yet; nil where they can.
    private static func whyNot(
        _ subject: RequestSubject,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Refusal? {
        switch subject {
        case .pupil(let pupil):
            let held = try KeptEvidence.holding(pupil, desk, connection)
            return held.isEmpty ? nil : Refusal.keptAsEvidence(held)
        case .staff(let staff):
            let left = try StaffErasure(desk: desk, connection: connection).hasLeft(staff)
            return left ? nil : Refusal.staffWorks
        }
    }

    /// Says why the data cannot go yet.
    private static func kept(
        _ name: String,
        _ refusal: Refusal,
        _ found: PrivacyRequest,
        _ language: Language
    ) -> PageContent {
        let title = Text(lv: "\(name): vēl nevar dzēst", en: "\(name): cannot be erased yet")
        let back = ButtonLink(
            Text(lv: "Atpakaļ pie pieprasījuma", en: "Back to the request")[language],
            Address("/privacy/requests/\(found.id)"),
            .second
        )
        let head = PageHead(title[language], lede: refusal.message[language], actions: [back.html])
        return PageContent(
            title,
            "\(head)<p>\(refusal.advice, language)</p>",
            crumbs: [
                PageContent.Crumb(PrivacyPage.title, "/privacy"),
                PageContent.Crumb(found.kind.words, "/privacy/requests/\(found.id)"),
            ],
            persons: found.subject.pupils
        )
    }

    private static func form(
        _ found: PrivacyRequest,
        _ request: PageRequest,
        _ text: String,
        _ errors: FieldErrors
    ) -> Form {
        let language = request.language
        return Form(
            id: "erase",
            language,
            action: Address("/privacy/requests/\(found.id)/erase"),
            csrf: request.formToken,
            parts: [
                .hidden(name: "version", value: String(found.version)),
                .field(
                    Field(
                        "text",
                        Text(
                            lv: "Kāpēc datus var dzēst un kā paziņots personai",
                            en: "Why the data may go, and how the person was told"
                        )[language],
                        .area(value: text, rows: 4),
                        hint: Text(
                            lv: "Ja likums uzdod datus glabāt, pieprasījumu noraida.",
                            en: "Where a law says that the data are kept, the request is refused."
                        )[language],
                        error: errors.byField["text"]?[language]
                    )
                ),
            ],
            buttons: [Button(Text(lv: "Dzēst neatgriezeniski", en: "Erase for good")[language], .warning)],
            cancel: Address("/privacy/requests/\(found.id)")
        )
    }
}

/// Takes the person away.
struct EraseAction: Page {
    let method = PageMethod.post
    let path = "/privacy/requests/:request/erase"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("request")
        let text = request.field("text").trimmed
        do {
            try await RequestWork(desk: desk).erase(id, text, version: Int(request.field("version")) ?? 0)
        } catch let errors as FieldErrors {
            return .page(try await ErasePage.content(request, desk, text, errors))
        } catch is Conflict {
            return .redirect("/privacy/requests/\(id)", notice: RequestPage.changed)
        }
        return .redirect(
            "/privacy/requests/\(id)",
            notice: Text(lv: "Personas dati dzēsti.", en: "The person's data were erased.")
        )
    }
}
