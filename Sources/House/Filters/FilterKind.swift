import Frame
import Kernel
import Pages
import Registry
import Storage

/// One way to narrow a report: how it is asked for, found, told and offered.
///
/// A new one is a file beside this, a case of `ReportFilter`, and a word in ``FilterKinds``.
protocol FilterKind: Sendable {
    /// Which filter it is.
    static var filter: ReportFilter { get }
    /// What stands before its field.
    static var label: Text { get }
    /// Puts what a person typed or chose into a selection that has the filters before this one.
    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws
    /// What is chosen, as addresses and files carry it; nil for nothing.
    static func chosen(_ selection: Selection) -> String?
    /// Chooses what this asker would choose anyway, where nothing is chosen.
    static func preselect(_ selection: inout Selection, _ finder: FilterFinder) throws
    /// What this asker may choose among.
    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer
}

extension FilterKind {
    static var label: Text { filter.label }

    /// The only member offered, if there is just one.
    static func preselect(_ selection: inout Selection, _ finder: FilterFinder) throws {
        guard case .one(let members, _) = try offer(selection, finder) else { return }
        guard let only = members.first, members.count == 1 else { return }
        try choose(only.value, &selection, finder)
    }
}

/// What a filter offers.
enum FilterOffer: Sendable {
    /// One of a list, or none under the words given.
    case one([Member], none: Text?)
    /// Several of a list.
    case several([Member])
    /// A calendar day of the school year.
    case day
    /// Nothing: the field is left out.
    case nothing

    /// A member of a list by the text that chooses it.
    struct Member: Sendable {
        let value: String
        let words: Text

        init(_ value: String, _ words: Text) {
            self.value = value
            self.words = words
        }

        init(_ member: (id: Int, name: String)) {
            self.init(String(member.id), Text(lv: member.name, en: member.name))
        }
    }
}

/// What filters look things up with.
struct FilterFinder {
    let desk: Desk
    let lookup: RegistryLookup
    let connection: Connection

    init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        lookup = RegistryLookup(tenant: desk.tenant, connection)
        self.connection = connection
    }
}

/// The filters of the house, in the order of ``ReportFilter``.
enum FilterKinds {
    static let all: [any FilterKind.Type] = [
        YearFilter.self, TermFilter.self, InstitutionFilter.self, GradeFilter.self, ClassFilter.self,
        ComparedFilter.self, InstitutionsFilter.self, YearsFilter.self, SubjectFilter.self,
        TeacherFilter.self, PupilFilter.self, AssessmentFilter.self,
        DayFilter.self, RuleFilter.self, OutcomeFilter.self,
    ]

    /// The kind of a filter.
    static func of(_ filter: ReportFilter) -> (any FilterKind.Type)? {
        for kind in all where kind.filter == filter { return kind }
        return nil
    }

    /// What is chosen of everything, under the names that addresses and the command line have for it.
    static func chosen(_ selection: Selection) -> [(name: String, value: String)] {
        var chosen: [(name: String, value: String)] = []
        for kind in all {
            guard let value = kind.chosen(selection) else { continue }
            chosen.append((kind.filter.rawValue, value))
        }
        return chosen
    }
}
