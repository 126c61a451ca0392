internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What of a case is given to its pupil, in words, on the page and as a document.
struct CasePartPaper: Renderable {
    let part: CasePart
    /// Why notes are held back, by their numbers.
    let held: [Int: String]
    let request: PageRequest
    /// Whether the notes stand in it; the page has them in its form.
    let hasNotes: Bool

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let notes: HTML? = hasNotes ? noteSection : nil
        return "\(facts)\(steps)\(members)\(referrals)\(notes)\(tasks)\(part.plans.compactMap { plan($0) })"
    }

    /// A document of its own.
    var document: HTML {
        """
        <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8">\
        <title>\(part.name)</title></head><body>\
        <h1>\(part.name): \(text("atbalsta gadījums", "case of support"))</h1>\(html)</body></html>
        """
    }

    private var facts: HTML {
        DefinitionList([
            (text("Iestāde", "Institution"), HTML(text: part.place[language])),
            (text("Atvērts", "Opened"), HTML(text: format.day(part.file.opened))),
            (text("Gadījuma vadītājs", "Owner"), HTML(text: part.file.ownerName)),
            (text("Stāvoklis", "State"), HTML(text: part.file.state.words[language])),
            (text("Iemesls", "Reason"), HTML(text: part.reason)),
        ]).html
    }

    private var steps: HTML {
        list(
            text("Gaita", "Course"),
            part.steps.map { step in
                (step.reason, "\(format.day(step.day)) · \(step.words[language]) · \(step.who)")
            }
        )
    }

    private var members: HTML {
        list(
            text("Dalībnieki", "Participants"),
            part.members.map { member, purpose in
                let days = "\(format.day(member.invited)) – \(format.day(member.ends))"
                let basis = member.basis.words[language]
                return (
                    "\(member.name), \(member.body.words[language])",
                    [purpose ?? "", basis, days, member.state.words[language]].filter { !$0.isEmpty }
                        .joined(separator: " · ")
                )
            }
        )
    }

    private var referrals: HTML {
        list(
            text("Nosūtījumi", "Referrals"),
            part.referrals.map { referral, kind, texts in
                let who = "\(referral.body.words[language]), \(referral.workerName)"
                let state = referral.state.words[language]
                return (
                    ([kind[language]] + texts).joined(separator: ". "),
                    "\(who) · \(format.day(referral.sent)), \(referral.senderName) · \(state)"
                )
            }
        )
    }

    private var tasks: HTML {
        list(
            text("Uzdevumi", "Tasks"),
            part.tasks.map { task, words, outcome in
                let done = task.done.map { "\(format.day($0)): \(outcome)" }
                let who = "\(task.person), \(task.body.words[language])"
                return (words, "\(who) · \(done ?? format.day(task.due))")
            }
        )
    }

    private var noteSection: HTML {
        let given = part.notes.filter { held[$0.id] == nil }
        let shown = list(
            text("Piezīmes", "Notes"),
            given.map { ($0.text, "\(format.day($0.day)) · \($0.who)") }
        )
        let back = list(
            text("Neizsniegtās piezīmes", "Notes held back"),
            part.notes.compactMap { note in held[note.id].map { (format.day(note.day), $0) } }
        )
        let rest = text(
            "Piezīmes ar ierobežotu pieejamību šajā dokumentā neiekļauj.",
            "Notes of restricted access are not in this document."
        )
        return "\(shown)\(held.isEmpty ? nil : back)<p>\(rest)</p>"
    }

    private func plan(_ data: PlanContent) -> HTML? {
        guard let plan = data.plan else { return nil }
        let view = PlanView(data: data, plan: plan, effects: [], request: request, returned: nil)
        // Measures are written on the page of the plan with its forms: here they are read.
        let parts = plan.kind.parts.filter { !($0 is PlanMeasureList) }.compactMap { $0.html(view) }
        let measures = list(
            text("Atbalsta pasākumi", "Measures"),
            data.measures.map { measure in
                let days = "\(format.day(measure.from)) – \(format.day(measure.to))"
                let hours = "\(format.hours(measure.given)) / \(format.hours(measure.planned))"
                let name = data.choices.name(of: measure, language)
                let end = measure.ending(in: plan.kind, language) ?? ""
                return (
                    name,
                    [measure.provider, days, hours, end].filter { !$0.isEmpty }.joined(separator: " · ")
                )
            }
        )
        return """
            <h2>\(plan.kind.words, language): \(plan.period, language)</h2>\(view.facts)\(parts)\(measures)
            """
    }

    /// Lines with what belongs to each; nothing where there are none.
    private func list(_ title: String, _ lines: [(String, String)]) -> HTML {
        guard !lines.isEmpty else { return "" }
        let items: [HTML] = lines.map { words, note in
            let said: HTML? = words.isEmpty ? nil : "<p>\(words)</p>"
            return "<li>\(said)<p class=\"quiet\">\(note)</p></li>"
        }
        return Section(title, "<ul>\(items)</ul>").html
    }
}
