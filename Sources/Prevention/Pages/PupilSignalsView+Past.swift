internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension PupilSignalsView {
    // MARK: What cannot be told yet

    /// Rules that ask for more than is recorded of the pupil so far.
    var earlySection: HTML? {
        guard data.stay != nil, !data.early.isEmpty else { return nil }
        let items: [HTML] = data.early.map { sign in
            let period = SignalWords.period(sign.year, sign.term)[language]
            return "<li>\(sign.title, language) (\(period)): \(sign.words, language)</li>"
        }
        return Section(text("Par agru spriest", "Too early to tell"), "<ul>\(items)</ul>").html
    }

    // MARK: Observations

    var observationSection: HTML? {
        guard mayWork, data.stay != nil else { return nil }
        let fields = ObservationFields(
            lists: data.lists,
            today: data.today,
            language: language,
            typed: typed,
            errors: errors
        )
        let form = Form(
            id: "observe",
            language,
            action: Address(address + "/observations"),
            csrf: request.formToken,
            parts: fields.parts,
            buttons: [Button(text("Pierakstīt", "Write down"))]
        )
        let opened = errors.byField.keys.contains { $0 == "factor" || $0 == "text" }
        return """
            <details\(" open", if: opened)><summary>\(text("Pierakstīt novērojumu", "Write down an observation"))\
            </summary>\(form)</details>
            """
    }

    // MARK: What was before

    var pastSection: HTML {
        let title = text("Vēsture", "History")
        let rows = data.past.map { signal in
            DataTable.Row([
                .words(
                    words.title(signal)[language],
                    note: SignalWords.period(signal.year, signal.term)[language],
                    address: making(signal)
                ),
                fact(signal, signal.shown), .words(format.day(signal.notedOn)),
                .words(signal.endedOn.map { format.day($0) } ?? ""), .words(signal.state.words[language]),
            ])
        }
        var table = DataTable(
            id: "past",
            language,
            caption: title,
            columns: [
                DataTable.Column(text("Pazīme", "Sign"), width: .broad),
                DataTable.Column(text("Pēdējais rādījums", "Last reading")),
                DataTable.Column(text("Zināma kopš", "Known since"), .number),
                DataTable.Column(text("Beidzās", "Ended"), .number),
                DataTable.Column(text("Stāvoklis", "State"), isOptional: true),
            ],
            rows: rows
        )
        table.hidesCaption = true
        let none =
            data.hasOlder
            ? text("Pēdējā gadā agrāku pazīmju nav.", "There are no earlier signs of the last year.")
            : text("Agrāku pazīmju nav.", "There are no earlier signs.")
        let past: HTML = rows.isEmpty ? "<p class=\"quiet\">\(none)</p>" : table.html
        return Section(title, "\(past)\(older)\(changes)").html
    }

    /// The way to signs and levels of more than a year ago, where there are any.
    private var older: HTML? {
        guard data.hasOlder else { return nil }
        let words = text("Rādīt arī senākas pazīmes un līmeņus", "Show older signs and levels too")
        return ShownPast.way(from: Address(address), words)
    }

    /// What open signals showed before, and who looked at them.
    private var changes: HTML? {
        let lines: [HTML] = data.open.flatMap { signal -> [HTML] in
            let name = words.title(signal)[language]
            let shown: [HTML] = (data.readings[signal.id] ?? []).dropLast().map { reading in
                let fact = words.fact(signal.rule, reading)[language]
                return "<li>\(format.day(reading.day)), \(name): \(fact)</li>"
            }
            let moved: [HTML] = (data.steps[signal.id] ?? []).map { step in
                "<li>\(format.day(step.at.day)), \(name): \(step.state.words, language) (\(step.who))</li>"
            }
            return shown + moved
        }
        guard !lines.isEmpty else { return nil }
        let title = text("Spēkā esošo pazīmju gaita", "The course of open signs")
        return "<details><summary>\(title)</summary><ul>\(lines)</ul></details>"
    }
}
