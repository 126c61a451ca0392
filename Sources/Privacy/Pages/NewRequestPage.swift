internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Registers a request of a person.
struct NewRequestPage: Page {
    let method = PageMethod.get
    let path = "/privacy/requests/new"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let typed = [
            "register": RequestRegister.pupils.rawValue, "asked": Format(request.language).day(desk.today),
        ]
        return .page(NewRequestForm(request: request, typed: typed).page)
    }
}

/// Keeps what was typed.
struct CreateRequestAction: Page {
    let method = PageMethod.post
    let path = "/privacy/requests"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let names = ["register", "code", "kind", "asker", "asked", "text"]
        let typed = Dictionary(uniqueKeysWithValues: names.map { ($0, request.field($0)) })
        do {
            let id = try await create(typed, desk)
            return .redirect(
                "/privacy/requests/\(id)",
                notice: Text(lv: "Pieprasījums reģistrēts.", en: "The request was registered.")
            )
        } catch let errors as FieldErrors {
            return .page(NewRequestForm(request: request, typed: typed, errors: errors).page)
        }
    }

    private func create(_ typed: EditTexts, _ desk: Desk) async throws -> Int {
        var reader = FieldReader(typed)
        let register = RequestRegister(
            rawValue: reader.choice("register", RequestRegister.allCases.map(\.rawValue))
        )
        let code = reader.words("code")
        let kind = Int(reader.choice("kind", RequestKind.allCases.map { String($0.rawValue) }))
            .flatMap { RequestKind(rawValue: $0) }
        let asker = Int(reader.choice("asker", RequestAsker.allCases.map { String($0.rawValue) }))
            .flatMap { RequestAsker(rawValue: $0) }
        let asked = reader.day("asked", optional: false)
        if let asked, asked > desk.today { reader.fail("asked", RequestWork.inFuture) }
        let text = reader.words("text")
        if let register, !code.isEmpty, try await !isKnown(code, register, desk) {
            reader.fail("code", RequestWork.unknown)
        }
        try reader.finish()
        guard let register, let kind, let asker, let asked else { throw Refusal.noSuchPage }
        return try await RequestWork(desk: desk).register(
            kind,
            of: register,
            code: code,
            asker: asker,
            on: asked,
            text
        )
    }

    private func isKnown(_ code: String, _ register: RequestRegister, _ desk: Desk) async throws -> Bool {
        try await desk.database.data.read { try register.find(code, desk, $0) != nil }
    }
}

private struct NewRequestForm {
    let request: PageRequest
    let typed: EditTexts
    var errors = FieldErrors()

    private var language: Language { request.language }

    var page: PageContent {
        let title = Text(lv: "Jauns pieprasījums", en: "A new request")
        let head = PageHead(
            title[language],
            lede: Text(
                lv:
                    "Pirms reģistrēšanas pārliecinieties par lūdzēja identitāti un tiesībām pārstāvēt personu.",
                en: "Make sure first who asks, and that they may speak for the person."
            )[language]
        )
        return PageContent(
            title,
            "\(head)\(form)",
            crumbs: [PageContent.Crumb(PrivacyPage.title, "/privacy")],
            status: errors.isEmpty ? 200 : 422
        )
    }

    private var form: Form {
        Form(
            id: "request",
            language,
            action: "/privacy/requests",
            csrf: request.formToken,
            parts: whose + asking,
            buttons: [Button(Text(lv: "Reģistrēt", en: "Register")[language])],
            cancel: "/privacy"
        )
    }

    /// Whose data it is about, and what is asked.
    private var whose: [Form.Part] {
        [
            .field(
                field(
                    "register",
                    Text(lv: "Par kā datiem pieprasījums", en: "Whose data it is about"),
                    .radios(
                        RequestRegister.allCases.map { Option($0.rawValue, $0.words[language]) },
                        chosen: typed["register"]
                    )
                )
            ),
            .field(
                field(
                    "code",
                    Text(
                        lv: "Personas kods vai kods žurnālā",
                        en: "Personal code or journal code"
                    ),
                    .text(value: typed["code"] ?? ""),
                    Text(
                        lv: "Personu atrod tikai pēc pilna koda.",
                        en: "A person is found by the whole code only."
                    )
                )
            ),
            .field(
                field(
                    "kind",
                    Text(lv: "Ko lūdz", en: "What is asked"),
                    .radios(
                        RequestKind.allCases.map {
                            Option(String($0.rawValue), $0.words[language], hint: $0.hint[language])
                        },
                        chosen: typed["kind"]
                    )
                )
            ),
        ]
    }

    /// Who asked it, when and how.
    private var asking: [Form.Part] {
        [
            .field(
                field(
                    "asker",
                    Text(lv: "Kas lūdz", en: "Who asks"),
                    .radios(
                        RequestAsker.allCases.map { Option(String($0.rawValue), $0.words[language]) },
                        chosen: typed["asker"]
                    )
                )
            ),
            .field(
                field(
                    "asked",
                    Text(lv: "Saņemts", en: "Received on"),
                    .date(value: typed["asked"] ?? ""),
                    Text(
                        lv: "No šīs dienas skaita viena mēneša termiņu.",
                        en: "The month for an answer is counted from this day."
                    )
                )
            ),
            .field(
                field(
                    "text",
                    Text(
                        lv: "Pieprasījuma saturs un kā pārbaudīta identitāte",
                        en: "What it says, and how identity was checked"
                    ),
                    .area(value: typed["text"] ?? "", rows: 5),
                    Text(lv: "Glabājas šifrēts.", en: "Kept sealed.")
                )
            ),
        ]
    }

    private func field(_ name: String, _ label: Text, _ control: Control, _ hint: Text? = nil) -> Field {
        Field(name, label[language], control, hint: hint?[language], error: errors.byField[name]?[language])
    }
}
