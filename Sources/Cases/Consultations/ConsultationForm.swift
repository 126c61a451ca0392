internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What the short form of a consultation offers: classes, their pupils, subjects.
struct ConsultationForm: Sendable {
    let classes: [(id: Int, name: String)]
    let pupils: [(id: Int, name: String)]
    let subjects: [(id: Int, name: String)]
    /// The subject of the asker's last consultation, or the one that the asker teaches, if it is one.
    let subject: Int?
    /// How long the asker's last consultation was, else a lesson.
    let minutes: Int
    let classGroup: Int?
    let desk: Desk
    let request: PageRequest

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    static func load(_ request: PageRequest, _ desk: Desk) async throws -> ConsultationForm {
        let asked = Int(request.query["class"] ?? "") ?? Int(request.field("class"))
        return try await desk.database.data.read { connection in
            let circle = try PupilCircle(.logConsultations, desk, connection)
            let classes = try circle.classes()
            let last = try ConsultationLog(desk).last(connection)
            let chosen = classes.count == 1 ? classes[0].id : asked ?? last?.classGroup.rawValue
            let known = chosen.flatMap { chosen in classes.first { $0.id == chosen }?.id }
            let subjects = try circle.subjects()
            return ConsultationForm(
                classes: classes,
                pupils: try known.map { try circle.pupils(of: $0) } ?? [],
                subjects: subjects.all,
                subject: last?.subject ?? (subjects.own == 1 ? subjects.all.first?.id : nil),
                minutes: last?.minutes ?? 40,
                classGroup: known,
                desk: desk,
                request: request
            )
        }
    }

    /// Keeps the answers: who, which subject, when, for how long.
    func save(_ typed: EditTexts) async throws {
        var reader = FieldReader(typed)
        let pupil = Int(reader.choice("pupil", pupils.map { String($0.id) })) ?? 0
        let subject =
            Int(reader.choice("subject", ["0"] + subjects.map { String($0.id) }, optional: true)) ?? 0
        let day = reader.day("day", optional: false)
        let minutes = reader.number("minutes", in: 5...480)
        if let day, day > desk.today {
            reader.fail("day", Text(lv: "Diena vēl nav pienākusi.", en: "The day has not come yet."))
        }
        if let day, day < desk.today - 366 { reader.fail("day", .longAgo) }
        try reader.finish()
        guard let day, let minutes else { throw Refusal.noSuchPage }
        try await ConsultationLog(desk).add(
            PupilID(rawValue: pupil),
            subject: subject,
            day: day,
            minutes: minutes
        )
    }

    func content(_ typed: EditTexts, _ errors: FieldErrors) -> PageContent {
        let title = Text(lv: "Pierakstīt konsultāciju", en: "Log a consultation")
        let crumbs = [PageContent.Crumb(ConsultationsPage.title, "/consultations")]
        let head = PageHead(title[language])
        guard !classes.isEmpty else {
            let empty = EmptyState(
                text("Nav klašu, ar kurām strādājat", "There are no classes that you work with"),
                advice: text(
                    "Klases rodas, kad importē šī mācību gada izglītojamo sarakstu; pedagogam – kad importēts, ko viņš "
                        + "māca, un konts saistīts ar darbinieku reģistru.",
                    "Classes come with the list of pupils of this school year; a teacher's with what the teacher "
                        + "teaches, where the account belongs to an entry of the staff register."
                )
            )
            return PageContent(title, "\(head)\(empty)", crumbs: crumbs)
        }
        let persons = pupils.map { PupilID(rawValue: $0.id) }
        return PageContent(
            title,
            "\(head)\(classBar)\(pupils.isEmpty ? nil : form(typed, errors).html)",
            crumbs: crumbs,
            persons: persons,
            status: errors.isEmpty ? 200 : 422
        )
    }

    private var classBar: HTML? {
        ClassBar(classes, chosen: classGroup, action: "/consultations/new", language).html
    }

    private func form(_ typed: EditTexts, _ errors: FieldErrors) -> Form {
        func error(_ name: String) -> String? { errors.byField[name]?[language] }
        func chosen(_ name: String) -> String? { typed[name].flatMap { $0.isEmpty ? nil : $0 } }
        let people = pupils.map { Option(String($0.id), $0.name) }
        let taught =
            [Option("0", text("bez priekšmeta", "no subject"))]
            + subjects.map { Option(String($0.id), $0.name) }
        return Form(
            id: "consultation",
            language,
            action: "/consultations/new",
            csrf: request.formToken,
            parts: [
                .hidden(name: "class", value: classGroup.map { String($0) } ?? ""),
                .field(
                    Field(
                        "pupil",
                        text("Izglītojamais", "Pupil"),
                        .select(people, chosen: chosen("pupil")),
                        error: error("pupil"),
                        width: .long
                    )
                ),
                .field(
                    Field(
                        "subject",
                        text("Mācību priekšmets", "Subject"),
                        .select(taught, chosen: chosen("subject") ?? String(subject ?? 0)),
                        error: error("subject"),
                        width: .long
                    )
                ),
                .field(
                    Field(
                        "minutes",
                        text("Ilgums minūtēs", "Minutes"),
                        .number(value: typed["minutes"] ?? String(minutes)),
                        error: error("minutes")
                    )
                ),
                .field(
                    Field(
                        "day",
                        text("Datums", "Day"),
                        .date(value: typed["day"] ?? Format(.lv).day(desk.today)),
                        error: error("day")
                    )
                ),
            ],
            buttons: [
                Button(text("Pierakstīt", "Log")),
                Button(
                    text("Pierakstīt un vēl vienu", "Log, and one more"),
                    .second,
                    field: (name: "next", value: "1")
                ),
            ],
            cancel: "/consultations"
        )
    }
}

extension Text {
    static let longAgo = Text(
        lv: "Diena ir vairāk nekā pirms gada; pārbaudiet gadu.",
        en: "The day is more than a year ago; check the year."
    )
}
