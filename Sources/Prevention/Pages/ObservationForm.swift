internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The short form of an observation, for those who work with pupils or teach them; it tells nothing of other signs.
struct ObservationForm: Sendable {
    let classes: [(id: Int, name: String)]
    let pupils: [(id: Int, name: String)]
    let classGroup: Int?
    let lists: CodeLists
    let today: Day
    let request: PageRequest

    static let title = Text(lv: "Pierakstīt novērojumu", en: "Note an observation")

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    static func load(_ request: PageRequest, _ desk: Desk) async throws -> ObservationForm {
        let asked = Int(request.query["class"] ?? "") ?? Int(request.field("class"))
        return try await desk.database.data.read { connection in
            let circle = try PupilCircle(.noteObservations, desk, connection)
            let classes = try circle.classes()
            let chosen = classes.count == 1 ? classes[0].id : asked
            let known = chosen.flatMap { chosen in classes.first { $0.id == chosen }?.id }
            return ObservationForm(
                classes: classes,
                pupils: try known.map { try circle.pupils(of: $0) } ?? [],
                classGroup: known,
                lists: try CodeLists.load(desk.tenant, connection),
                today: desk.today,
                request: request
            )
        }
    }

    /// Keeps the answers: of whom, which risk, what was seen.
    func save(_ typed: EditTexts, _ desk: Desk) async throws {
        var reader = FieldReader(typed)
        let pupil = Int(reader.choice("pupil", pupils.map { String($0.id) })) ?? 0
        let factor = reader.choice("factor", lists.items(CodeLists.riskFactors, on: today).map(\.code))
        let text = reader.words("text")
        try reader.finish()
        try await SignalWork(desk: desk).observe(PupilID(rawValue: pupil), factor: factor, text)
    }

    func content(_ typed: EditTexts, _ errors: FieldErrors) -> PageContent {
        let head = PageHead(
            ObservationForm.title[language],
            lede: text(
                "Novērojumu lasīs tie, kas strādā ar izglītojamā riska pazīmēm; tekstu glabā šifrētu.",
                "Those who work with the pupil's signs of risk will read it; the text is sealed."
            )
        )
        guard !classes.isEmpty else {
            return PageContent(ObservationForm.title, "\(head)\(nobody)")
        }
        return PageContent(
            ObservationForm.title,
            "\(head)\(classBar)\(pupils.isEmpty ? nil : form(typed, errors).html)",
            persons: pupils.map { PupilID(rawValue: $0.id) },
            status: errors.isEmpty ? 200 : 422
        )
    }

    private var nobody: EmptyState {
        EmptyState(
            text("Nav klašu, ar kurām strādājat", "There are no classes that you work with"),
            advice: text(
                "Klases rodas, kad importē šī mācību gada izglītojamo sarakstu; pedagogam – kad importēts, ko viņš "
                    + "māca, un konts saistīts ar darbinieku reģistru.",
                "Classes come with the list of pupils of this school year; a teacher's with what the teacher "
                    + "teaches, where the account belongs to an entry of the staff register."
            )
        )
    }

    private var classBar: HTML? {
        ClassBar(classes, chosen: classGroup, action: "/observations", language).html
    }

    private func form(_ typed: EditTexts, _ errors: FieldErrors) -> Form {
        let people = pupils.map { Option(String($0.id), $0.name) }
        let whom = Field(
            "pupil",
            text("Izglītojamais", "Pupil"),
            .select(people, chosen: typed["pupil"]),
            error: errors.byField["pupil"]?[language],
            width: .long
        )
        let fields = ObservationFields(
            lists: lists,
            today: today,
            language: language,
            typed: typed,
            errors: errors
        )
        return Form(
            id: "observation",
            language,
            action: "/observations",
            csrf: request.formToken,
            parts: [.hidden(name: "class", value: classGroup.map { String($0) } ?? ""), .field(whom)]
                + fields.parts,
            buttons: [Button(text("Pierakstīt", "Write down"))],
            cancel: "/"
        )
    }
}

/// The form of an observation.
struct ObservationPage: Page {
    let method = PageMethod.get
    let path = "/observations"
    let permission = Permission.noteObservations
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ObservationForm.load(request, desk).content([:], FieldErrors()))
    }
}

/// Writes down an observation of a pupil whom one works with or teaches.
struct ObservationAction: Page {
    let method = PageMethod.post
    let path = "/observations"
    let permission = Permission.noteObservations
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let form = try await ObservationForm.load(request, desk)
        let typed = request.form.compactMapValues(\.last)
        do {
            try await form.save(typed, desk)
            return .redirect(
                "/observations",
                notice: Text(lv: "Novērojums pierakstīts.", en: "The observation was written down.")
            )
        } catch let errors as FieldErrors {
            return .page(form.content(typed, errors))
        }
    }
}
