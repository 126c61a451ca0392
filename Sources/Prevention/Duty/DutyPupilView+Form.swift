internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension DutyPupilView {
    /// What is written down of a step that was taken.
    var form: HTML? {
        guard mayWork, !data.steps.isEmpty else { return nil }
        let term = typed.flatMap { $0["term"] } ?? String(data.term)
        let form = Form(
            id: "record",
            language,
            action: Address(address),
            csrf: request.formToken,
            parts: fields(term),
            buttons: [Button(text("Pierakstīt", "Record"))]
        )
        let title = text("Pierakstīt soli", "Record a step")
        return "<details\(" open", if: !errors.isEmpty)><summary>\(title)</summary>\(form)</details>"
    }

    private func fields(_ term: String) -> [Form.Part] {
        let duty = data.duty(Int(term) ?? data.term)
        let next = duty?.next ?? data.steps.first
        return [
            .hidden(name: "year", value: typed?["year"] ?? data.year.description),
            .field(
                field(
                    "term",
                    text("Semestris", "Term"),
                    .select((1...data.term).map { Option(String($0), "\($0).") }, chosen: term)
                )
            ),
            .field(
                field(
                    "step",
                    text("Solis", "Step"),
                    .select(
                        data.steps.map { Option($0.step.rawValue, $0.words[language]) },
                        chosen: typed?["step"] ?? next?.step.rawValue
                    )
                )
            ),
            .field(
                field(
                    "day",
                    text("Diena", "Day"),
                    .date(value: typed?["day"] ?? Format(.lv).day(data.today))
                )
            ),
            .field(
                field(
                    "reference",
                    text("Dokumenta vai ieraksta numurs", "Number of the document or entry"),
                    .text(value: typed?["reference"] ?? ""),
                    hint: numbered,
                    isOptional: numbered == nil && data.steps.allSatisfy { $0.reference == 0 }
                )
            ),
            .field(cause(duty?.cause(data.notes))),
            .field(
                field(
                    "note",
                    text("Piezīme", "Note"),
                    .area(value: typed?["note"] ?? "", rows: 3),
                    hint: text(
                        "Ar ko runāts un par ko vienojās. To redz tikai tie, kas ar izglītojamo strādā.",
                        "With whom one spoke and what was agreed. Only those who work with the pupil see it."
                    ),
                    isOptional: true
                )
            ),
        ]
    }

    /// Which steps need the number of a document; nil where all or none do.
    private var numbered: String? {
        let steps = data.steps.filter { $0.reference == 1 }
        guard !steps.isEmpty, steps.count < data.steps.count else { return nil }
        let names = steps.map { text("„\($0.words.lv)”", "“\($0.words.en)”") }.joined(separator: ", ")
        return text("Vajadzīgs soļiem: \(names).", "Needed for the steps: \(names).")
    }

    private func cause(_ known: String?) -> Field {
        let items = data.lists.items(CodeLists.absenceCauses, on: data.today)
        let options =
            [Option("", text("nav noskaidrots", "not found out"))]
            + items.map { Option($0.code, $0.words[language]) }
        return field(
            "cause",
            text("Kāpēc kavē", "Why lessons are missed"),
            .select(options, chosen: typed?["cause"] ?? known ?? ""),
            hint: text("To prasa ieraksts VIIS.", "The entry in VIIS asks for it."),
            isOptional: true
        )
    }

    private func field(
        _ name: String,
        _ label: String,
        _ control: Control,
        hint: String? = nil,
        isOptional: Bool = false
    ) -> Field {
        Field(
            name,
            label,
            control,
            hint: hint,
            error: errors.byField[name]?[language],
            isOptional: isOptional
        )
    }

    /// The ways to the letters.
    var letters: HTML? {
        guard mayWork else { return nil }
        let items: [HTML] = DutyLetter.allCases.map { letter in
            let way = Address(address + "/letters/\(letter.rawValue)")
            return "<li>\(Link(letter.title[language], way))</li>"
        }
        return Section(text("Vēstules", "Letters"), "<ul class=\"ways\">\(items)</ul>").html
    }
}
