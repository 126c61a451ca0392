internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a referral: the form as it was sent, what was answered, and what may be done next.
struct ReferralView {
    let data: ReferralContent
    let request: PageRequest
    let returned: ReturnedForm?

    private var referral: Referral { data.referral }
    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML { "\(head)\(facts)\(signatures)\(forms)" }

    private var head: PageHead {
        let print = text("Drukāt", "Print")
        var actions: [HTML] = [
            "<button type=\"button\" class=\"button second js-only\" data-print>\(print)</button>"
        ]
        if data.seesCase {
            let way = Address("/cases/\(String(referral.caseID))")
            actions.append(ButtonLink(text("Atbalsta gadījums", "Case of support"), way, .second).html)
        } else if data.opensCase {
            let way = Address("/pupils/\(String(referral.pupil.rawValue))/cases")
            actions.append(ButtonLink(text("Atvērt gadījumu", "Open a case"), way, .second).html)
        }
        let number = String(referral.id)
        return PageHead(
            text("Nosūtījums Nr. \(number)", "Referral no. \(number)"),
            lede: data.kind[language],
            actions: actions
        )
    }

    private var facts: HTML {
        let body = "\(referral.body.words[language]), \(referral.workerName)"
        let place = "\(data.place[language]), \(referral.senderName)"
        let isOut = referral.way == .toBody
        var facts: [(name: String, value: HTML)] = [
            (text("No", "From"), HTML(text: isOut ? place : body)),
            (
                text("Kam", "To"),
                HTML(text: isOut ? body : data.key.namesPupil ? data.place[language] : school)
            ),
            (text("Nosūtīts", "Sent"), HTML(text: format.day(referral.sent))),
        ]
        if let name = data.name { facts.append((text("Izglītojamais", "Pupil"), HTML(text: name))) }
        let look: Badge.Look = referral.state == .sent ? .attention : .plain
        let said: [(name: String, value: HTML)] = [
            (text("Kas lūgts", "What is asked"), HTML(text: data.kind[language])),
            (text("Pamatojums", "Reason"), HTML(text: data.reason)),
        ]
        let answered = (data.filled?.answers ?? []).map { ($0.words[language], HTML(text: $0.text)) }
        let basis: [(name: String, value: HTML)] = [
            (text("Tiesiskais pamats", "Legal basis"), HTML(text: referral.basis.words[language])),
            (text("Stāvoklis", "State"), Badge(referral.state.words[language], look).html),
        ]
        facts += said + answered + basis
        if let day = referral.answered {
            let answer = [data.answer, "\(format.day(day)), \(referral.answeredBy)"]
            facts.append((text("Atbilde", "Answer"), lines(answer)))
        }
        if let finished = referral.finished {
            let outcome = [data.outcome, "\(format.day(finished)), \(referral.finishedBy)"]
            let isDone = referral.state == .finished
            let title = isDone ? text("Kas panākts", "What came of it") : text("Atsaukts", "Withdrawn")
            facts.append((title, lines(outcome)))
        }
        return DefinitionList(facts).html
    }

    private var school: String { text("izglītojamā izglītības iestāde", "the pupil's institution") }

    private func lines(_ texts: [String]) -> HTML {
        let parts: [HTML] = texts.filter { !$0.isEmpty }.map { "<div>\($0)</div>" }
        return "\(parts)"
    }

    /// The places for signatures, on paper alone: on a screen nobody signs.
    private var signatures: HTML {
        let line = String(repeating: "_", count: 28)
        return """
            <div class="apart on-paper"><p>\(text("Nosūtīja", "Sent by")): \(line) \(referral.senderName)</p>\
            <p>\(text("Saņēma", "Received by")): \(line)</p></div>\(version)
            """
    }

    /// Which version of the form it is written on.
    private var version: HTML? {
        guard let from = data.filled?.from, from.number > 0 else { return nil }
        let words = text("Veidlapas redakcija no", "Version of the form from")
        return "<p class=\"quiet\">\(words) \(format.day(from))</p>"
    }

    private var forms: HTML { "\(step)\(given)" }

    /// Where no case has taken it up, the receiver gives it to a person who asked for their data: the printed page.
    private var given: HTML? {
        guard data.key.standing == .receiver, referral.way == .fromBody, referral.caseID == 0 else {
            return nil
        }
        let words = text(
            "Ja persona prasa savus datus, izdrukājiet šo lapu un pierakstiet, ka tā izsniegta.",
            "Where the person asks for their data, print this page and note that it was given."
        )
        let button = Button(text("Pierakstīt izsniegšanu", "Note that it was given"), .second)
        return form(
            "given",
            text("Izsniegšana personai", "Given to the person"),
            [.markup("<p>\(words)</p>")],
            button
        )
    }

    private var step: HTML? {
        switch (data.key.standing, referral.state) {
        case (.receiver, .sent): answer
        case (.receiver, .accepted): finish
        case (.sender, .sent): withdraw
        default: nil
        }
    }

    private var answer: HTML {
        let choices = [Option("1", text("Pieņemt", "Accept")), Option("0", text("Noraidīt", "Reject"))]
        let words = Field(
            "answer",
            text("Atbilde", "Answer"),
            .area(value: typed("answer"), rows: 3),
            hint: text(
                "Noraidot jānorāda iemesls; pieņemot atbildi var atstāt tukšu.",
                "Where it is rejected, the reason is needed; where it is accepted, this may stay empty."
            ),
            error: error("answer")
        )
        let accepts = Field(
            "accepts",
            text("Vai pieņemat nosūtījumu", "Whether you accept it"),
            .radios(choices, chosen: returned?.typed["accepts"]),
            error: error("accepts")
        )
        return form(
            "answer",
            text("Atbildēt", "Answer"),
            [.field(accepts), .field(words)],
            Button(text("Nosūtīt atbildi", "Send the answer"))
        )
    }

    private var finish: HTML {
        let field = Field(
            "outcome",
            text("Kas panākts", "What came of it"),
            .area(value: typed("outcome"), rows: 4),
            error: error("outcome")
        )
        return form(
            "finish",
            text("Pabeigt", "Finish"),
            [.field(field)],
            Button(text("Pabeigt nosūtījumu", "Finish the referral"))
        )
    }

    private var withdraw: HTML {
        form(
            "withdraw",
            text("Atsaukt", "Withdraw"),
            [],
            Button(text("Atsaukt nosūtījumu", "Withdraw the referral"), .second)
        )
    }

    private func form(_ name: String, _ title: String, _ parts: [Form.Part], _ button: Button) -> HTML {
        let form = Form(
            id: name,
            language,
            action: Address("/referrals/\(String(referral.id))/\(name)"),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(referral.version))] + parts,
            buttons: [button]
        )
        return "<div class=\"screen-only\">\(Section(title, form.html))</div>"
    }

    private func typed(_ field: String) -> String { returned?.typed[field] ?? "" }
    private func error(_ field: String) -> String? { returned?.errors.byField[field]?[language] }
}
