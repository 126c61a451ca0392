internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// Plans a meeting.
struct MeetingNewPage: Page {
    let method = PageMethod.get
    let path = "/meetings/new"
    let permission = Permission.workCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await MeetingForm.load(nil, request, desk).content([:], FieldErrors()))
    }
}

/// Keeps a new meeting.
struct MeetingNewAction: Page {
    let method = PageMethod.post
    let path = "/meetings/new"
    let permission = Permission.workCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let form = try await MeetingForm.load(nil, request, desk)
        let typed = request.form.compactMapValues(\.last)
        do {
            let id = try await MeetingWork(desk).plan(try form.read(typed))
            return .redirect(
                "/meetings/\(id)",
                notice: Text(lv: "Sanāksme ieplānota.", en: "The meeting is planned.")
            )
        } catch let errors as FieldErrors {
            return .page(form.content(typed, errors))
        }
    }
}

/// Changes time and place of a meeting.
struct MeetingEditPage: Page {
    let method = PageMethod.get
    let path = "/meetings/:meeting/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(
            try await MeetingForm.load(try request.number("meeting"), request, desk).content(
                [:],
                FieldErrors()
            )
        )
    }
}

/// Keeps changed time and place.
struct MeetingEditAction: Page {
    let method = PageMethod.post
    let path = "/meetings/:meeting/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("meeting")
        let form = try await MeetingForm.load(id, request, desk)
        let typed = request.form.compactMapValues(\.last)
        do {
            let draft = try form.read(typed)
            try await MeetingWork(desk).change(id, draft, version: Int(request.field("version")) ?? 0)
            return .redirect("/meetings/\(id)", notice: Text(lv: "Saglabāts.", en: "Saved."))
        } catch let errors as FieldErrors {
            return .page(form.content(typed, errors))
        } catch is Conflict {
            return .redirect("/meetings/\(id)", notice: MeetingWords.changedByAnother)
        }
    }
}

/// What is asked of a meeting: kind and institution of a new one, day, time and place of any.
struct MeetingForm: Sendable {
    let meeting: Meeting?
    let places: [(id: Int, name: Text)]
    let request: PageRequest
    let today: Day

    private var language: Language { request.language }

    static func load(_ id: Int?, _ request: PageRequest, _ desk: Desk) async throws -> MeetingForm {
        try await desk.database.data.read { connection in
            let meeting = try id.map { try MeetingWork.open($0, desk, connection) }
            let places = try meeting == nil ? MeetingPlaces.open(desk, connection) : []
            if meeting == nil, places.isEmpty { throw Refusal.noSuchPage }
            return MeetingForm(meeting: meeting, places: places, request: request, today: desk.today)
        }
    }

    func read(_ typed: EditTexts) throws -> MeetingWork.Draft {
        var reader = FieldReader(typed)
        let day = reader.day("day", optional: false)
        let time = reader.words("starts", optional: true)
        let starts = time.isEmpty ? nil : MeetingTime.read(time)
        if !time.isEmpty, starts == nil {
            reader.fail("starts", Text(lv: "Rakstiet laiku kā 14.30.", en: "Write the time as 14:30."))
        }
        let place = reader.words("place", optional: true)
        var (kind, institution) = (MeetingKind.team, 0)
        if meeting == nil {
            kind =
                Int(reader.choice("kind", MeetingKind.allCases.map { String($0.rawValue) }))
                .flatMap { MeetingKind(rawValue: $0) } ?? .team
            institution =
                places.count == 1
                ? places[0].id : Int(reader.choice("institution", places.map { String($0.id) })) ?? 0
        }
        try reader.finish()
        guard let day else { throw FieldErrors("day", .missingAnswer) }
        return MeetingWork.Draft(
            kind: kind,
            institution: InstitutionID(rawValue: institution),
            day: day,
            starts: starts,
            place: place
        )
    }

    func content(_ typed: EditTexts, _ errors: FieldErrors) -> PageContent {
        let title =
            meeting == nil
            ? Text(lv: "Plānot sanāksmi", en: "Plan a meeting")
            : Text(lv: "Labot laiku un vietu", en: "Change time and place")
        let target = meeting.map { "/meetings/\($0.id)/edit" } ?? "/meetings/new"
        let back = meeting.map { "/meetings/\($0.id)" } ?? "/meetings"
        let form = Form(
            id: "meeting",
            language,
            action: Address(target),
            csrf: request.formToken,
            parts: fields(typed, errors),
            buttons: [Button(Text(lv: "Saglabāt", en: "Save")[language])],
            cancel: Address(back)
        )
        return PageContent(
            title,
            "\(PageHead(title[language]))\(form)",
            crumbs: [PageContent.Crumb(MeetingsPage.title, "/meetings")],
            status: errors.isEmpty ? 200 : 422
        )
    }

    private func fields(_ typed: EditTexts, _ errors: FieldErrors) -> [Form.Part] {
        guard let meeting else { return held(typed, errors) + planned(typed, errors) }
        let version = Form.Part.hidden(name: "version", value: String(meeting.version))
        return [version] + planned(typed, errors)
    }

    /// Which meeting it is and who holds it: asked once, as neither changes.
    private func held(_ typed: EditTexts, _ errors: FieldErrors) -> [Form.Part] {
        let kinds = MeetingKind.allCases.map {
            Option(String($0.rawValue), $0.words.capitalised[language])
        }
        let kind = part(
            "kind",
            Text(lv: "Kāda sanāksme", en: "Which meeting"),
            .radios(kinds, chosen: typed["kind"] ?? "1"),
            errors
        )
        guard places.count > 1 else { return [kind] }
        let options = places.map { Option(String($0.id), $0.name.capitalised[language]) }
        let institution = part(
            "institution",
            Text(lv: "Kas rīko", en: "Who holds it"),
            .select(options, chosen: typed["institution"]),
            errors
        )
        return [kind, institution]
    }

    /// When and where.
    private func planned(_ typed: EditTexts, _ errors: FieldErrors) -> [Form.Part] {
        let day = typed["day"] ?? Format(.lv).day(meeting?.day ?? today)
        let time = typed["starts"] ?? meeting?.time(.lv) ?? ""
        let place = typed["place"] ?? meeting?.place ?? ""
        return [
            part("day", Text(lv: "Diena", en: "Day"), .date(value: day), errors),
            part(
                "starts",
                Text(lv: "Laiks", en: "Time"),
                .number(value: time),
                errors,
                hint: Text(lv: "Piemēram, 14.30", en: "For example, 14:30"),
                optional: true
            ),
            part("place", Text(lv: "Vieta", en: "Place"), .text(value: place), errors, optional: true),
        ]
    }

    private func part(
        _ name: String,
        _ label: Text,
        _ control: Control,
        _ errors: FieldErrors,
        hint: Text? = nil,
        optional: Bool = false
    ) -> Form.Part {
        .field(
            Field(
                name,
                label[language],
                control,
                hint: hint?[language],
                error: errors.byField[name]?[language],
                isOptional: optional
            )
        )
    }
}
