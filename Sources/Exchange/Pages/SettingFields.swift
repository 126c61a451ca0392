import Frame
import Kernel
import Pages

/// What is said of all lines of a file, as fields of a form.
struct SettingFields: Sendable {
    let choices: SettingChoices
    /// The constants by name.
    let values: [String: String]
    /// What is wrong, by the constant's name.
    var errors: [String: Text] = [:]
    /// Constants that were found in the file's titles, for a person to check.
    var guessed: Set<String> = []
    let language: Language

    /// The fields of one question: one, or one for each meaning of signs.
    func fields(_ setting: ImportSetting) -> [Field] {
        guard case .signs(let usual) = setting.answers else { return [field(setting)] }
        let signs = usual.adding(usual.more.flatMap { choices.meanings[$0.list] } ?? [])
        let lists = signs.lists(values[setting.code] ?? "")
        return signs.meanings.enumerated().map { index, meaning in
            Field(
                SettingFields.name(setting.code, meaning.code),
                "\(setting.title[language]): \(meaning.words[language])",
                .text(value: lists[meaning.code] ?? ""),
                hint: index == 0 ? setting.hint?[language] : nil,
                isOptional: true,
                width: .medium
            )
        }
    }

    private func field(_ setting: ImportSetting) -> Field {
        let control = control(setting)
        var field = Field(
            SettingFields.name(setting.code),
            setting.title[language],
            control,
            hint: guessed.contains(setting.code) ? SettingFields.check[language] : setting.hint?[language],
            error: errors[setting.code]?[language],
            width: .long
        )
        if case .select = control { return field }
        field.isOptional = !setting.isRequired
        return field
    }

    private func control(_ setting: ImportSetting) -> Control {
        let value = values[setting.code] ?? ""
        switch setting.answers {
        case .institution: return .suggested(value: value, choices.institutions)
        case .subject: return .suggested(value: value, choices.subjects)
        case .text, .signs: return .text(value: value)
        case .scale: return select([SettingFields.ofGrade] + choices.scales, value)
        case .measure: return select(choices.measures, value)
        case .choice(let answers): return select(answers, value)
        }
    }

    private func select(_ answers: [ImportSetting.Answer], _ value: String) -> Control {
        var options = answers.map { Option($0.value, $0.words[language]) }
        let isKnown = options.contains { $0.value == value }
        // What a mapping says and nobody knows any more is shown, or saving would change it unseen.
        if !isKnown, !value.isEmpty { options.append(Option(value, value)) }
        return .select(options, chosen: isKnown || !value.isEmpty ? value : nil)
    }

    /// What a form sent of some questions; those that it did not ask are left out.
    static func read(
        _ settings: [ImportSetting],
        _ request: PageRequest,
        _ present: [String: String]
    ) -> [String: String] {
        settings.reduce(into: [:]) { values, setting in
            if case .signs(let usual) = setting.answers {
                let signs = usual.adding(sent(of: setting.code, usual.more, request))
                let lists = signs.meanings.reduce(into: [String: String]()) { lists, meaning in
                    lists[meaning.code] = request.form[name(setting.code, meaning.code)]?.last
                }
                if !lists.isEmpty {
                    values[setting.code] = signs.constant(lists, present: present[setting.code] ?? "")
                }
            } else if let sent = request.form[name(setting.code)]?.last {
                values[setting.code] = sent.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
    }

    /// The meanings that the tenant adds and that a form asked of.
    private static func sent(
        of code: String,
        _ more: ImportSigns.More?,
        _ request: PageRequest
    ) -> [ImportSigns.Meaning] {
        guard let more else { return [] }
        let start = name(code, more.prefix)
        return request.form.keys.filter { $0.hasPrefix(start) }.sorted().map { key in
            ImportSigns.Meaning(more.prefix + String(key.dropFirst(start.count)), Text(same: ""))
        }
    }

    static func name(_ code: String, _ meaning: String? = nil) -> String {
        // A colon in a name is a mark of its own in addresses and styles.
        (["set", code] + [meaning].compactMap(\.self)).joined(separator: "-").replacing(":", with: "-")
    }

    private static let ofGrade = ImportSetting.Answer(
        "",
        Text(lv: "Kā noteikts klasei", en: "As the rules say for the class")
    )

    private static let check = Text(
        lv: "Pieņemts pēc faila nosaukuma vai virsraksta; pārbaudiet.",
        en: "Guessed from the file's name or title, please check."
    )
}
