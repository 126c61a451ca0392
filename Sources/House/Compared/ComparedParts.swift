import Frame
import Kernel
import Registry

/// What a report is asked about apart where several institutions or years are laid beside each other.
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

    /// The parts, by institution as chosen, then by year; one where nothing is compared.
    let parts: [Part]

    init(_ selection: Selection, _ finder: FilterFinder) throws {
        // A class is of one institution, and a test of one year.
        let places = selection.classGroup == nil ? selection.institutions : []
        let institutions = [selection.institution] + places.map { Optional($0) }
        let others = selection.assessment == nil ? selection.years : []
        let years = Set([selection.year] + others).sorted()
        guard institutions.count * years.count <= ComparedParts.most else { throw ComparedParts.tooMany }
        let classes = try ComparedParts.classes(selection, years, finder)
        var parts: [Part] = []
        for institution in institutions {
            for year in years {
                var own = selection
                (own.institutions, own.years) = ([], [])
                own.institution = institution
                own.year = year
                if year != selection.year || institution != selection.institution { own.compared = [] }
                if selection.classGroup != nil, year != selection.year {
                    guard let step = classes[year] else { continue }
                    own.classGroup = step.classGroup
                    if selection.institution != nil { own.institution = step.institution }
                }
                let names = HouseNames(tenant: finder.desk.tenant, year: year, finder.connection)
                let words = ComparedParts.words(own, names, isOneOfYears: years.count > 1)
                parts.append(Part(selection: own, words: words))
            }
        }
        self.parts = parts
    }

    /// What a class was in earlier years: the one that most of its pupils were in.
    private static func classes(
        _ selection: Selection,
        _ years: [SchoolYear],
        _ finder: FilterFinder
    ) throws -> [SchoolYear: ClassLine.Step] {
        guard let classGroup = selection.classGroup, let first = years.first, years.count > 1 else {
            return [:]
        }
        let span = max(1, selection.year.start - first.start + 1)
        let line = try ClassLine.of(classGroup, years: span, finder.desk.tenant, finder.connection)
        return Dictionary(line.steps.map { ($0.year, $0) }) { first, _ in first }
    }

    /// The class or institution, and the year where there are several.
    private static func words(_ selection: Selection, _ names: any MemberNames, isOneOfYears: Bool) -> Text {
        let year = Text(
            lv: Format(.lv).schoolYear(selection.year),
            en: Format(.en).schoolYear(selection.year)
        )
        let place =
            selection.classGroup.map { names.name(.classGroup, $0.rawValue) }
            ?? selection.institution.map { names.name(.institution, $0.rawValue) }
        guard let place else { return year }
        return isOneOfYears ? place + Text(same: ", ") + year : place
    }

    private static let tooMany = Refusal(
        .usage,
        Text(
            lv:
                "Vienlaikus var salīdzināt tik daudz iestāžu un gadu, lai to reizinājums nepārsniegtu \(most).",
            en:
                "So many institutions and years can be compared at once that their product is \(most) at most."
        ),
        advice: Text(
            lv: "Izvēlieties mazāk iestāžu vai mazāk gadu.",
            en: "Choose fewer institutions or fewer years."
        )
    )
}
