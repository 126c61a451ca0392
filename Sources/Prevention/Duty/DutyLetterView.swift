internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A letter as it is printed, with what is done beside it on the screen.
struct DutyLetterView {
    let letter: DutyLetter
    let data: DutyPupil
    /// The term that the letter is about.
    let term: Int
    let request: PageRequest
    /// What was typed, where the form comes back with errors.
    var typed: EditTexts?
    var errors = FieldErrors()

    private var language: Language { request.language }
    private var address: String { "/pupils/\(data.pupil.rawValue)/absence-duty" }

    func html(_ paragraphs: [String]) -> HTML {
        let print = Text(lv: "Drukāt", en: "Print")[language]
        let button: HTML = "<button type=\"button\" class=\"button js-only\" data-print>\(print)</button>"
        let head = PageHead(letter.title[language], actions: [button])
        let body = paragraphs.map { paragraph -> HTML in
            let lines = paragraph.split(separator: "\n").map(String.init)
            let parts = lines.enumerated().map { index, line -> HTML in
                index == 0 ? HTML(text: line) : "<br>\(line)"
            }
            return "<p>\(parts)</p>"
        }
        let advice = Text(
            lv: "Tekstu nosaka pašvaldība sadaļā „Normatīvās prasības”.",
            en: "The board sets the text among its rules."
        )
        return """
            \(head)<div class="letter">\(body)</div>\
            <div class="screen-only"><p class="quiet">\(advice, language)</p>\(sent)</div>
            """
    }

    /// The form that says that the letter was sent; none where the board's order does not have its step.
    private var sent: HTML? {
        guard let step = data.steps.first(where: { $0.step == letter.step }) else { return nil }
        let form = Form(
            id: "sent",
            language,
            action: Address(address + "/letters/\(letter.rawValue)"),
            csrf: request.formToken,
            parts: [
                .hidden(name: "year", value: data.year.description),
                .hidden(name: "term", value: String(term)),
                .field(
                    Field(
                        "day",
                        Text(lv: "Nosūtīta", en: "Sent on")[language],
                        .date(value: typed?["day"] ?? Format(.lv).day(data.today)),
                        error: errors.byField["day"]?[language]
                    )
                ),
                .field(
                    Field(
                        "reference",
                        Text(lv: "Dokumenta numurs", en: "Number of the document")[language],
                        .text(value: typed?["reference"] ?? ""),
                        error: errors.byField["reference"]?[language],
                        isOptional: step.reference == 0,
                        width: .medium
                    )
                ),
            ],
            buttons: [Button(Text(lv: "Atzīmēt kā nosūtītu", en: "Mark as sent")[language], .second)]
        )
        return form.html
    }
}
