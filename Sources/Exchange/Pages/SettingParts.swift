import Frame
import Kernel
import Pages

/// What is asked besides columns: what all lines share at once, the rest behind a line that opens it.
struct SettingParts: Sendable {
    let settings: [ImportSetting]
    let fields: SettingFields
    /// How far the source may go; nil for those who may not say.
    let rules: SourceRules?
    /// The fields that have a column.
    var columns: Set<String> = []

    var parts: [Form.Part] {
        let language = fields.language
        let basic = settings.filter(isBasic)
        let more = settings.filter { !isBasic($0) }
        var parts: [Form.Part] = []
        if !basic.isEmpty {
            parts.append(
                .set(
                    legend: SettingParts.legend[language],
                    hint: SettingParts.hint[language],
                    basic.flatMap(fields.fields)
                )
            )
        }
        let folded = more.flatMap(fields.fields).map { Form.Part.field($0) } + (rules?.parts ?? [])
        if !folded.isEmpty {
            let isOpen = more.contains { fields.errors[$0.code] != nil }
            parts.append(.folded(summary: SettingParts.summary[language], isOpen: isOpen, folded))
        }
        return parts
    }

    private func isBasic(_ setting: ImportSetting) -> Bool {
        setting.isBasic && !columns.contains(setting.code)
    }

    private static let legend = Text(lv: "Kas visām rindām ir vienāds", en: "What all lines share")
    private static let hint = Text(
        lv: "Norādiet, ko fails pats nepasaka.",
        en: "Say what the file itself does not."
    )
    /// What opens the rest.
    static let summary = Text(lv: "Vairāk iestatījumu", en: "More settings")
}
