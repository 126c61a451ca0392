import Frame
import Kernel
import Registry
import Storage

/// Whose the rows behind a figure are: names of pupils, classes and subjects, each with its page where the reader may
/// open it.
///
/// It knows those rows alone that may be named (``EvidenceRow/isNamed``).
struct FigurePeople: Sendable {
    /// A name and its page.
    struct Named: Sendable {
        let name: Text
        let path: String?
    }

    private var pupils: [PupilID: Named] = [:]
    private var classes: [ClassID: Named] = [:]
    private var subjects: [Int: Text] = [:]
    private var stays: [PupilID: [YearStay]] = [:]

    /// Nobody.
    static let none = FigurePeople()

    var hasPupils: Bool { !pupils.isEmpty }
    var hasClasses: Bool { !classes.isEmpty }
    var hasSubjects: Bool { !subjects.isEmpty }

    /// Looks up those of some rows, for a reader who may see the pupils of a selection.
    static func load(
        _ rows: [EvidenceRow],
        _ selection: Selection,
        _ names: HouseNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> FigurePeople {
        var people = FigurePeople()
        let named = rows.filter { $0.isNamed && $0.pupil.rawValue > 0 }
        let ids = Set(named.map(\.pupil))
        guard !ids.isEmpty else { return people }
        let now = try ScopeFinder(tenant: desk.tenant, connection).scopes(of: ids, on: desk.today)
        // Sorted together they are also read together.
        for number in names.sorted(.pupil, ids.map(\.rawValue)) {
            let id = PupilID(rawValue: number)
            let mayOpen = now[id].map { desk.asker.may(.readPupils, in: $0, on: desk.today) } ?? false
            people.pupils[id] = Named(
                name: names.name(.pupil, number),
                path: mayOpen ? "/pupils/\(number)" : nil
            )
        }
        try people.loadClasses(ids, selection, names, desk, connection)
        for subject in Set(named.map(\.subject)) where subject > 0 {
            people.subjects[subject] = names.name(.subject, subject)
        }
        return people
    }

    /// Classes within the selection: where else a pupil was is not told by a number of this place.
    private mutating func loadClasses(
        _ ids: Set<PupilID>,
        _ selection: Selection,
        _ names: HouseNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let all = try YearStays.load(selection.year, ids, desk.tenant, connection).byPupil
        stays = all.mapValues { stays in
            stays.filter { stay in
                stay.classGroup.rawValue > 0
                    && (selection.institution == nil || stay.institution == selection.institution)
                    && (selection.classGroup == nil || stay.classGroup == selection.classGroup)
            }
        }
        let places = stays.values.flatMap { $0 }
        for number in names.sorted(.classGroup, Set(places.map(\.classGroup.rawValue))) {
            guard let place = places.first(where: { $0.classGroup.rawValue == number }) else { continue }
            let scope = Scope(institution: place.institution, classGroup: place.classGroup)
            let mayOpen = desk.asker.may(.readPupils, in: scope, on: desk.today)
            classes[place.classGroup] = Named(
                name: names.name(.classGroup, number),
                path: mayOpen ? "/classes/\(number)" : nil
            )
        }
    }

    /// The pupil of a row.
    func pupil(_ row: EvidenceRow) -> Named? { row.isNamed ? pupils[row.pupil] : nil }

    /// The class that the pupil was in on the day of a row, or last in the year where it has none.
    func classGroup(_ row: EvidenceRow) -> Named? {
        guard row.isNamed, let stays = stays[row.pupil] else { return nil }
        let then = row.day.flatMap { day in
            stays.last { stay in stay.from <= day && stay.to.map { $0 >= day } ?? true }
        }
        return (then ?? stays.last).flatMap { classes[$0.classGroup] }
    }

    /// The subject of a row.
    func subject(_ row: EvidenceRow) -> Text? { row.isNamed ? subjects[row.subject] : nil }
}
