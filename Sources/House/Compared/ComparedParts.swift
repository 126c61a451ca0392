import Frame
import Kernel
import Registry

/// What a report is asked about apart where several institutions, classes or years are laid beside each other.
///
/// Each part is asked as if it alone had been chosen, with the same reach and the same disclosure control, so that together
/// they tell nothing that one after another would not.
struct ComparedParts {
    /// One of them.
    struct Part {
        /// What is asked.
        let selection: Selection
        /// What it is called beside the others.
        let words: Text
    }

    /// The most that a page is read for at once.
    static let most = 12

    /// The parts, by institution or class as chosen, then by year; one where nothing is compared.
    let parts: [Part]

    init(_ selection: Selection, of report: any Report.Type, _ finder: FilterFinder) throws {
        let places = try ComparedPlace.all(selection, of: report, finder)
        // A test is of one year.
        let others = selection.assessment == nil ? selection.years : []
        let years = Set([selection.year] + others).sorted()
        guard places.count * years.count <= ComparedParts.most else { throw ComparedParts.tooMany }
        let isOfSeveral = Set(places.compactMap(\.home)).count > 1
        var parts: [Part] = []
        for place in places {
            let steps = try ComparedParts.steps(place, selection.year, years, finder)
            for year in years {
                guard let own = place.selection(selection, in: year, steps) else { continue }
                let names = HouseNames(tenant: finder.desk.tenant, year: year, finder.connection)
                var words = ComparedParts.place(own, names)
                if isOfSeveral, let home = own.institution ?? place.home {
                    words = words.map { $0 + Text(same: ", ") + names.name(.institution, home.rawValue) }
                }
                parts.append(
                    Part(
                        selection: own,
                        words: ComparedParts.words(words, year, isOneOfYears: years.count > 1)
                    )
                )
            }
        }
        self.parts = parts
    }

    /// What a class was in earlier years: the one that most of its pupils were in.
    private static func steps(
        _ place: ComparedPlace,
        _ year: SchoolYear,
        _ years: [SchoolYear],
        _ finder: FilterFinder
    ) throws -> [SchoolYear: ClassLine.Step] {
        guard let classGroup = place.classGroup, let first = years.first, years.count > 1 else {
            return [:]
        }
        let span = max(1, year.start - first.start + 1)
        let line = try ClassLine.of(classGroup, years: span, finder.desk.tenant, finder.connection)
        return Dictionary(line.steps.map { ($0.year, $0) }) { first, _ in first }
    }

    /// The class or institution; nil where neither is chosen.
    private static func place(_ selection: Selection, _ names: any MemberNames) -> Text? {
        selection.classGroup.map { names.name(.classGroup, $0.rawValue) }
            ?? selection.institution.map { names.name(.institution, $0.rawValue) }
    }

    /// The place, and the year where there are several.
    private static func words(_ place: Text?, _ year: SchoolYear, isOneOfYears: Bool) -> Text {
        let words = Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
        guard let place else { return words }
        return isOneOfYears ? place + Text(same: ", ") + words : place
    }

    private static let tooMany = Refusal(
        .usage,
        Text(
            lv:
                "Vienlaikus var salīdzināt tik daudz iestāžu vai klašu un gadu, lai to reizinājums nepārsniegtu \(most).",
            en:
                "So many institutions or classes and years can be compared at once that their product is \(most) at most."
        ),
        advice: Text(
            lv: "Izvēlieties mazāk iestāžu, klašu vai gadu.",
            en: "Choose fewer institutions, classes or years."
        )
    )
}
