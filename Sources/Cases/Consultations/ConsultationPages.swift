internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The latest consultations of pupils that the reader works with, and those that the reader gave.
struct ConsultationsPage: Page {
    let method = PageMethod.get
    let path = "/consultations"
    let permission = Permission.logConsultations
    let scope = PageScope.anywhere

    static let title = Text(lv: "Konsultācijas", en: "Consultations")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let (rows, names, subjects) = try await desk.database.data.read { connection in
            let rows = try ConsultationLog(desk).latest(connection)
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: desk.today),
                connection
            )
            _ = names.sorted(.pupil, Set(rows.map(\.pupil.rawValue)))
            let people = rows.map { row in
                (
                    names.name(.pupil, row.pupil.rawValue).lv,
                    names.name(.classGroup, row.classGroup.rawValue)
                )
            }
            let subjects = try RegistryLookup(tenant: desk.tenant, connection).subjects()
            return (rows, people, Dictionary(subjects.map { ($0.id, $0.name) }) { first, _ in first })
        }
        let list = ConsultationList(
            rows: rows,
            people: names,
            subjects: subjects,
            own: desk.asker.account,
            request: request,
            language: language
        )
        return .page(PageContent(ConsultationsPage.title, list.html, persons: rows.map(\.pupil)))
    }
}

/// The list of consultations.
struct ConsultationList {
    let rows: [Consultation]
    let people: [(pupil: String, classGroup: Text)]
    let subjects: [Int: String]
    let own: AccountID
    let request: PageRequest
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// How many there are; of very many the latest are listed.
    private var lede: String {
        guard rows.count < ConsultationLog.most else {
            let most = String(ConsultationLog.most)
            return text("Pēdējās \(most) šajā mācību gadā.", "The latest \(most) of this school year.")
        }
        guard !rows.isEmpty else {
            return text("Konsultācijas šajā mācību gadā.", "Consultations of this school year.")
        }
        let count = Noun(lv: "konsultācija", "konsultācijas", en: "consultation", "consultations")
            .counted(rows.count)
        return text("\(count.lv) šajā mācību gadā.", "\(count.en) of this school year.")
    }

    var html: HTML {
        let head = PageHead(
            ConsultationsPage.title[language],
            lede: lede,
            actions: [
                ButtonLink(text("Atskaite", "Report"), "/reports/prevention/consultations", .second).html,
                ButtonLink(text("Pierakstīt konsultāciju", "Log a consultation"), "/consultations/new").html,
            ]
        )
        let format = Format(language)
        var table = DataTable(
            id: "consultations",
            language,
            caption: ConsultationsPage.title[language],
            columns: [
                DataTable.Column(text("Datums", "Day")),
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Mācību priekšmets", "Subject")),
                DataTable.Column(text("Minūtes", "Minutes"), .number),
                DataTable.Column(text("Kas sniedza", "Given by"), isOptional: true),
                DataTable.Column(text("Darbības", "Actions")),
            ],
            rows: zip(rows, people).map { row, person in
                DataTable.Row([
                    .words(format.day(row.day)), .words(person.pupil, note: person.classGroup[language]),
                    .words(subjects[row.subject] ?? "–"), .words(format.integer(row.minutes)),
                    .words(row.who), row.account == own ? .markup(undo(row)) : .empty,
                ])
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Konsultāciju vēl nav", "There are no consultations yet"),
            advice: text(
                "Pierakstiet konsultāciju tūlīt pēc tās; tas prasa dažas sekundes arī tālrunī.",
                "Log one right after it; on a phone it takes a few seconds."
            )
        )
        return "\(head)\(table)"
    }

    private func undo(_ row: Consultation) -> HTML {
        """
        <form method="post" action="\(Address("/consultations/\(String(row.id))/undo"))">\
        <input type="hidden" name="csrf" value="\(request.formToken)">\
        <button type="submit" class="button second small">\(text("Atsaukt", "Take back"))\
        <span class="unseen">: \(Format(language).day(row.day))</span></button></form>
        """
    }
}

/// The short form of a consultation, made for a phone.
struct ConsultationNewPage: Page {
    let method = PageMethod.get
    let path = "/consultations/new"
    let permission = Permission.logConsultations
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await ConsultationForm.load(request, desk).content([:], FieldErrors()))
    }
}

/// Logs a consultation and, where it is asked for, offers the form of the same class again.
struct ConsultationAction: Page {
    let method = PageMethod.post
    let path = "/consultations/new"
    let permission = Permission.logConsultations
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let form = try await ConsultationForm.load(request, desk)
        let typed = request.form.compactMapValues(\.last)
        do {
            try await form.save(typed)
            let again = form.classGroup.map { "/consultations/new?class=\($0)" } ?? "/consultations/new"
            return .redirect(
                request.field("next") == "1" ? again : "/consultations",
                notice: Text(lv: "Konsultācija pierakstīta.", en: "The consultation was logged.")
            )
        } catch let errors as FieldErrors {
            return .page(form.content(typed, errors))
        }
    }
}

/// Takes a consultation back.
struct ConsultationUndo: Page {
    let method = PageMethod.post
    let path = "/consultations/:consultation/undo"
    let permission = Permission.logConsultations
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await ConsultationLog(desk).undo(try request.number("consultation"))
        return .redirect(
            "/consultations",
            notice: Text(lv: "Konsultācija atsaukta.", en: "The consultation was taken back.")
        )
    }
}
