internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A form of the page of a referral; with errors the page comes back with what was typed.
struct ReferralAction: Page {
    let method = PageMethod.post
    let path: String
    let permission = Permission.joinCases
    let scope = PageScope.anywhere
    /// The name of the form on the page.
    let form: String
    /// Does it, and says what was done.
    let act: @Sendable (Int, Int, PageRequest, ReferralWork) async throws -> Text

    init(
        _ form: String,
        _ act: @escaping @Sendable (Int, Int, PageRequest, ReferralWork) async throws -> Text
    ) {
        path = "/referrals/:referral/\(form)"
        self.form = form
        self.act = act
    }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("referral")
        let version = Int(request.field("version")) ?? 0
        // What is missing in the form is told to nobody who may not see the referral.
        try await desk.database.data.read { _ = try ReferralGate(desk, $0).enter(id) }
        do {
            let done = try await act(id, version, request, ReferralWork(desk))
            return .redirect("/referrals/\(id)", notice: done)
        } catch let errors as FieldErrors {
            let typed = request.form.compactMapValues { $0.joined(separator: ",") }
            let returned = ReturnedForm(form: form, typed: typed, errors: errors)
            return .page(try await ReferralPage.content(request, desk, returned))
        } catch is Conflict {
            let changed = Text(
                lv: "Nosūtījumu tikko mainīja kāds cits; nekas nav saglabāts. Apskatiet to vēlreiz.",
                en: "Somebody else has just changed the referral; nothing was saved. Look at it again."
            )
            return .redirect("/referrals/\(id)", notice: changed)
        }
    }

    /// The forms of the page of a referral.
    static let all: [any Page] = [answer, finish, withdraw, given]

    private static let answer = ReferralAction("answer") { id, version, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let words = reader.words("answer", optional: true)
        let accepts = reader.choice("accepts", ["1", "0"])
        if accepts == "0", words.isEmpty { reader.fail("answer", .missingAnswer) }
        try reader.finish()
        try await work.answer(id, accepts: accepts == "1", words, version: version)
        return accepts == "1"
            ? Text(lv: "Nosūtījums pieņemts.", en: "The referral was accepted.")
            : Text(lv: "Nosūtījums noraidīts.", en: "The referral was rejected.")
    }

    private static let finish = ReferralAction("finish") { id, version, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let outcome = reader.words("outcome")
        try reader.finish()
        try await work.finish(id, outcome, version: version)
        return Text(lv: "Nosūtījums pabeigts.", en: "The referral was finished.")
    }

    private static let withdraw = ReferralAction("withdraw") { id, version, _, work in
        try await work.withdraw(id, version: version)
        return Text(lv: "Nosūtījums atsaukts.", en: "The referral was withdrawn.")
    }

    private static let given = ReferralAction("given") { id, _, _, work in
        try await work.give(id)
        return Text(
            lv: "Pierakstīts, ka nosūtījums izsniegts personai.",
            en: "It was noted that the referral was given to the person."
        )
    }
}

/// The form with which somebody of another body refers a pupil to the institution where the pupil learns.
struct ReferralNewPage: Page {
    let method = PageMethod.get
    let path = "/referrals/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Jauns nosūtījums", en: "New referral")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ReferralNewPage.content(request, desk, FieldErrors()))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ errors: FieldErrors
    ) async throws -> PageContent {
        guard ReferralWork.isOutside(desk) else { throw Refusal.noSuchPage }
        let (kinds, form) = try await desk.database.data.read { connection in
            let lists = try CodeLists.load(desk.tenant, connection)
            return (
                lists.items(CodeLists.referralKinds, on: desk.today), try ReferralForm.load(desk, connection)
            )
        }
        let own = ReferralWork.ownBodies(desk)
        let language = request.language
        let head = PageHead(
            title[language],
            lede: Text(
                lv: """
                    Nosūtījumu saņem izglītības iestāde, kurā izglītojamais mācās. Tās atbildi redzēsiet sadaļā „Nosūtījumi”.
                    """,
                en: "The institution of the pupil gets it. You will see its answer among your referrals."
            )[language]
        )
        let code = Field(
            "code",
            Text(lv: "Izglītojamā personas kods", en: "The pupil's personal code")[language],
            .text(value: ""),
            error: errors.byField["code"]?[language],
            autocomplete: "off"
        )
        let fields = ReferralFields(
            language: language,
            kinds: kinds,
            bodies: CaseBody.outside.filter { own.isEmpty || own.contains($0) },
            form: form,
            typed: { name in request.form[name]?.last.flatMap { $0.isEmpty ? nil : $0 } },
            error: { errors.byField[$0]?[language] }
        )
        let sheet = Form(
            id: "referral",
            language,
            action: "/referrals/new",
            csrf: request.formToken,
            parts: [.field(code)]
                + fields.parts(Text(lv: "Kādu institūciju pārstāvat", en: "For which body you ask")[language]),
            buttons: [Button(Text(lv: "Nosūtīt", en: "Send")[language])],
            cancel: "/referrals"
        )
        return PageContent(
            title,
            "\(head)\(sheet)",
            crumbs: [PageContent.Crumb(ReferralsPage.title, "/referrals")],
            status: errors.isEmpty ? 200 : 422
        )
    }
}

/// Sends it.
struct ReferralNewAction: Page {
    let method = PageMethod.post
    let path = "/referrals/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard ReferralWork.isOutside(desk) else { throw Refusal.noSuchPage }
        do {
            let code = try? PersonalCode(request.field("code"))
            var errors = FieldErrors()
            if code == nil {
                let wrong = Text(
                    lv: "Ierakstiet visu personas kodu: 11 ciparus.",
                    en: "Type the whole personal code: 11 digits."
                )
                errors.add("code", wrong)
            }
            let new = try await ReferralFields.read(request, desk, besides: errors)
            guard let code else { throw errors }
            let id = try await ReferralWork(desk).send(about: code, new)
            return .redirect(
                "/referrals/\(id)",
                notice: Text(lv: "Nosūtījums nosūtīts.", en: "The referral was sent.")
            )
        } catch let errors as FieldErrors {
            return .page(try await ReferralNewPage.content(request, desk, errors))
        }
    }
}
