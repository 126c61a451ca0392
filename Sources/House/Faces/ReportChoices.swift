import Frame
import Kernel
import Pages
import Registry
import Storage

/// What a report can be narrowed to by this asker, and the addresses of its other forms.
struct ReportChoices: Sendable {
    let id: String
    let selection: Selection
    let years: [SchoolYear]
    let institutions: [(id: Int, name: String)]
    let classes: [(id: Int, name: String)]
    let subjects: [(id: Int, name: String)]
    let mayImport: Bool
    /// Whether persons may leave as a file at all; how many, the guard of exports says.
    let mayExport: Bool
    /// Whose pages of classes and pupils the asker may open.
    let circle: Reach

    static func load(
        _ answer: AnsweredReport,
        _ permission: Permission,
        _ desk: Desk,
        _ names: RegistryNames,
        _ connection: Connection
    ) throws -> ReportChoices {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let filters = Set(answer.filters)
        let selection = answer.selection
        return ReportChoices(
            id: answer.id,
            selection: selection,
            years: try DataYears.all(desk.tenant, desk.house, connection),
            institutions: filters.contains(.institution) ? try lookup.institutions(selection.reach) : [],
            classes: filters.contains(.classGroup) ? try lookup.classes(selection) : [],
            subjects: filters.contains(.subject) ? try lookup.subjects() : [],
            mayImport: desk.asker.may(.importData, in: .tenant, on: desk.today),
            mayExport: !desk.asker.reach(.exportPersons, on: desk.today).isEmpty,
            circle: desk.asker.reach(.readPupils, on: desk.today)
        )
    }

    /// The names of reports and measures hold a slash, which stays one: an interpolated one would be encoded.
    var address: Address { Address("/reports/" + id) }

    /// Whether anything but the year is chosen.
    var isNarrowed: Bool {
        selection.term != nil || selection.institution != nil || selection.classGroup != nil
            || selection.subject != nil
    }

    func file(_ face: String) -> Address {
        asked.reduce(Address("/reports/" + id + "/" + face)) { $0.adding($1.name, $1.value) }
    }

    /// The page that shows how a figure was made.
    func making(of figure: Figure) -> Address? {
        guard figure.tally != nil, !figure.isHidden else { return nil }
        var address = Address("/figures/" + figure.measure)
            .adding("year", figure.selection.year.description)
        for (name, value) in asked where name != "year" { address = address.adding(name, value) }
        for (dimension, member) in figure.members.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            address = address.adding("by-\(dimension.rawValue)", String(member))
        }
        return address
    }

    func list(_ filters: [ReportFilter], _ language: Language) -> [FilterBar.Choice] {
        filters.map { filter in
            switch filter {
            case .year:
                FilterBar.Choice(
                    "year",
                    words("Mācību gads", "School year")[language],
                    yearOptions(language),
                    chosen: selection.year.description
                )
            case .term:
                FilterBar.Choice(
                    "term",
                    words("Semestris", "Term")[language],
                    termOptions(language),
                    chosen: selection.term.map { String($0) }
                )
            case .institution:
                choice(
                    "institution",
                    words("Iestāde", "Institution"),
                    words("Visas", "All"),
                    institutions,
                    selection.institution?.rawValue,
                    language
                )
            case .classGroup:
                choice(
                    "class",
                    words("Klase", "Class"),
                    words("Visas", "All"),
                    classes,
                    selection.classGroup?.rawValue,
                    language
                )
            case .subject:
                choice(
                    "subject",
                    words("Mācību priekšmets", "Subject"),
                    words("Visi", "All"),
                    subjects,
                    selection.subject?.rawValue,
                    language
                )
            }
        }
    }

    private var asked: [(name: String, value: String)] {
        selection.asked.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func words(_ lv: String, _ en: String) -> Text { Text(lv: lv, en: en) }

    private func yearOptions(_ language: Language) -> [Option] {
        let all = years.contains(selection.year) ? years : [selection.year] + years
        return all.map { Option($0.description, Format(language).schoolYear($0)) }
    }

    private func termOptions(_ language: Language) -> [Option] {
        let all = words("Viss gads", "Whole year")
        return [Option("", all[language])]
            + [1, 2].map { Option(String($0), words("\($0). semestris", "Term \($0)")[language]) }
    }

    private func choice(
        _ name: String,
        _ label: Text,
        _ whole: Text,
        _ list: [(id: Int, name: String)],
        _ chosen: Int?,
        _ language: Language
    ) -> FilterBar.Choice {
        let all = Option("", whole[language])
        let options = list.map { Option(String($0.id), $0.name) }
        return FilterBar.Choice(name, label[language], [all] + options, chosen: chosen.map { String($0) })
    }
}
