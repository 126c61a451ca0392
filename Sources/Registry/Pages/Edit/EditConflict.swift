import Frame
import Kernel
import Pages

/// Two people changed one row: what is saved and what was typed stand side by side, and a person chooses.
enum EditConflict {
    /// The answers of a form; where the conflict page asked, those that were chosen.
    static func answers(_ request: PageRequest) -> EditTexts {
        var texts: EditTexts = [:]
        for (name, values) in request.form where name != "csrf" && name != "version" {
            guard !name.hasPrefix(saved), !name.hasPrefix(choice) else { continue }
            let isTheirs = request.field("\(choice)\(name)") == "theirs"
            texts[name] = isTheirs ? request.field("\(saved)\(name)") : values.last ?? ""
        }
        return texts
    }

    private static let saved = "saved-"
    private static let choice = "choose-"

    /// The page of a conflict; the form on it saves over the version that is there now.
    static func page(
        _ row: some EditedRow,
        _ typed: EditTexts,
        _ request: PageRequest
    ) async throws -> PageContent {
        let language = request.language
        let state: EditedState
        do {
            state = try await row.load()
        } catch let refusal as Refusal where refusal.kind == .unknown {
            return gone(typed, request)
        }
        let fields = union(state.fields(typed), state.fields(state.texts))
        let differing = fields.filter { $0.kept(typed[$0.name] ?? "") != state.texts[$0.name] ?? "" }
        let title = Text(
            lv: "Kāds cits tikmēr ir saglabājis izmaiņas",
            en: "Somebody else has saved changes meanwhile"
        )
        let form = Form(
            id: "conflict",
            language,
            action: Address(state.address),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(state.version))]
                + fields.flatMap { hidden($0, typed, state, request) }
                + differing.map { .field(question($0, typed, state, language)) },
            buttons: [Button(Text(lv: "Saglabāt izvēlēto", en: "Save what is chosen")[language])]
        )
        let keep = ButtonLink(
            Text(lv: "Paturēt saglabāto", en: "Keep what is saved")[language],
            Address(state.address),
            .second
        )
        return PageContent(
            title,
            "\(PageHead(title[language], lede: lede(state, language)))\(form)<p>\(keep)</p>",
            crumbs: state.crumbs,
            status: 409
        )
    }

    /// The row is not there any more: what was typed is shown, so that it can be entered elsewhere.
    static func gone(_ typed: EditTexts, _ request: PageRequest) -> PageContent {
        let language = request.language
        let title = Text(lv: "Šī ieraksta vairs nav", en: "The record is not there any more")
        let lede = Text(
            lv: "Kāds cits to tikmēr ir noņēmis. Jūsu ievadītais nav saglabāts; tas ir zemāk.",
            en: "Somebody else has taken it out meanwhile. What you typed was not saved; it stands below."
        )
        let facts = typed.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { (name: $0.key, value: HTML(text: $0.value)) }
        return PageContent(
            title,
            "\(PageHead(title[language], lede: lede[language]))\(DefinitionList(facts))",
            status: 409
        )
    }

    private static func lede(_ state: EditedState, _ language: Language) -> String {
        let who = state.history.first.map { change in
            "\(EditHistory.who(change, language)), \(Format(language).moment(change.at)). "
        }
        let words = Text(
            lv: "Jūsu ievadītais vēl nav saglabāts. Izvēlieties katru atšķirīgo vērtību.",
            en: "What you typed is not saved yet. Choose each value that differs."
        )
        return (who ?? "") + words[language]
    }

    private static func union(_ first: [EditField], _ second: [EditField]) -> [EditField] {
        let names = Set(first.map(\.name))
        return first + second.filter { !names.contains($0.name) }
    }

    /// Both sides go along, so that nothing that was typed is lost.
    private static func hidden(
        _ field: EditField,
        _ typed: EditTexts,
        _ state: EditedState,
        _ request: PageRequest
    ) -> [Form.Part] {
        [
            .hidden(name: field.name, value: typed[field.name] ?? ""),
            .hidden(name: "\(saved)\(field.name)", value: state.texts[field.name] ?? ""),
        ]
    }

    private static func question(
        _ field: EditField,
        _ typed: EditTexts,
        _ state: EditedState,
        _ language: Language
    ) -> Field {
        let theirs = shown(state.texts[field.name] ?? "", field, language)
        let mine = shown(typed[field.name] ?? "", field, language)
        return Field(
            "\(choice)\(field.name)",
            field.fullLabel(language),
            .radios(
                [
                    Option(
                        "theirs",
                        Text(lv: "Saglabāts tagad: \(theirs)", en: "Saved now: \(theirs)")[language]
                    ),
                    Option("mine", Text(lv: "Jūsu: \(mine)", en: "Yours: \(mine)")[language]),
                ],
                chosen: "mine"
            )
        )
    }

    /// Both sides in one form, so that they differ in nothing but what they say.
    private static func shown(_ text: String, _ field: EditField, _ language: Language) -> String {
        text.isEmpty ? "–" : field.shown(field.kept(text), language)
    }
}
