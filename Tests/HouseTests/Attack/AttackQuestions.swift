import Frame
import Kernel
import Registry
import Storage

@testable import House

/// Every question that the filters of a report allow on a small board: whole and part, one filter against another, class
/// against institution, this year and the one before.
struct AttackQuestions {
    private struct Place {
        let id: ClassID
        let institution: InstitutionID
        let year: SchoolYear
    }

    static let year = SchoolYear(2025)
    /// The institution of each class, and its grade.
    private(set) var institutionOfClass: [Int: Int] = [:]
    private(set) var gradeOfClass: [Int: Int] = [:]
    private var classes: [Place] = []
    private let institutions: [InstitutionID]
    private let subjects: [SubjectID]
    private let assessments: [Int]

    init(_ tenant: TenantID, _ connection: Connection) throws {
        institutions = try connection.rows(
            "SELECT id FROM institution WHERE tenant_id = \(tenant) ORDER BY id",
            InstitutionID.self
        )
        subjects = try connection.rows(
            """
            SELECT DISTINCT subject_id FROM assessment WHERE tenant_id = \(tenant) AND subject_id > 0
            ORDER BY subject_id
            """,
            SubjectID.self
        )
        assessments = try connection.rows(
            "SELECT id FROM assessment WHERE tenant_id = \(tenant) ORDER BY id",
            Int.self
        )
        let found = try connection.rows(
            "SELECT id, institution_id, year, grade FROM class_group WHERE tenant_id = \(tenant) ORDER BY id",
            Int.self,
            Int.self,
            Int.self,
            Int.self
        )
        for (id, institution, year, grade) in found {
            institutionOfClass[id] = institution
            gradeOfClass[id] = grade
            classes.append(
                Place(
                    id: ClassID(rawValue: id),
                    institution: InstitutionID(rawValue: institution),
                    year: SchoolYear(year)
                )
            )
        }
    }

    /// The selections that a report can be asked with; of the year before, its places only.
    func selections(_ report: any Report.Type) -> [Selection] {
        let filters = Set(report.filters)
        let now = places(filters, AttackQuestions.year).flatMap { narrowed($0, filters) }
        let all = now + places(filters, AttackQuestions.year.previous)
        return all.filter { selection in
            report.isSettled(selection)
                || report.needs.allSatisfy { FilterKinds.of($0)?.chosen(selection) != nil }
        }
    }

    private func places(_ filters: Set<ReportFilter>, _ year: SchoolYear) -> [Selection] {
        var places = [Selection(year: year)]
        if filters.contains(.institution) {
            places += institutions.map { Selection(year: year, institution: $0) }
        }
        for one in classes where filters.contains(.classGroup) && one.year == year {
            var inside = Selection(year: year, institution: one.institution)
            inside.classGroup = one.id
            places.append(inside)
            // A class may be named alone.
            inside.institution = nil
            places.append(inside)
        }
        return places
    }

    private func narrowed(_ place: Selection, _ filters: Set<ReportFilter>) -> [Selection] {
        var all = [place]
        func add(_ filter: ReportFilter, _ change: (Selection) -> [Selection]) {
            if filters.contains(filter) { all += all.flatMap(change) }
        }
        add(.term) { selection in
            [1, 2].map { term in
                var narrowed = selection
                narrowed.term = term
                return narrowed
            }
        }
        if place.classGroup == nil {
            add(.grade) { selection in
                [7, 9].map { grade in
                    var narrowed = selection
                    narrowed.grade = grade
                    return narrowed
                }
            }
        }
        add(.subject) { selection in
            subjects.map { subject in
                var narrowed = selection
                narrowed.subject = subject
                return narrowed
            }
        }
        if filters.contains(.assessment) {
            all += assessments.map { assessment in
                var narrowed = place
                narrowed.assessment = assessment
                return narrowed
            }
        }
        if filters.contains(.compared), let own = place.classGroup,
            let other = classes.first(where: { $0.id != own && $0.year == place.year })
        {
            var beside = place
            beside.compared = [other.id]
            all.append(beside)
        }
        if filters.contains(.day) {
            var divided = place
            divided.day = Day(2026, 1, 5)
            all.append(divided)
        }
        return all
    }
}
