internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The page of a case: what holds, who takes part, what is to be done and what was noted.
struct CaseView {
    let data: CaseContent
    let request: PageRequest
    let returned: ReturnedForm?
    /// What others did since the reader was here; nil for a first visit.
    var news: CaseNews?

    var language: Language { request.language }
    var format: Format { Format(language) }
    var address: String { "/cases/\(data.file.id)" }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        switch data.key.standing {
        case .knows: "\(head([]))\(contact)"
        case .invited: "\(head([]))\(data.key.isActive ? invitation : invitedTooLate)"
        case .member, .owner, .supervisor:
            """
            \(head(actions))\(over)\(ownerless)\(latest)\(facts)\(next)\(planSection)\(CaseTaskView(view: self))\
            \(CaseNoteView(view: self))\(CaseMemberView(view: self))\(CaseReferralView(view: self))\(timeline)\(leave)
            """
        }
    }

    private func head(_ actions: [HTML]) -> PageHead {
        PageHead(
            "\(data.name): \(text("atbalsta gadījums", "case of support"))",
            lede: [data.place, data.classGroup].compactMap { $0?[language] }.joined(separator: ", "),
            actions: actions
        )
    }

    private var actions: [HTML] {
        let print = text("Drukāt", "Print")
        var all: [HTML] = [
            "<button type=\"button\" class=\"button second js-only\" data-print>\(print)</button>"
        ]
        if data.key.manages {
            all.append(
                ButtonLink(text("Kas skatījis", "Who looked"), Address(address + "/looks"), .second).html
            )
        }
        if data.key.manages {
            let given = ButtonLink(CaseGivingPage.title[language], Address(address + "/person"), .second)
            all.append(given.html)
        }
        if data.seesSignals {
            let signals = Address("/pupils/\(String(data.file.pupil.rawValue))/signals")
            all.append(ButtonLink(text("Riska pazīmes", "Signs of risk"), signals, .second).html)
        }
        return all
    }

    private var over: HTML? {
        guard !data.key.isActive else { return nil }
        return Notice(
            .info,
            language,
            text("Gadījums ir noslēdzies un ir tikai lasāms.", "The case is over and can only be read.")
        ).html
    }

    private var latest: HTML? {
        guard let news, !news.isEmpty else { return nil }
        let when = format.moment(news.since)
        return Notice(
            .info,
            language,
            text("Jaunumi, kopš šeit bijāt \(when)", "New since you were here, \(when)"),
            more: news.items.map { $0[language] }.joined(separator: "; ")
        ).html
    }

    /// What whoever leads the work is to do where nobody answers for the case.
    private var ownerless: HTML? {
        guard !data.hasOwner else { return nil }
        let former = data.file.ownerName
        return Notice(
            .attention,
            language,
            text("Gadījumam vairs nav vadītāja.", "The case has no owner any more."),
            more: data.key.manages
                ? text(
                    "\(former) par to vairs neatbild: konts ir slēgts vai loma beigusies. Ieceliet citu gadījuma vadītāju.",
                    "\(former) answers for it no longer: the account is closed or the role has ended. Name another owner."
                )
                : text(
                    "\(former) par to vairs neatbild. Jaunu gadījuma vadītāju ieceļ iestādes vadītājs vai koordinators.",
                    "\(former) answers for it no longer. The head or the coordinator names another owner."
                )
        ).html
    }

    /// Who answers for the case, or that nobody does and who did.
    var owner: HTML {
        guard !data.hasOwner else { return HTML(text: data.file.ownerName) }
        let former = text("iepriekš: \(data.file.ownerName)", "before: \(data.file.ownerName)")
        return "\(Badge(Text.noOwner[language], .wrong)) <span class=\"quiet\">\(former)</span>"
    }

    private var facts: HTML {
        let file = data.file
        let look: Badge.Look = file.state.isActive ? .attention : .plain
        var facts: [(name: String, value: HTML)] = [
            (text("Stāvoklis", "State"), Badge(file.state.words[language], look).html)
        ]
        if file.outcome != .none {
            facts.append((text("Iznākums", "Outcome"), HTML(text: file.outcome.words[language])))
        }
        facts.append((text("Gadījuma vadītājs", "Owner"), owner))
        facts.append(
            (
                text("Atvērts", "Opened"),
                "\(format.day(file.opened)) (\(file.origin.words, language)\(sign))"
            )
        )
        if let closed = file.closed {
            facts.append((text("Noslēdzies", "Ended"), HTML(text: format.day(closed))))
        }
        if let review = file.review {
            let late: HTML? =
                review < data.today ? " \(Badge(text("nokavēts", "overdue"), .wrong))" : nil
            facts.append((text("Nākamā pārskatīšana", "Next review"), "\(format.day(review))\(late)"))
        }
        if let level = data.level {
            let signals = Address("/pupils/\(String(file.pupil.rawValue))/signals#prevention-level")
            facts.append((LevelGlance.title[language], Link(level[language], signals).html))
        }
        if let reason = data.reason, !reason.isEmpty {
            facts.append((text("Kāpēc atvērts", "Why it was opened"), HTML(text: reason)))
        }
        return DefinitionList(facts).html
    }

    /// The sign that it was opened from, with a way to how it was made.
    private var sign: HTML? {
        guard let sign = data.sign else { return nil }
        let way = Address("/pupils/\(String(data.file.pupil.rawValue))/signals/\(String(data.file.signal))")
        let ended = sign.ended.map { text("; beigusies \(format.day($0))", "; ended \(format.day($0))") }
        return ": \(Link(sign.words[language], way))\(ended ?? "")"
    }

    // MARK: Plan and course

    private var planSection: HTML? {
        guard data.key.opens(.plan) else { return nil }
        let items: [HTML] = data.plans.map { plan in
            let words = "\(plan.kind.words[language]), \(plan.period[language])"
            let note =
                plan.result == .none
                ? text("rezultāts vēl nav vērtēts", "the result is not assessed yet")
                : plan.result.words(of: plan.kind)[language]
            return "<li>\(Link(words, Address(address + "/plans/\(String(plan.id))"))) – \(note)</li>"
        }
        let none = text("Plāna vēl nav.", "There is no plan yet.")
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        let add: HTML? =
            CaseWork.mayPlan(data.key)
            ? ButtonLink(
                text("Izveidot plānu", "Make a plan"),
                Address(address + "/plans/new"),
                .small
            ).html : nil
        return Section(
            text("Individuālie plāni", "Individual plans"),
            id: "plans",
            "\(list)\(add.map { "<div class=\"buttons\">\($0)</div>" as HTML })"
        ).html
    }

    private var timeline: HTML {
        let items: [HTML] = data.steps.reversed().map { step in
            let reason: HTML? = step.reason.isEmpty ? nil : " – \(step.reason)"
            return "<li>\(format.day(step.day)): \(step.words, language) (\(step.who))\(reason)</li>"
        }
        return Section(text("Gaita", "Course"), id: "course", "<ul>\(items)</ul>").html
    }

    private var next: HTML? { data.key.manages ? CaseStateView(view: self).html : nil }

    // MARK: Forms

    func error(_ form: String, _ field: String) -> String? {
        returned.flatMap { $0.form == form ? $0.errors.byField[field]?[language] : nil }
    }

    func typed(_ form: String, _ field: String) -> String? {
        returned.flatMap { $0.form == form ? $0.typed[field] : nil }
    }

    /// A form that opens under its name; open where it came back with errors.
    func folded(
        _ name: String,
        _ title: String,
        _ path: String,
        _ parts: [Form.Part],
        _ button: String
    ) -> HTML {
        let form = Form(
            id: name,
            language,
            action: Address(address + "/\(path)"),
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(button)]
        )
        return """
            <details\(" open", if: returned?.form == name)><summary>\(title)</summary>\(form)</details>
            """
    }
}
