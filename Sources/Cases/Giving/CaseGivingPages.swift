internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What of a case is given to the person who asked for their data: all of it is shown, and each note may be held back.
struct CaseGivingPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/person"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Izsniegt personai", en: "Give to the person")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await CaseGivingPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ errors: FieldErrors = FieldErrors(),
        hasChanged: Bool = false
    ) async throws -> PageContent {
        let id = try request.number("case")
        let (part, mark) = try await desk.database.data.read { connection in
            let part = try CasePart.load(id, desk, connection)
            return (part, try part.mark(desk, connection))
        }
        let language = request.language
        let head = PageHead(
            CaseGivingPage.title[language],
            lede: Text(
                lv: """
                    Failā būs viss, kas redzams šeit, izņemot aizturētās piezīmes. Izvērtējiet citu personu tiesības un bērna \
                    intereses (VDAR 15. panta 4. punkts).
                    """,
                en: """
                    The file has all that is shown here without the notes held back. Weigh the rights of others and the \
                    interests of the child (GDPR, article 15(4)).
                    """
            )[language]
        )
        let changed: HTML? = hasChanged ? CaseGivingPage.changed(language).html : nil
        let form = CaseGivingForm(part: part, shown: mark, request: request, errors: errors)
        let paper = CasePartPaper(part: part, held: [:], request: request, hasNotes: false)
        var content = PageContent(
            Text(same: "\(part.name): ") + CaseGivingPage.title,
            "\(changed)\(head)\(form)\(paper)",
            crumbs: [
                PageContent.Crumb(CasesPage.title, "/cases"),
                PageContent.Crumb(Text(same: part.name), "/cases/\(id)"),
            ],
            persons: [part.file.pupil],
            status: errors.isEmpty && !hasChanged ? 200 : 422
        )
        content.record = "case \(id) person"
        return content
    }

    /// Nothing was given out, for there is something on the page that was not there before.
    private static func changed(_ language: Language) -> Notice {
        let words = Text(
            lv: "Fails nav izsniegts: kopš lapas atvēršanas gadījumā kaut kas ir mainījies.",
            en: "The file was not given out: something in the case has changed since the page was opened."
        )
        let advice = Text(
            lv: "Pārskatiet to, kas šeit redzams tagad, un izsniedziet vēlreiz.",
            en: "Look through what is shown here now, and give it out again."
        )
        return Notice(.attention, language, words[language], more: advice[language])
    }
}

/// Gives it out as a file.
struct CaseGivingAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/person"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("case")
        let reasons = CaseGivingForm.reasons(request)
        do {
            let shown = request.field(CaseGivingForm.shown)
            let part = try await CaseGiving(desk: desk).give(id, shown: shown, holding: reasons)
            let paper = CasePartPaper(part: part, held: reasons, request: request, hasNotes: true)
            return .file(
                FileContent(
                    name: "sekme-gadijums-\(id).html",
                    type: "text/html; charset=utf-8",
                    bytes: paper.document.bytes,
                    persons: [part.file.pupil]
                )
            )
        } catch let errors as FieldErrors {
            return .page(try await CaseGivingPage.content(request, desk, errors))
        } catch is Conflict {
            return .page(try await CaseGivingPage.content(request, desk, hasChanged: true))
        }
    }
}

/// The notes for the team, each with a box that holds it back and the reason.
struct CaseGivingForm: Renderable {
    let part: CasePart
    /// The mark of what is shown with it.
    let shown: String
    let request: PageRequest
    let errors: FieldErrors

    private var language: Language { request.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// The name of the field with the mark of what was shown.
    static let shown = "shown"

    /// The name of the field with the reason why a note is held back.
    static func reason(_ note: Int) -> String { "reason-\(note)" }

    /// The name of the box that holds a note back.
    private static func hold(_ note: Int) -> String { "hold-\(note)" }

    /// The reasons of the notes whose boxes were ticked, by the numbers of the notes.
    static func reasons(_ request: PageRequest) -> [Int: String] {
        let held = request.form.keys.filter { $0.hasPrefix("hold-") }.compactMap { Int($0.dropFirst(5)) }
        return Dictionary(held.map { ($0, request.field(reason($0)).trimmed) }) { first, _ in first }
    }

    var html: HTML {
        let notes = part.notes.map { note in
            let reason = CaseGivingForm.reason(note.id)
            let number = String(note.id)
            let hold = CaseGivingForm.hold(note.id)
            let isHeld = request.form[hold] != nil
            let box = Option(number, text("Neizsniegt šo piezīmi", "Hold this note back"))
            return Form.Part.set(
                legend: "\(Format(language).day(note.day)), \(note.who)",
                hint: note.text,
                [
                    Field(
                        hold,
                        text("Izsniegšana", "Giving out"),
                        .checkboxes([box], chosen: isHeld ? [number] : []),
                        isOptional: true
                    ),
                    Field(
                        reason,
                        text("Kāpēc neizsniedz", "Why it is held back"),
                        .text(value: request.field(reason)),
                        hint: text("Iemeslu redzēs arī persona.", "The person is told the reason."),
                        error: errors.byField[reason]?[language],
                        isOptional: true
                    ),
                ]
            )
        }
        let form = Form(
            id: "give",
            language,
            action: Address("/cases/\(String(part.file.id))/person"),
            csrf: request.formToken,
            parts: [.hidden(name: CaseGivingForm.shown, value: shown)] + notes,
            buttons: [Button(text("Izsniegt un saglabāt failu", "Give out and save the file"))],
            cancel: Address("/cases/\(String(part.file.id))")
        )
        return Section(text("Piezīmes komandai", "Notes for the team"), form.html).html
    }
}
