import Frame
import Kernel
import Pages

/// What a report can be narrowed to by this asker, and the addresses of its other forms.
struct ReportChoices: Sendable {
    let id: String
    let selection: Selection
    /// Whether the year was asked for; else it is the latest with an answer.
    let isYearAsked: Bool
    let offers: [ReportFilter: FilterOffer]
    let mayImport: Bool
    /// Whether persons may leave as a file at all; how many, the guard of exports says.
    let mayExport: Bool
    /// Whose pages of classes and pupils the asker may open.
    let circle: Reach
    /// Where the asker sees figures about teachers.
    var teachers = Reach()
    /// The asker's own entry in the register of staff.
    var staff: StaffID?

    static func load(
        _ answer: AnsweredReport,
        isYearAsked: Bool,
        _ finder: FilterFinder
    ) throws -> ReportChoices {
        let desk = finder.desk
        var offers: [ReportFilter: FilterOffer] = [:]
        for filter in answer.filters {
            offers[filter] = try FilterKinds.of(filter)?.offer(answer.selection, finder)
        }
        var choices = ReportChoices(
            id: answer.id,
            selection: answer.selection,
            isYearAsked: isYearAsked,
            offers: offers,
            mayImport: !desk.asker.reach(.importData, on: desk.today).isEmpty,
            mayExport: !desk.asker.reach(.exportPersons, on: desk.today).isEmpty,
            circle: desk.asker.reach(.readPupils, on: desk.today)
        )
        choices.teachers = desk.asker.reach(.readTeacherFigures, on: desk.today)
        choices.staff = desk.asker.staff
        return choices
    }

    /// The names of reports and measures hold a slash, which stays one: an interpolated one would be encoded.
    var address: Address { Address("/reports/" + id) }

    /// Whether anything but the year is chosen.
    var isNarrowed: Bool { FilterKinds.chosen(selection).count > 1 }

    /// The report with all that is chosen.
    var whole: Address { address.choosing(FilterKinds.chosen(selection)) }

    func file(_ face: String) -> Address {
        Address("/reports/" + id + "/" + face).choosing(FilterKinds.chosen(selection))
    }

    /// The beginning of the pages that say how numbers of the report are made.
    var makings: Address { Address("/numbers/" + id).choosing(FilterKinds.chosen(selection)) }

    /// Links that choose each member of a filter and keep everything else.
    ///
    /// A year that nobody asked for is left open: what is chosen may have its data in another.
    func ways(_ filter: ReportFilter, _ language: Language) -> [Link] {
        guard case .one(let members, _)? = offers[filter] else { return [] }
        let kept = FilterKinds.chosen(selection).filter {
            isYearAsked || $0.name != ReportFilter.year.rawValue
        }
        let base = address.choosing(kept)
        return members.map { Link($0.words[language], base.adding(filter.rawValue, $0.value)) }
    }

    /// What is chosen, in words, as a print says it without a bar.
    func words(_ filters: [ReportFilter], _ language: Language) -> [String] {
        told(filters).map { $0.words[language] }
    }

    /// What is chosen of each filter, in words beside what stands before its field.
    func told(_ filters: [ReportFilter]) -> [(label: Text, words: Text)] {
        filters.compactMap { filter in
            guard let kind = FilterKinds.of(filter), let told = words(kind, filter) else { return nil }
            return (label: kind.label, words: told)
        }
    }

    private func words(_ kind: any FilterKind.Type, _ filter: ReportFilter) -> Text? {
        guard let chosen = kind.chosen(selection), let offer = offers[filter] else { return nil }
        switch offer {
        case .nothing: return nil
        case .day: return selection.day.map { Text(lv: Format(.lv).day($0), en: Format(.en).day($0)) }
        case .one(let members, _): return members.first { $0.value == chosen }?.words
        case .several(let members):
            let values = Set(chosen.split(separator: ",").map(String.init))
            let names = members.filter { values.contains($0.value) }.map(\.words)
            guard !names.isEmpty else { return nil }
            return Text(
                lv: names.map(\.lv).joined(separator: ", "),
                en: names.map(\.en).joined(separator: ", ")
            )
        }
    }

    /// The fields of the bar over a report.
    func list(_ filters: [ReportFilter], _ language: Language) -> [FilterBar.Choice] {
        filters.compactMap { filter in
            guard let kind = FilterKinds.of(filter), let offer = offers[filter] else { return nil }
            let label = kind.label[language]
            let chosen = kind.chosen(selection)
            switch offer {
            case .nothing: return nil
            case .day: return FilterBar.Choice(filter.rawValue, label, day: chosen)
            case .several(let members):
                let options = members.map { Option($0.value, $0.words[language]) }
                let values = (chosen ?? "").split(separator: ",").map(String.init)
                return FilterBar.Choice(filter.rawValue, label, several: options, chosen: Set(values))
            case .one(let members, let none):
                let whole = none.map { [Option("", $0[language])] } ?? []
                let options = whole + members.map { Option($0.value, $0.words[language]) }
                return FilterBar.Choice(filter.rawValue, label, options, chosen: chosen)
            }
        }
    }
}

extension Address {
    fileprivate func choosing(_ chosen: [(name: String, value: String)]) -> Address {
        chosen.reduce(self) { $0.adding($1.name, $1.value) }
    }
}
