internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The referrals of a case on its page, with the form that sends one.
struct CaseReferralView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        guard view.data.key.isOfSchool else { return "" }
        let items: [HTML] = view.data.referrals.map { referral in
            let kind = view.data.lists.words(CodeLists.referralKinds, referral.kind)[language]
            let way = Link(kind, Address("/referrals/\(String(referral.id))"))
            let look: Badge.Look = referral.state == .sent ? .attention : .plain
            let state = Badge(referral.state.words[language], look)
            let who = "\(referral.body.words[language]), \(referral.workerName)"
            let from =
                referral.way == .fromBody ? text("no citas institūcijas", "from another body") + " · " : ""
            return """
                <li><p>\(way) \(state)</p>\
                <p class="quiet">\(from)\(who) · \(view.format.day(referral.sent)), \(referral.senderName)</p></li>
                """
        }
        let none = text("Nosūtījumu nav.", "There are no referrals.")
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        let form: HTML? = view.data.key.writesPlans ? send : nil
        return Section(text("Nosūtījumi", "Referrals"), id: "referrals", "\(list)\(form)").html
    }

    private var send: HTML {
        let people = view.data.addressees.map {
            Option(String($0.account.rawValue), $0.words(language))
        }
        guard !people.isEmpty else {
            let none = text(
                "Nav neviena, kam nosūtīt: citu institūciju speciālistiem kontu izveido administrators.",
                "There is nobody to refer to: an administrator makes accounts for people of other bodies."
            )
            return "<p class=\"quiet\">\(none)</p>"
        }
        let account = Field(
            "account",
            text("Kam nosūtīt", "To whom"),
            .select(people, chosen: typed("account")),
            hint: text(
                "Adresāts redz nosūtījumu un izglītojamā vārdu, bet ne gadījumu.",
                "The addressee sees the referral and the pupil's name, and nothing of the case."
            ),
            error: view.error("referral", "account")
        )
        let fields = ReferralFields(
            language: language,
            kinds: view.data.lists.items(CodeLists.referralKinds, on: view.data.today),
            form: view.data.referralForm,
            typed: typed,
            error: { view.error("referral", $0) }
        )
        return view.folded(
            "referral",
            text("Nosūtīt citai institūcijai", "Refer to another body"),
            "referrals",
            [.field(account)] + fields.parts(text("Institūcija", "Body")),
            text("Nosūtīt", "Send")
        )
    }

    private func typed(_ name: String) -> String? {
        view.typed("referral", name).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// What every referral is asked: body, kind, reason and legal basis.
struct ReferralFields {
    let language: Language
    let kinds: [CodeItem]
    /// The bodies that may be chosen.
    var bodies = CaseBody.outside
    /// The form of today with its further questions; nil where nothing may be sent.
    let form: ReferralForm?
    let typed: (String) -> String?
    let error: (String) -> String?

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    func parts(_ body: String) -> [Form.Part] {
        let questions = form?.parts(language, typed: typed, error: error) ?? []
        let asked: [Form.Part] = [
            // Where there is one body alone, nobody has to choose it.
            select(
                "body",
                body,
                bodies.map { Option(String($0.rawValue), $0.words[language]) },
                otherwise: bodies.count == 1 ? bodies.first.map { String($0.rawValue) } : nil
            ),
            select(
                "kind",
                text("Kas lūgts", "What is asked"),
                kinds.map { Option($0.code, $0.words[language]) }
            ),
            .field(
                Field(
                    "reason",
                    text("Pamatojums", "Reason"),
                    .area(value: typed("reason") ?? "", rows: 4),
                    hint: text(
                        "Tikai tas, kas adresātam jāzina, lai palīdzētu. Tekstu glabā šifrētu.",
                        "Only what the addressee needs to know to help. The text is kept sealed."
                    ),
                    error: error("reason")
                )
            ),
        ]
        let bases = LegalBasis.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        return asked + questions + [select("basis", text("Tiesiskais pamats", "Legal basis"), bases)]
    }

    private func select(
        _ name: String,
        _ label: String,
        _ options: [Option],
        otherwise: String? = nil
    ) -> Form.Part {
        let chosen = typed(name) ?? otherwise
        return .field(Field(name, label, .select(options, chosen: chosen), error: error(name)))
    }

    /// What was answered; throws all that is wrong with it, together with what was found before.
    static func read(
        _ request: PageRequest,
        _ desk: Desk,
        besides found: FieldErrors = FieldErrors()
    ) async throws -> ReferralWork.New {
        var reader = FieldReader(request.form.compactMapValues(\.last), besides: found)
        let reason = reader.words("reason")
        let body = Int(request.field("body")).flatMap { CaseBody(rawValue: $0) }
        if body == nil { reader.fail("body", .missingChoice) }
        let basis = Int(request.field("basis")).flatMap { LegalBasis(rawValue: $0) }
        if basis == nil { reader.fail("basis", .missingChoice) }
        // A body or basis that is missing is noted above; the rest is looked through as if one was chosen.
        let new = ReferralWork.New(
            body: body ?? .other,
            kind: request.field("kind"),
            basis: basis ?? .consent,
            reason: reason,
            answers: .read(request)
        )
        var errors = try await desk.database.data.read { try ReferralWork.errors(new, desk, $0) }
        errors.add(reader.errors)
        try errors.check()
        return new
    }
}
