import Frame
import Kernel
import Pages

/// How far a source may go: whom it may create, what it may remove, which of two lines counts.
struct SourceRules: Sendable {
    let mapping: Mapping
    /// Whether its numbers are totals, which may be public already.
    let hasTotals: Bool
    let language: Language

    init(_ mapping: Mapping, _ settings: [ImportSetting], _ language: Language) {
        self.mapping = mapping
        hasTotals = SourceRules.hasTotals(settings)
        self.language = language
    }

    var parts: [Form.Part] {
        [.hidden(name: SourceRules.marker, value: "1"), .field(boxes), .field(precedence)]
    }

    private var boxes: Field {
        var options = [
            option(
                "master",
                Text(lv: "Izveidot trūkstošos ierakstus", en: "Create what is not there yet"),
                Text(
                    lv:
                        "Iestādes, klases, izglītojamos, priekšmetus un pedagogus, kuru reģistrā nav. Citādi tādas rindas noraida.",
                    en:
                        "Institutions, classes, pupils, subjects and staff that the register lacks. Else such lines are rejected."
                )
            ),
            option(
                "removes",
                Text(lv: "Dzēst ierakstus, kuru failā vairs nav", en: "Remove what the file no longer has"),
                Text(
                    lv:
                        "Tikai tajās iestādēs, klasēs un laikā, par ko ir fails, un ne bez jūsu apstiprinājuma.",
                    en:
                        "Within the institutions, classes and time of the file alone, and never unless you confirm."
                )
            ),
        ]
        if hasTotals {
            options.append(
                option(
                    "public",
                    Text(lv: "Skaitļi jau ir publiski", en: "The numbers are public already"),
                    Text(
                        lv: "Tos rāda tā, kā tie publicēti, arī ja tie attiecas uz nedaudziem cilvēkiem.",
                        en: "They are shown as published, also of few people."
                    )
                )
            )
        }
        var chosen: Set<String> = []
        if mapping.isMaster { chosen.insert("master") }
        if mapping.removes { chosen.insert("removes") }
        if mapping.isPublic { chosen.insert("public") }
        return Field(
            "source",
            Text(lv: "Ko ar šo failu drīkst", en: "What this file may do")[language],
            .checkboxes(options, chosen: chosen)
        )
    }

    private func option(_ value: String, _ words: Text, _ hint: Text) -> Option {
        Option(value, words[language], hint: hint[language])
    }

    private var precedence: Field {
        let words: [(Mapping.Precedence, Text)] = [
            (.reject, Text(lv: "Noraidīt visas", en: "Reject all of them")),
            (.first, Text(lv: "Der pirmā", en: "The first counts")),
            (.last, Text(lv: "Der pēdējā", en: "The last counts")),
        ]
        return Field(
            "precedence",
            Text(
                lv: "Ja vairākas rindas ir par vienu un to pašu",
                en: "Where several lines are about the same"
            )[language],
            .select(
                words.map { Option($0.0.rawValue, $0.1[language]) },
                chosen: mapping.precedence.rawValue
            ),
            width: .long
        )
    }

    private static let marker = "rules"

    private static func hasTotals(_ settings: [ImportSetting]) -> Bool {
        settings.contains { if case .measure = $0.answers { true } else { false } }
    }

    /// What a form sent; nothing changes where it did not ask.
    static func read(_ request: PageRequest, _ settings: [ImportSetting], into changes: inout MappingChanges)
    {
        guard !request.field(marker).isEmpty else { return }
        let ticked = Set(request.form["source"] ?? [])
        changes.isMaster = ticked.contains("master")
        changes.removes = ticked.contains("removes")
        if hasTotals(settings) { changes.isPublic = ticked.contains("public") }
        changes.precedence = Mapping.Precedence(rawValue: request.field("precedence"))
    }
}
