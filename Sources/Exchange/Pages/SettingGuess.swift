import Frame
import Kernel

/// What names of the file and its titles seem to say of all lines, for a person to check.
enum SettingGuess {
    /// Constants that no mapping says and no column has, found among the names there are.
    static func find(
        _ settings: [ImportSetting],
        _ look: FileLook,
        _ choices: SettingChoices
    ) -> [String: String] {
        settings.reduce(into: [:]) { found, setting in
            let isColumn =
                look.guess?.fields.contains { $0.code == setting.code && $0.column != nil } ?? false
            guard !isColumn, look.mapping?.constants[setting.code] == nil else { return }
            switch setting.answers {
            case .institution:
                let only = choices.institutions.count == 1 ? choices.institutions.first : nil
                found[setting.code] = only ?? longest(choices.institutions, in: look.titles)
            case .subject: found[setting.code] = longest(choices.subjects, in: look.titles)
            case .scale, .measure, .text, .choice, .signs: break
            }
        }
    }

    /// The longest name that stands in a folded text as words of their own.
    private static func longest(_ names: [String], in titles: String) -> String? {
        let text = " \(titles) "
        let hits = names.filter { name in
            let key = LatvianKey.search(name)
            return !key.isEmpty && text.contains(" \(key) ")
        }
        return hits.max { ($0.count, $1) < ($1.count, $0) }
    }
}
