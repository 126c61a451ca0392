import Frame
import Storage

/// In which classes pupils learn on which days, as their enrolments have it.
///
/// A class counts in its own school year: a stay that nobody ended says nothing of the next one.
struct ClassesOfDays {
    /// A stay of a pupil in a class.
    struct Stay {
        let institution: Int
        let from: Int
        /// The last day, ``open`` while there is none.
        let to: Int
        /// 0 where it is not known.
        let classGroup: Int
    }

    /// What a class is of.
    struct ClassEntry {
        let year: Int
        let grade: Int
    }

    /// Where a fact belongs.
    struct Place {
        let classGroup: Int
        let grade: Int
    }

    /// The last day of a stay that has none: behind all days that a calendar has.
    static let open = 2_932_896

    private var stays: [Int: [Stay]] = [:]
    private var classes: [Int: ClassEntry]

    /// Classes looked up at a time; the ids are bound one by one.
    private static let block = 400

    /// A book without stays; some classes may be known by then.
    init(classes: [Int: ClassEntry] = [:]) {
        self.classes = classes
    }

    /// Reads the stays of some pupils, or of all.
    mutating func load(_ pupils: [Int]?, _ tenant: TenantID, _ connection: Connection) throws {
        let only = pupils.map { pupils -> SQL in " AND pupil_id IN (\(list: pupils))" }
        let condition: SQL = only ?? ""
        try connection.each(
            """
            SELECT pupil_id, institution_id, from_day, to_day, class_id FROM enrolment
            WHERE tenant_id = \(tenant)\(condition)
            """
        ) { row in
            let pupil = try row.next(Int.self)
            let institution = try row.next(Int.self)
            let from = try row.next(Int.self)
            let to = try row.next(Int.self)
            let classGroup = try row.next(Int.self)
            let stay = Stay(
                institution: institution,
                from: from,
                to: ClassesOfDays.last(to),
                classGroup: classGroup
            )
            stays[pupil, default: []].append(stay)
        }
    }

    /// Puts a stay in the place of the one that began on the same day in the same institution.
    mutating func put(_ stay: Stay, of pupil: Int) {
        stays[pupil, default: []].removeAll { $0.institution == stay.institution && $0.from == stay.from }
        stays[pupil, default: []].append(stay)
    }

    /// Reads what the classes of the stays are of, as far as that is not known.
    mutating func loadClasses(_ tenant: TenantID, _ connection: Connection) throws {
        var unknown: Set<Int> = []
        for stay in stays.values.joined() where stay.classGroup != 0 && classes[stay.classGroup] == nil {
            unknown.insert(stay.classGroup)
        }
        let ids = unknown.sorted()
        for start in stride(from: 0, to: ids.count, by: ClassesOfDays.block) {
            let part = Array(ids[start..<min(ids.count, start + ClassesOfDays.block)])
            try connection.each(
                "SELECT id, year, grade FROM class_group WHERE tenant_id = \(tenant) AND id IN (\(list: part))"
            ) { row in
                let id = try row.next(Int.self)
                let year = try row.next(Int.self)
                classes[id] = ClassEntry(year: year, grade: try row.next(Int.self))
            }
        }
    }

    /// Where a row belongs by the enrolments; nil where it is there already, or where no enrolment says.
    ///
    /// A row of a whole year may stay in any class in which the pupil learned in that year, else it goes to the last one.
    func place(of row: UnsafePointer<Int64>, _ columns: AttributedColumns) -> Place? {
        guard let own = stays[Int(row[columns.pupil])] else { return nil }
        let days = columns.days(of: row)
        let institution = Int(row[columns.institution])
        let year = Int(row[columns.year])
        let stored = Int(row[columns.classGroup])
        var latest: (from: Int, place: Place)?
        for stay in own
        where stay.institution == institution && stay.from <= days.upperBound && stay.to >= days.lowerBound {
            guard let entry = classes[stay.classGroup], entry.year == year else { continue }
            if stay.classGroup == stored { return nil }
            if let latest, latest.from > stay.from { continue }
            latest = (stay.from, Place(classGroup: stay.classGroup, grade: entry.grade))
        }
        return latest?.place
    }

    /// The last day of a stay by what its row has, which is 0 while nobody has ended it.
    static func last(_ day: Int) -> Int { day == 0 ? ClassesOfDays.open : day }
}
