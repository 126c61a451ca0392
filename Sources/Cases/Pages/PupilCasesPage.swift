internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// The cases of a pupil, and the form that opens one where none is worked on.
struct PupilCasesPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/cases"
    let permission = Permission.workCases
    let scope = PageScope.pupil

    static let title = Text(lv: "Atbalsta gadījumi", en: "Cases of support")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PupilCasesPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let found = try await desk.database.data.read { connection in
            let finder = ScopeFinder(tenant: desk.tenant, connection)
            guard let scope = try finder.scope(of: pupil, on: desk.today) else { throw Refusal.noSuchPage }
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: desk.today),
                connection
            )
            return (
                names.name(.pupil, pupil.rawValue).lv,
                try CaseFile.all(of: pupil, desk.tenant, connection).compactMap { file in
                    try CaseGate(desk, connection).key(to: file).map { (file, $0) }
                },
                try CaseFile.all(of: pupil, desk.tenant, connection).contains { $0.state.isActive },
                try OpenSignals.of(pupil, in: scope, desk, connection)
            )
        }
        let past = ShownPast(request, on: desk.today)
        let shown = found.1.filter { file, _ in file.closed.map { $0 >= past.since } ?? true }
        let view = PupilCasesView(
            pupil: pupil,
            name: found.0,
            cases: shown,
            hasOlder: shown.count < found.1.count,
            hasOpen: found.2,
            signals: found.3.map { ($0.id, $0.words) },
            request: request,
            returned: returned,
            today: desk.today
        )
        var content = PageContent(
            Text(same: found.0) + Text(lv: ": atbalsta gadījumi", en: ": cases of support"),
            view.html,
            crumbs: [
                PageContent.Crumb(CasesPage.title, "/cases"),
                PageContent.Crumb(Text(same: found.0), "/pupils/\(pupil.rawValue)"),
            ],
            persons: [pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = past.record(of: "/pupils/:pupil/cases")
        return content
    }
}

/// Opens a case of a pupil.
struct OpenCaseAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/cases"
    let permission = Permission.workCases
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        let typed = request.form.compactMapValues(\.last)
        do {
            var reader = FieldReader(typed)
            let (reason, review) = (reader.words("reason"), reader.day("review"))
            if let review, review < desk.today { reader.fail("review", .dayIsOver) }
            try reader.finish()
            let signal = Int(request.field("signal")) ?? 0
            // A signal of somebody else is none of this pupil's.
            let known = try await desk.database.data.read { connection in
                let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
                return try OpenSignals.of(pupil, in: scope ?? Scope(pupil: pupil), desk, connection)
                    .contains { $0.id == signal }
            }
            let opening = CaseWork.Opening(
                origin: known ? .signal : .request,
                signal: known ? signal : 0,
                reason: reason,
                review: review
            )
            let id = try await CaseWork(desk).open(pupil, opening)
            return .redirect("/cases/\(id)", notice: Text(lv: "Gadījums atvērts.", en: "The case is open."))
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "open", typed: typed, errors: errors)
            return .page(try await PupilCasesPage.content(request, desk, returned))
        }
    }
}

/// The page of a pupil's cases.
struct PupilCasesView {
    let pupil: PupilID
    let name: String
    let cases: [(file: CaseFile, key: CaseKey)]
    /// Whether cases that were closed long ago are there that were not asked for.
    let hasOlder: Bool
    /// Whether one is worked on, the reader's or another's.
    let hasOpen: Bool
    let signals: [(id: Int, words: Text)]
    let request: PageRequest
    let returned: ReturnedForm?
    let today: Day

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead("\(name): \(text("atbalsta gadījumi", "cases of support"))")
        return "\(head)\(list)\(hasOpen ? nil : form)"
    }

    private var list: HTML {
        guard !cases.isEmpty || hasOlder else {
            let elsewhere =
                hasOpen
                ? text(
                    "Izglītojamajam ir gadījums citā iestādē; par to jautājiet PMP prevencijas koordinatoram.",
                    "The pupil has a case at another institution; ask the coordinator of prevention about it."
                )
                : text(
                    "Izglītojamajam gadījumu nav bijis. Ja atbalsts jāsaskaņo vairākiem cilvēkiem, atveriet gadījumu.",
                    "The pupil has had no case. Where several people have to agree on support, open one."
                )
            return EmptyState(text("Gadījumu nav", "There are no cases"), advice: elsewhere).html
        }
        let format = Format(language)
        let items: [HTML] = cases.map { file, key in
            let years = format.day(file.opened) + (file.closed.map { " – \(format.day($0))" } ?? "")
            let what =
                key.takesPart
                ? file.state.words[language] : text("jautājiet gadījuma vadītājam", "ask the owner")
            let link = Link("\(text("Gadījums", "Case")) \(years)", Address("/cases/\(String(file.id))"))
            return "<li>\(link): \(what) (\(file.ownerName))</li>"
        }
        let none = text("Pēdējā gadā gadījumu nav bijis.", "There was no case in the last year.")
        let shown: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        return "\(shown)\(older)"
    }

    /// The way to cases closed more than a year ago, where there are any.
    private var older: HTML? {
        guard hasOlder else { return nil }
        let words = text("Rādīt arī senākus gadījumus", "Show older cases too")
        return ShownPast.way(from: Address("/pupils/\(String(pupil.rawValue))/cases"), words)
    }

    private var form: HTML {
        func error(_ name: String) -> String? { returned?.errors.byField[name]?[language] }
        var parts: [Form.Part] = []
        if !signals.isEmpty {
            let options =
                signals.map { Option(String($0.id), $0.words.capitalised[language]) }
                + [Option("0", text("Nav saistīts ar riska pazīmi", "Not for a sign of risk"))]
            parts.append(
                .field(
                    Field(
                        "signal",
                        text("Riska pazīme, kuras dēļ atver", "The sign of risk it is opened for"),
                        .radios(
                            options,
                            chosen: returned?.typed["signal"] ?? request.query["signal"] ?? options[0].value
                        )
                    )
                )
            )
        }
        parts += [
            .field(
                Field(
                    "reason",
                    text("Kāpēc vajadzīgs gadījums", "Why a case is needed"),
                    .area(value: returned?.typed["reason"] ?? "", rows: 4),
                    hint: text("To redz visi, kas gadījumā piedalās.", "All who take part see it."),
                    error: error("reason")
                )
            ),
            .field(
                Field(
                    "review",
                    text("Kad pārskatīt", "When to look again"),
                    .date(value: returned?.typed["review"] ?? Format(.lv).day(today + 30)),
                    error: error("review"),
                    isOptional: true
                )
            ),
        ]
        let form = Form(
            id: "open",
            language,
            action: Address("/pupils/\(String(pupil.rawValue))/cases"),
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(text("Atvērt gadījumu", "Open a case"))],
            cancel: Address("/pupils/\(String(pupil.rawValue))")
        )
        return Section(text("Atvērt gadījumu", "Open a case"), form.html).html
    }
}
