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
            lv:
                """
                Tekstu nosaka pašvaldība sadaļā „Normatīvās prasības”. Atzīme pieraksta soli ar šodienas dienu un vēstules \
                nosaukumu; citā dienā nosūtītai vēstulei:
                """,
            en: """
                The board sets the text among its rules. The mark records the step with today’s day and the letter’s name; \
                for a letter of another day:
                """
        )
        let back = Link(
            Text(lv: "Pierakstīt soli", en: "Record the step")[language],
            Address(address)
        )
        return """
            \(head)<div class="letter">\(body)</div>\(sent)\
            <p class="quiet screen-only">\(advice, language) \(back)</p>
            """
    }

    /// The button that says that the letter was sent; none where the board's order does not have its step.
    private var sent: HTML? {
        guard data.steps.contains(where: { $0.step == letter.step }) else { return nil }
        let words = Text(lv: "Atzīmēt kā nosūtītu", en: "Mark as sent")
        return """
            <form method="post" action="\(Address(address + "/letters/\(letter.rawValue)"))" class="screen-only">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="year" value="\(data.year.description)">\
            <input type="hidden" name="term" value="\(term)">\
            <button type="submit" class="button second">\(words, language)</button></form>
            """
    }
}
