internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The questions about a measure, for adding one and for correcting it.
struct MeasureForm {
    let plan: SupportPlan
    let choices: PlanChoices
    let language: Language
    let typed: EditTexts
    let errors: FieldErrors
    /// The kind that the measure has: it may stay though it is used no longer.
    var kind: MeasureKind?

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var parts: [Form.Part] {
        let subjects = [Option("0", "–")] + choices.subjects.map { Option(String($0.id), $0.name) }
        let bodies = CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        let provider = Field(
            "provider",
            text("Kas sniedz", "Provider"),
            .text(value: typed["provider"] ?? ""),
            error: error("provider")
        )
        let planned = Field(
            "planned",
            text("Plānotās stundas", "Hours planned"),
            .number(value: typed["planned"] ?? ""),
            error: error("planned")
        )
        return [
            select("kind", text("Pasākums", "Measure"), kinds, nil),
            select("subject", text("Mācību priekšmets", "Subject"), subjects, "0"),
            select("body", text("Institūcija", "Institution"), bodies, "1"),
            .field(provider), .field(planned),
            day("from", text("No", "From")), day("to", text("Līdz", "To")),
        ]
    }

    private var kinds: [Option] {
        let offered = MeasureKind.offered(in: plan.kind, choices.lists, on: choices.today)
        let own = kind.map { offered.contains($0) ? [] : [$0] } ?? []
        return (offered + own).map {
            Option(String($0.rawValue), $0.words(choices.lists).capitalised[language])
        }
    }

    private func error(_ name: String) -> String? { errors.byField[name]?[language] }

    private func day(_ name: String, _ label: String) -> Form.Part {
        .field(Field(name, label, .date(value: typed[name] ?? ""), error: error(name)))
    }

    private func select(_ name: String, _ label: String, _ options: [Option], _ first: String?) -> Form.Part {
        let chosen = typed[name].flatMap { $0.isEmpty ? nil : $0 }
        let control = Control.select(options, chosen: chosen ?? first)
        return .field(Field(name, label, control, error: error(name), width: .long))
    }

    /// Reads the answers; throws what is wrong, beside each.
    static func read(_ typed: EditTexts) throws -> CaseWork.NewMeasure {
        var reader = FieldReader(typed)
        let provider = reader.words("provider")
        let planned = reader.number("planned", decimals: 1, in: 0...10_000)
        let (from, to) = (reader.day("from", optional: false), reader.day("to", optional: false))
        let kind = Int(typed["kind"] ?? "").map { MeasureKind(rawValue: $0) }
        if kind == nil { reader.fail("kind", .missingChoice) }
        let body = Int(typed["body"] ?? "").flatMap { CaseBody(rawValue: $0) }
        if body == nil { reader.fail("body", .missingChoice) }
        let subject = Int(typed["subject"] ?? "") ?? 0
        if kind == .lessons, subject == 0 { reader.fail("subject", .missingChoice) }
        if let from, let to, to < from { reader.fail("to", .endsTooSoon) }
        try reader.finish()
        guard let planned, let from, let to, let kind, let body else { throw Refusal.noSuchPage }
        return CaseWork.NewMeasure(
            kind: kind,
            subject: subject,
            body: body,
            provider: provider,
            planned: planned * 6,
            from: from,
            to: to
        )
    }
}

extension PlanMeasure {
    /// The measure as its form shows it.
    func texts(_ format: Format) -> EditTexts {
        [
            "kind": String(kind.rawValue), "subject": String(subject), "body": String(body.rawValue),
            "provider": provider, "planned": format.decimal((planned * 10 + 30) / 60, 1),
            "from": format.day(from), "to": format.day(to),
        ]
    }
}
