import Evidence
import Frame
import Kernel
import Registry
import Storage

/// What there is to choose from where a person says something of all lines of a file.
struct SettingChoices: Sendable {
    private(set) var institutions: [String] = []
    private(set) var subjects: [String] = []
    private(set) var scales: [ImportSetting.Answer] = []
    private(set) var measures: [ImportSetting.Answer] = []
    /// Meanings of signs that the tenant adds, by their code list.
    private(set) var meanings: [String: [ImportSigns.Meaning]] = [:]

    /// What some questions need, and nothing else.
    static func load(_ settings: [ImportSetting], _ desk: Desk) async throws -> SettingChoices {
        let wanted = Set(settings.compactMap { Kind($0.answers) })
        let more = settings.compactMap(\.moreSigns)
        guard !wanted.isEmpty || !more.isEmpty else { return SettingChoices() }
        let (tenant, reach) = (desk.tenant, desk.asker.reach(.importData, on: desk.today))
        let today = desk.today
        var found = try await desk.database.data.read { connection in
            let lookup = RegistryLookup(tenant: tenant, connection)
            var choices = SettingChoices()
            if wanted.contains(.institution) {
                choices.institutions = try lookup.institutions(reach).map(\.name)
            }
            if wanted.contains(.subject) { choices.subjects = try lookup.subjects().map(\.name) }
            if wanted.contains(.scale) {
                choices.scales = try lookup.markScales().map { ImportSetting.Answer($0.code, $0.words) }
            }
            if !more.isEmpty {
                let lists = try CodeLists.load(tenant, connection)
                choices.meanings = SettingChoices.meanings(more, lists, on: today)
            }
            return choices
        }
        if wanted.contains(.measure) { found.measures = try measures(desk.house.measures) }
        return found
    }

    private static func meanings(
        _ more: [ImportSigns.More],
        _ lists: CodeLists,
        on day: Day
    ) -> [String: [ImportSigns.Meaning]] {
        more.reduce(into: [:]) { meanings, signs in
            meanings[signs.list] = lists.items(signs.list, on: day).map { item in
                ImportSigns.Meaning(signs.prefix + item.code, item.words)
            }
        }
    }

    private static func measures(_ book: MeasureBook) throws -> [ImportSetting.Answer] {
        let kept = try book.names.compactMap { try book.named($0) as? KeptMeasure }
        return kept.map { ImportSetting.Answer($0.name, $0.title) }
    }

    /// What of the register a question is about.
    private enum Kind {
        case institution
        case subject
        case scale
        case measure

        init?(_ answers: ImportSetting.Answers) {
            switch answers {
            case .institution: self = .institution
            case .subject: self = .subject
            case .scale: self = .scale
            case .measure: self = .measure
            case .text, .choice, .signs: return nil
            }
        }
    }
}

extension ImportSetting {
    /// The code list whose values are meanings of the question's signs too.
    fileprivate var moreSigns: ImportSigns.More? {
        guard case .signs(let signs) = answers else { return nil }
        return signs.more
    }
}
