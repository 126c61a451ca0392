import Frame
import Kernel
import Storage

/// Of whom data are waited for, and for which terms and months.
struct ExpectedData {
    /// Institutions, or the classes of the one chosen; a class that is chosen alone.
    let dimension: Dimension
    /// Their ids, in the order of people.
    let members: [Int]
    /// Terms that are over.
    let terms: [Int]
    /// Months of teaching that are over, by their numbers.
    let months: [Int]
    /// The terms asked for, over or not.
    let askedTerms: [Int]
    /// The months of teaching asked for, over or not.
    let askedMonths: [Month]
    /// Classes by grade of each member.
    private let classes: [Int: [Int: Int]]

    init(_ question: Question) throws {
        let selection = question.selection
        let isWithin = selection.institution != nil || selection.classGroup != nil
        dimension = isWithin ? .classGroup : .institution
        let found = try ExpectedData.classes(question)
        if dimension == .institution {
            classes = ExpectedData.counted(found.map { ($0.institution, $0.grade) })
            let ids = try question.figures(RegistryMeasures.institutions, over: [.institution]).keys
            members = question.members.sorted(.institution, Set(ids.compactMap(\.first)).union(classes.keys))
        } else {
            classes = ExpectedData.counted(found.map { ($0.id, $0.grade) })
            members = question.members.sorted(.classGroup, classes.keys)
        }
        let years = try Years.load(question.tenant, question.connection)
        askedTerms = selection.term.map { [$0] } ?? [1, 2]
        let end = PupilCounts.end(of: selection.year)
        terms = askedTerms.filter { number in
            guard let term = Term(rawValue: number) else { return false }
            return min(years.days(of: term, in: selection.year).upperBound, end) < question.today
        }
        let teaching = selection.year.first.month.number...end.month.number
        askedMonths = teaching.map { Month(number: $0) }.filter { month in
            selection.term.map { $0 == years.term(on: month.last).term.rawValue } ?? true
        }
        months = askedMonths.filter { $0.last < question.today }.map(\.number)
    }

    /// How many classes of the grades 1 to 12 an institution has; 1 for a class itself.
    ///
    /// With grades given, those of these alone.
    func classes(of member: Int, in grades: Set<Int>? = nil) -> Int {
        (classes[member] ?? [:]).reduce(0) { sum, element in
            grades?.contains(element.key) ?? true ? sum + element.value : sum
        }
    }

    private static func counted(_ classes: [(member: Int, grade: Int)]) -> [Int: [Int: Int]] {
        classes.reduce(into: [:]) { $0[$1.member, default: [:]][$1.grade, default: 0] += 1 }
    }

    private static func classes(
        _ question: Question
    ) throws -> [(id: Int, institution: Int, grade: Int)] {
        let selection = question.selection
        let all = try question.connection.rows(
            """
            SELECT c.id, c.institution_id, c.grade FROM class_group c
            JOIN institution i ON i.tenant_id = c.tenant_id AND i.id = c.institution_id
            WHERE c.tenant_id = \(question.tenant) AND c.year = \(selection.year.start) AND c.grade > 0
                AND i.is_reference = 0
            ORDER BY c.id
            """,
            ClassID.self,
            InstitutionID.self,
            Int.self
        )
        return all.filter { id, institution, _ in
            (selection.institution == nil || selection.institution == institution)
                && (selection.classGroup == nil || selection.classGroup == id)
                && (selection.reach.everything || selection.reach.institutions.contains(institution)
                    || selection.reach.classes.contains(id))
        }
        .map { ($0.0.rawValue, $0.1.rawValue, $0.2) }
    }
}
