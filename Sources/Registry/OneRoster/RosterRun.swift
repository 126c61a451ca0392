package import Frame
package import Kernel
package import Storage

/// What reading a set of OneRoster needs of the registers.
package struct RosterKnown: Sendable {
    /// The registers.
    package let directory: Directory
    let ids: KnownSourcedIDs
    let years: Years

    /// Loads all of it; the registers may be loaded already.
    package static func load(
        _ directory: Directory,
        _ years: Years,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> RosterKnown {
        RosterKnown(directory: directory, ids: try .load(tenant, connection), years: years)
    }

    /// Empty registers.
    package static func empty(_ years: Years) -> RosterKnown {
        RosterKnown(directory: .empty, ids: KnownSourcedIDs(), years: years)
    }
}

/// What the files of one set share: what their identifiers stand for.
package final class RosterRun {
    /// The registers.
    package let directory: DirectoryRun
    /// What other systems call their rows.
    package let ids: SourcedIDs
    /// The days of terms.
    package let years: Years
    /// What the manifest says.
    package internal(set) var manifest = RosterManifest()
    /// Institutions by identifier.
    package internal(set) var institutions: [String: InstitutionID] = [:]
    /// Organisations that are no institutions.
    var otherOrgs: Set<String> = []
    /// Which organisations are above which.
    var orgParents = RosterParents()
    /// Years and terms by identifier.
    package internal(set) var sessions: [String: RosterSession] = [:]
    /// Subjects by the identifier of the course.
    package internal(set) var subjects: [String: SubjectID] = [:]
    /// Classes by identifier.
    package internal(set) var classes: [String: RosterClass] = [:]
    /// People by identifier.
    let people: RosterPeople
    /// Who teaches a class, the one named first where several do.
    package internal(set) var teachers: [String: StaffID] = [:]
    private var told: Set<String> = []

    /// A run.
    package init(_ known: RosterKnown, _ run: ImportRun) throws {
        try run.requireMaster()
        directory = DirectoryRun(known.directory, run)
        ids = SourcedIDs(known.ids, run)
        years = known.years
        people = RosterPeople()
    }

    /// The run.
    package var run: ImportRun { directory.run }

    /// A pupil of the set, or one that an earlier set had.
    package func pupil(_ key: String) -> PupilID? {
        people.pupils[key] ?? ids.find(.pupil, key).map { PupilID(rawValue: $0) }
    }

    /// A member of staff of the set, or one that an earlier set had.
    package func staff(_ key: String) -> StaffID? {
        people.staff[key] ?? ids.find(.staff, key).map { StaffID(rawValue: $0) }
    }

    /// A line that cannot be taken.
    package func reject(_ problem: Problem, _ row: RosterRow, _ heading: String) {
        run.staging.reject(problem, at: row.place(heading))
    }

    /// Tells once for each value what has no place.
    package func tell(_ value: String, _ row: RosterRow, _ heading: String) {
        guard told.insert("\(heading)\u{0}\(value)").inserted else { return }
        run.staging.unmatched(RosterProblem.unused(value), at: row.place(heading))
    }

    /// A day of a cell, nil where it is blank; `.some(nil)` never comes: a wrong one is reported and thrown.
    package func day(_ row: RosterRow, _ heading: String) throws(RosterStop) -> Day? {
        let text = row.text(heading)
        guard !text.isEmpty else { return nil }
        // Time stamps are met where days should be: the day is their first ten letters.
        let day =
            text.utf8.count > 10 && Array(text.utf8)[10] == UInt8(ascii: "T") ? String(text.prefix(10)) : text
        do {
            return try Parse.day(day)
        } catch {
            reject(Problem(error, value: text), row, heading)
            throw RosterStop()
        }
    }

    /// Two days in order.
    package func days(
        _ row: RosterRow,
        _ from: String,
        _ to: String
    ) throws(RosterStop) -> (from: Day?, to: Day?) {
        let (first, last) = (try day(row, from), try day(row, to))
        if let first, let last, last < first {
            reject(RosterProblem.days(row.text(to)), row, to)
            throw RosterStop()
        }
        return (first, last)
    }

    /// What a reference stands for; a dangling one is reported and thrown.
    package func find<T>(
        _ row: RosterRow,
        _ heading: String,
        in file: RosterFile,
        _ look: (String) throws -> T?
    ) throws -> T {
        if let found = try look(row.key(heading)) { return found }
        reject(RosterProblem.dangling(row.text(heading), file), row, heading)
        throw RosterStop()
    }
}

/// A line was reported and is passed over.
package struct RosterStop: Error {
    /// A line was reported.
    package init() {}
}

/// A year or a term of a source.
package struct RosterSession {
    /// The school year.
    package let year: SchoolYear
    /// 1 or 2; 0 for the year.
    package var term: Int
    /// The last day.
    package let last: Day
}

/// A class of a source: one that pupils belong to, or one that learns a subject.
package struct RosterClass {
    /// The institution.
    package let institution: InstitutionID
    /// The school year.
    package let year: SchoolYear
    /// The last day of its session.
    package let last: Day
    /// The class; 0 where it is a teaching group.
    package let classGroup: ClassID
    /// The teaching group; 0 where it is a class.
    package let group: GroupID
    /// The subject; nil for a class that pupils belong to.
    package let subject: SubjectID?

    /// Whether pupils belong to it.
    package var isHomeroom: Bool { subject == nil && classGroup.rawValue != 0 }
}

extension RosterRun {
    /// Takes a line of the manifest.
    package func takeManifest(_ row: RosterRow) {
        if let problem = manifest.take(row) { reject(problem, row, "value") }
        if !manifest.source.isEmpty { ids.source = manifest.source }
    }
}
