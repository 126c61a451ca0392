internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// A letter about a pupil's absence, filled in and ready to be printed on A4.
struct DutyLetterPage: Page {
    let method = PageMethod.get
    let path = "/pupils/:pupil/absence-duty/letters/:letter"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await DutyLetterPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ typed: EditTexts? = nil,
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        guard let letter = DutyLetter(rawValue: try request.number("letter")) else {
            throw Refusal.noSuchPage
        }
        let (text, rule) = try await desk.database.data.read { connection in
            let regulations = try Regulations.load(desk.tenant, connection)
            let rule = regulations.named(letter.rule, on: desk.today)
            let days = try regulations.parameters(letter.rule, as: DutyLetterRule.self, on: desk.today)?.days
            let data = try DutyPupil.load(
                pupil,
                since: ShownPast(on: desk.today).since,
                desk,
                connection
            )
            let text = try data.map {
                DutyLetterText(
                    data: $0,
                    days: days ?? 0,
                    hand: try DutyLetterHand(letter, $0, desk, connection)
                )
            }
            return (text, rule)
        }
        guard let text, let rule else { throw Refusal.noSuchPage }
        let view = DutyLetterView(
            letter: letter,
            data: text.data,
            term: text.term,
            request: request,
            typed: typed,
            errors: errors
        )
        return PageContent(
            letter.title,
            view.html(text.filled(rule.words[request.language], request.language)),
            crumbs: [
                PageContent.Crumb(DutyPage.title, "/absence-duty"),
                PageContent.Crumb(Text(same: text.data.name), "/pupils/\(pupil.rawValue)/absence-duty"),
            ],
            persons: [pupil],
            status: errors.isEmpty ? 200 : 422
        )
    }
}

/// Records that a letter was sent: an entry of the step that it belongs to, by the letter's name.
struct DutyLetterSentAction: Page {
    let method = PageMethod.post
    let path = "/pupils/:pupil/absence-duty/letters/:letter"
    let permission = Permission.workSignals
    let scope = PageScope.pupil

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let pupil = PupilID(rawValue: try request.number("pupil"))
        guard let letter = DutyLetter(rawValue: try request.number("letter")),
            let year = SchoolYear(request.field("year")), let term = Int(request.field("term")),
            (1...2).contains(term)
        else { throw Refusal.noSuchPage }
        let typed = [
            "step": letter.step.rawValue, "day": request.field("day"),
            "reference": request.field("reference"),
        ]
        do {
            var draft = try DutyWork.draft(typed, year, term, today: desk.today)
            draft.letter = letter
            try await DutyWork(desk: desk).record(draft, of: pupil)
        } catch let errors as FieldErrors {
            return .page(try await DutyLetterPage.content(request, desk, typed, errors))
        }
        return .redirect(
            "/pupils/\(pupil.rawValue)/absence-duty",
            notice: Text(lv: "Vēstule atzīmēta kā nosūtīta.", en: "The letter is marked as sent.")
        )
    }
}
