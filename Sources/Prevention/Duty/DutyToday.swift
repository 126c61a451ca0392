internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Who was absent without a known reason on the last day: of one institution by class, of several as counts.
struct DutyToday: Sendable {
    /// A pupil with what was missed and who contacted the parents.
    struct Line: Sendable {
        let pupil: PupilID
        let name: String
        let classGroup: ClassID
        let term: Int
        /// Lessons by kind: without excuse, or not explained yet.
        let lessons: [AbsenceKind: Int]
        /// The contact on that day or later; nil where none is recorded.
        let contact: DutyEntry?
    }

    /// An institution with its last day.
    struct Place: Sendable {
        let id: InstitutionID
        let name: Text
        let day: Day
        let lines: [Line]

        /// Pupils whose parents nobody has contacted.
        var open: Int { lines.count { $0.contact == nil } }
    }

    /// The institution that was chosen, or all within reach that have data, as people order them.
    let places: [Place]
    /// The lines of a single institution by class.
    let groups: [(name: Text, lines: [Line])]
    let chosen: InstitutionID?
    let year: SchoolYear
    let today: Day
    /// Whether the reader may note a contact, and the board's order has one.
    let mayNote: Bool

    /// The institution whose pupils are named; nil where there are several, or none.
    var single: Place? { places.count == 1 ? places.first : nil }

    var persons: [PupilID] { groups.flatMap { $0.lines.map(\.pupil) }.sorted() }

    static let measure = "attendance/unexplained-last-day"

    static func load(
        _ chosen: InstitutionID?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> DutyToday {
        let year = SchoolYear(containing: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let steps = try Regulations.load(desk.tenant, connection)
            .parameters(of: AbsenceDutyRule.self, on: desk.today)?.steps
        let mayWork = !desk.asker.reach(.workSignals, on: desk.today).isEmpty
        let found = try places(chosen, year, names, desk, connection)
        let lines = found.count == 1 ? found[0].lines : []
        let byClass = Dictionary(grouping: lines) { $0.classGroup.rawValue }
        let groups = names.sorted(.classGroup, byClass.keys).map { id -> (name: Text, lines: [Line]) in
            let none = Text(lv: "Bez klases", en: "Without a class")
            return (id > 0 ? names.name(.classGroup, id) : none, byClass[id] ?? [])
        }
        return DutyToday(
            places: found,
            groups: groups,
            chosen: chosen,
            year: year,
            today: desk.today,
            mayNote: mayWork && (steps ?? []).contains { $0.step == .contact }
        )
    }

    private static func places(
        _ chosen: InstitutionID?,
        _ year: SchoolYear,
        _ names: RegistryNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Place] {
        let (measures, tenant) = (desk.house.measures, desk.tenant)
        let reach = desk.asker.reach(.readSignals, on: desk.today)
        guard measures.has(measure), !reach.isEmpty else { return [] }
        let missed = try measures.named(measure)
        let selection = Selection(year: year, institution: chosen, reach: reach)
        func vector(_ along: [Dimension]) throws -> [MemberKey: Tally] {
            try measures.vector(missed, selection, over: along, tenant: tenant, connection)
        }
        let institutions = try vector([.institution]).keys.map { $0[0] }
        let cells = try vector([.institution, .term, .classGroup, .pupil, .kind])
        let away = Set(cells.keys.map { PupilID(rawValue: $0[3]) })
        let contacts = Dictionary(
            grouping: try DutyEntry.standing(year, of: away, tenant, connection).filter {
                $0.step == .contact
            },
            by: \.pupil
        )
        return try names.sorted(.institution, institutions).compactMap { id -> Place? in
            var one = selection
            one.institution = InstitutionID(rawValue: id)
            // The first row behind the number says which day it is.
            let rows = try missed.evidence(one, members: [:], tenant: tenant, connection, limit: 1)
            guard let day = rows.first?.day else { return nil }
            let own = Dictionary(grouping: cells.filter { $0.key[0] == id }) { $0.key[3] }
            let lines = names.sorted(.pupil, own.keys).compactMap { pupil -> Line? in
                let parts = own[pupil] ?? []
                guard let key = parts.map(\.key).min(by: { $0.lexicographicallyPrecedes($1) }) else {
                    return nil
                }
                var lessons: [AbsenceKind: Int] = [:]
                for part in parts {
                    guard let kind = AbsenceKind(rawValue: part.key[4]) else { continue }
                    lessons[kind, default: 0] += part.value.numerator
                }
                return Line(
                    pupil: PupilID(rawValue: pupil),
                    name: names.name(.pupil, pupil).lv,
                    classGroup: ClassID(rawValue: key[2]),
                    term: key[1],
                    lessons: lessons,
                    contact: contacts[PupilID(rawValue: pupil)]?.last { $0.day >= day }
                )
            }
            return Place(
                id: InstitutionID(rawValue: id),
                name: names.name(.institution, id),
                day: day,
                lines: lines
            )
        }
    }
}
