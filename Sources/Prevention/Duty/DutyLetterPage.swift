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
        let pupil = PupilID(rawValue: try request.number("pupil"))
        guard let letter = DutyLetter(rawValue: try request.number("letter")) else {
            throw Refusal.noSuchPage
        }
        let (data, rule, days) = try await desk.database.data.read { connection in
            let regulations = try Regulations.load(desk.tenant, connection)
            let rule = regulations.named(letter.rule, on: desk.today)
            let days = try regulations.parameters(letter.rule, as: DutyLetterRule.self, on: desk.today)?.days
            return (try DutyPupil.load(pupil, desk, connection), rule, days)
        }
        guard let data, let rule else { throw Refusal.noSuchPage }
        let text = DutyLetterText(data: data, days: days ?? 0, writer: desk.asker.name)
        let view = DutyLetterView(letter: letter, data: data, term: text.term, request: request)
        return .page(
            PageContent(
                letter.title,
                view.html(text.filled(rule.words[request.language], request.language)),
                crumbs: [
                    PageContent.Crumb(DutyPage.title, "/absence-duty"),
                    PageContent.Crumb(Text(same: data.name), "/pupils/\(pupil.rawValue)/absence-duty"),
                ],
                persons: [pupil]
            )
        )
    }
}

/// Records the step that a letter belongs to as taken today, with the letter's name for the document.
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
            "step": letter.step.rawValue, "day": Format(.lv).day(desk.today),
            "reference": letter.title[request.language], "year": year.description, "term": String(term),
        ]
        do {
            let draft = try DutyWork.draft(typed, year, term, today: desk.today)
            try await DutyWork(desk: desk).record(draft, of: pupil)
        } catch let errors as FieldErrors {
            return .page(try await DutyPupilPage.content(request, desk, typed, errors))
        }
        return .redirect(
            "/pupils/\(pupil.rawValue)/absence-duty",
            notice: Text(lv: "Vēstule atzīmēta kā nosūtīta.", en: "The letter is marked as sent.")
        )
    }
}

/// The places of a letter with what stands in them.
struct DutyLetterText {
    let data: DutyPupil
    let days: Int
    let writer: String

    /// The paragraphs of a letter; what stands in braces and is no place stays as it is.
    func filled(_ words: String, _ language: Language) -> [String] {
        var words = words
        for (place, value) in places(language) {
            words = words.replacing("{\(place.lv)}", with: value).replacing("{\(place.en)}", with: value)
        }
        return words.split(separator: "\n", omittingEmptySubsequences: false).split {
            $0.allSatisfy(\.isWhitespace)
        }
        .map { $0.joined(separator: "\n") }
    }

    /// The term that the letter is about: the latest in which the pupil is over the limit, else that of today.
    var term: Int { data.cases.map(\.term).max() ?? data.term }

    private func places(_ language: Language) -> [(Text, String)] {
        let format = Format(language)
        let missed = data.amount(term) ?? DutyAmount(count: 0, unit: data.limit(term)?.unit ?? .lessons)
        // Letters of boards may still name lessons beside a bare number: of days it never stands alone.
        let number = missed.unit == .lessons ? format.integer(missed.count) : missed.words[language]
        return [
            (Text(lv: "izglītojamais", en: "pupil"), data.name),
            (Text(lv: "klase", en: "class"), data.className),
            (Text(lv: "iestāde", en: "institution"), data.institution[language]),
            (Text(lv: "kavēts", en: "missed"), missed.words[language]),
            (Text(lv: "stundas", en: "lessons"), number),
            (Text(lv: "robeža", en: "limit"), data.limit(term)?.limit[language] ?? "–"),
            (Text(lv: "semestris", en: "term"), String(term)),
            (Text(lv: "diena", en: "day"), format.day(data.today)),
            (Text(lv: "termiņš", en: "deadline"), format.day(data.today + days)),
            (Text(lv: "kas raksta", en: "writer"), writer),
        ]
    }
}
