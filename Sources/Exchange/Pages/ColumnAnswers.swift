import Frame
import Kernel
import Pages

/// What the form of the columns sent: columns, what holds for all lines, how far the source may go.
struct ColumnAnswers: Sendable {
    private(set) var columns: [String: String] = [:]
    let constants: [String: String]
    private(set) var changes: MappingChanges
    /// What is wrong with the answers together.
    private(set) var error: Text?
    /// What is wrong with an answer, by the constant's name.
    private(set) var errors: [String: Text] = [:]

    var isGood: Bool { error == nil && errors.isEmpty }

    init(_ request: PageRequest, _ ticket: ImportTicket, _ look: FileLook, _ settings: [ImportSetting]) {
        constants = SettingFields.read(settings, request, look.mapping?.constants ?? [:])
        changes = ticket.request.changes ?? MappingChanges()
        SourceRules.read(request, settings, into: &changes)
        // Who says what a blank means has said it instead of the mapping.
        if constants[Mapping.blankConstant] != nil { changes.blankMeansNone = false }
        for field in look.guess?.fields ?? [] {
            columns[field.code] = request.field("column-\(field.code)")
        }
        check(look, settings)
    }

    private mutating func check(_ look: FileLook, _ settings: [ImportSetting]) {
        let chosen = columns.values.filter { !$0.isEmpty }
        if chosen.count != Set(chosen).count { error = ColumnAnswers.twice }
        let fields = look.guess?.fields ?? []
        let lacking = fields.first { field in
            field.isRequired && (constants[field.code] ?? field.constant).isEmpty
                && columns[field.code, default: ""].isEmpty
        }
        if error == nil, let lacking {
            let isSaid = settings.contains { $0.code == lacking.code }
            error = isSaid ? ColumnAnswers.neither(lacking.title) : ColumnAnswers.lacks(lacking.title)
        }
        let all = (look.mapping?.constants ?? [:]).merging(constants) { _, new in new }
        if error == nil, look.guess != nil {
            error = look.format?.needs.first { !$0.isMet(columns, all) }?.words
        }
        for setting in settings where setting.isRequired {
            let said = constants[setting.code] ?? look.mapping?.constants[setting.code] ?? ""
            if said.isEmpty { errors[setting.code] = ColumnAnswers.unsaid(setting.title) }
        }
    }

    private static let twice = Text(
        lv: "Viena kolonna izvēlēta vairākiem laukiem. Katram laukam vajadzīga sava kolonna.",
        en: "One column is chosen for several fields. Each field needs its own."
    )

    private static func lacks(_ title: Text) -> Text {
        Text(
            lv: "Norādiet, kurā kolonnā ir „\(title.lv)”.",
            en: "Say which column is “\(title.en)”."
        )
    }

    private static func neither(_ title: Text) -> Text {
        Text(
            lv: "Norādiet, kurā kolonnā ir „\(title.lv)”, vai ierakstiet to zemāk visām rindām.",
            en: "Say which column is “\(title.en)”, or give it below for all lines."
        )
    }

    private static func unsaid(_ title: Text) -> Text {
        Text(
            lv: "Failā tā nav. Norādiet: \(title.lv).",
            en: "The file does not have it. Say it: \(title.en)."
        )
    }
}

extension FileLook {
    /// What may be said of all lines; whose institution is known already is not asked for it.
    func settings(_ desk: Desk) -> [ImportSetting] {
        let isWhole = ImportScope(desk).isWhole
        return (format?.settings ?? []).filter { setting in
            (isWhole || setting.code != "institution") && mapping.map(setting.concerns) ?? true
        }
    }
}
