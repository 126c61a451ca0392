internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Classes with lessons held: of the class itself, or of a teaching group that pupils of the class belong to.
///
/// Lessons of a group name no class, as its pupils may be of several; a class whose lessons are all held in groups
/// has them all the same.
struct ClassesTaught: Measure {
    var standsStill: Bool { true }
    let name = "attendance/classes-held"
    let title = Text(lv: "Klases ar novadītajām stundām", en: "Classes with lessons held")
    let definition = Text(
        lv: """
            Klases, kurām ir ziņas par novadītajām mācību stundām: klases stundas vai stundas mācību grupās, kurās mācās \
            klases izglītojamie.
            """,
        en: """
            Classes with records of lessons held: of the class, or of teaching groups that its pupils belong to.
            """
    )
    let unit = MeasureUnit.count(Noun(lv: "klase", "klases", en: "class", "classes"))
    let dimensions: Set<Dimension> = [.year, .term, .institution, .classGroup, .grade, .month]

    /// Lessons of a class in a month.
    private struct Place: Hashable {
        var members: [Dimension: Int]
        var classGroup: Int { members[.classGroup] ?? 0 }
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { return [:] }
        var classes: [MemberKey: Set<Int>] = [:]
        for place in try places(selection, tenant, connection) {
            classes[dimensions.map { place.members[$0] ?? 0 }, default: []].insert(place.classGroup)
        }
        return classes.mapValues { Tally($0.count) }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let found = try places(selection, tenant, connection).filter { place in
            members.allSatisfy { place.members[$0.key] == $0.value }
        }
        return Set(found.map(\.classGroup)).sorted().prefix(limit).map { EvidenceRow(classNumber: $0) }
    }

    /// Every class and month with lessons held, within a selection.
    private func places(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Place] {
        let year = selection.year
        let groups = try GroupClasses(year, tenant, connection)
        var places: Set<Place> = []
        try connection.each(
            """
            SELECT DISTINCT institution_id, class_id, group_id, term, month FROM lesson_held_cell
            WHERE tenant_id = \(tenant) AND year = \(year.start) AND lessons > 0
            ORDER BY institution_id, class_id, group_id, term, month
            """
        ) { row in
            let institution = try row.next(Int.self)
            let (classGroup, group) = (try row.next(Int.self), try row.next(Int.self))
            let (term, month) = (try row.next(Int.self), try row.next(Int.self))
            for one in classGroup > 0 ? [classGroup] : groups.classes(of: group, month) {
                let place = Place(members: [
                    .year: year.start, .term: term, .institution: institution, .classGroup: one,
                    .grade: groups.grade(of: one), .month: month,
                ])
                if selection.holds(place.members) { places.insert(place) }
            }
        }
        return Array(places)
    }
}

extension Selection {
    /// Whether members of a place are within it and its reach.
    fileprivate func holds(_ place: [Dimension: Int]) -> Bool {
        guard members.allSatisfy({ place[$0.key] == nil || place[$0.key] == $0.value }) else { return false }
        if reach.everything { return true }
        return reach.institutions.contains(InstitutionID(rawValue: place[.institution] ?? 0))
            || reach.classes.contains(ClassID(rawValue: place[.classGroup] ?? 0))
    }
}

/// The classes that the pupils of teaching groups are of, month by month.
private struct GroupClasses {
    /// The days on which a pupil of a class is in a group.
    private struct Stay {
        let classGroup: Int
        let from: Int
        let to: Int
    }

    private var stays: [Int: [Stay]] = [:]
    private var grades: [Int: Int] = [:]

    init(_ year: SchoolYear, _ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            """
            SELECT id, grade FROM class_group WHERE tenant_id = \(tenant) AND year = \(year.start) ORDER BY id
            """
        ) { row in
            grades[try row.next(Int.self)] = try row.next(Int.self)
        }
        // A part of one class is of that class, whoever is in it.
        try connection.each(
            """
            SELECT id, class_id FROM teaching_group
            WHERE tenant_id = \(tenant) AND year = \(year.start) AND class_id > 0 ORDER BY id
            """
        ) { row in
            let group = try row.next(Int.self)
            stays[group] = [Stay(classGroup: try row.next(Int.self), from: 0, to: 0)]
        }
        // From the groups of the year to their members: the other way round every enrolment would be looked at.
        try connection.each(
            """
            SELECT g.id, e.class_id, m.from_day, m.to_day, e.from_day, e.to_day
            FROM teaching_group g CROSS JOIN group_member m CROSS JOIN enrolment e
            WHERE g.tenant_id = \(tenant) AND g.year = \(year.start) AND g.class_id = 0
                AND m.tenant_id = g.tenant_id AND m.group_id = g.id
                AND e.tenant_id = m.tenant_id AND e.pupil_id = m.pupil_id
            ORDER BY g.id, m.pupil_id, m.from_day, e.from_day
            """
        ) { row in
            let (group, classGroup) = (try row.next(Int.self), try row.next(Int.self))
            // Classes of other years are not among those whose grades are known.
            let isOfYear = grades[classGroup] != nil
            let member = (from: try row.next(Int.self), to: try row.next(Int.self))
            let enrolled = (from: try row.next(Int.self), to: try row.next(Int.self))
            let ends = [member.to, enrolled.to].filter { $0 > 0 }
            let stay = Stay(
                classGroup: classGroup,
                from: max(member.from, enrolled.from),
                to: ends.min() ?? 0
            )
            if isOfYear { stays[group, default: []].append(stay) }
        }
    }

    func grade(of classGroup: Int) -> Int { grades[classGroup] ?? 0 }

    /// The classes with a pupil in a group on any day of a month, in rising order.
    func classes(of group: Int, _ month: Int) -> [Int] {
        let month = Month(number: month)
        let found = (stays[group] ?? []).filter { stay in
            stay.from <= month.last.number && (stay.to == 0 || stay.to >= month.first.number)
        }
        return Set(found.map(\.classGroup)).sorted()
    }
}
