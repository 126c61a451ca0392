package import Frame
package import Kernel
package import Storage

/// A pupil's stay in an institution and class within a school year.
package struct YearStay: Hashable, Sendable {
    /// The pupil.
    package let pupil: PupilID
    /// The institution.
    package let institution: InstitutionID
    /// The class; 0 where it is not known.
    package let classGroup: ClassID
    /// The grade, 1 to 12; 0 where it is not known.
    package let grade: Int
    /// The code of the education programme; empty where it is not known.
    package let programme: String
    /// The first day.
    package let from: Day
    /// The last day; nil while there is none.
    package let to: Day?
    /// The code of the reason for leaving; empty where none is given.
    package let reasonOut: String

    /// The scope of the pupil within it.
    package var scope: Scope {
        Scope(
            institution: institution,
            classGroup: classGroup.rawValue > 0 ? classGroup : nil,
            pupil: pupil
        )
    }
}

/// Where pupils learned in a school year.
package struct YearStays: Sendable {
    /// The year.
    package let year: SchoolYear
    /// The stays of each pupil, the earliest first.
    package let byPupil: [PupilID: [YearStay]]

    /// Loads the stays of some pupils, or of all.
    ///
    /// An enrolment that was never ended goes on, but not past the year of its class.
    package static func load(
        _ year: SchoolYear,
        _ pupils: Set<PupilID>? = nil,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> YearStays {
        let whose: SQL = pupils.map { "e.pupil_id IN (\(list: $0.sorted()))" } ?? "1 = 1"
        let stays = try connection.rows(
            """
            SELECT e.pupil_id, e.institution_id, e.class_id, coalesce(c.grade, 0), coalesce(p.code, ''),
                e.from_day, e.to_day, e.reason_out
            FROM enrolment e
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            LEFT JOIN programme p ON p.tenant_id = e.tenant_id AND p.id = e.programme_id
            WHERE e.tenant_id = \(tenant) AND e.from_day <= \(year.last)
                AND (e.to_day = 0 OR e.to_day >= \(year.first))
                AND (c.year IS NULL OR c.year = \(year.start)) AND \(whose)
            ORDER BY e.pupil_id, e.from_day, e.institution_id
            """,
            as: YearStay.self
        )
        return YearStays(year: year, byPupil: Dictionary(grouping: stays, by: \.pupil))
    }

    /// The stays of some pupils.
    package func of(_ pupils: some Sequence<PupilID>) -> YearStays {
        YearStays(
            year: year,
            byPupil: pupils.reduce(into: [:]) { found, pupil in found[pupil] = byPupil[pupil] }
        )
    }

    /// The stays that had begun by a day.
    package func begun(by day: Day) -> YearStays {
        YearStays(
            year: year,
            byPupil: byPupil.compactMapValues { stays in
                let begun = stays.filter { $0.from <= day }
                return begun.isEmpty ? nil : begun
            }
        )
    }

    /// The school years from the earliest stay of some pupils to that of a day.
    package static func years(
        of pupils: Set<PupilID>,
        until today: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [SchoolYear] {
        // Of very many pupils the earliest of all is as good, and cheaper to find.
        let whose: SQL = pupils.count > 500 ? "1 = 1" : "pupil_id IN (\(list: pupils.sorted()))"
        let first = try connection.value(
            "SELECT min(from_day) FROM enrolment WHERE tenant_id = \(tenant) AND \(whose)",
            Int?.self
        )
        guard let first = first.flatMap({ $0 }) else { return [] }
        let years =
            SchoolYear(containing: Day(number: first))
            .start...max(
                SchoolYear(containing: Day(number: first)).start,
                SchoolYear(containing: today).start
            )
        return years.map { SchoolYear($0) }
    }

    /// Where a pupil was last in the year, in a class if any.
    package func last(_ pupil: PupilID) -> YearStay? {
        let stays = byPupil[pupil] ?? []
        return stays.last { $0.classGroup.rawValue > 0 } ?? stays.last
    }

    /// The grade of a pupil's last class; 0 where it is not known.
    package func grade(_ pupil: PupilID) -> Int { last(pupil)?.grade ?? 0 }

    /// Institutions in which a pupil was in a class of a grade, each once.
    package func schools(_ pupil: PupilID) -> Set<InstitutionID> {
        Set((byPupil[pupil] ?? []).filter { $0.grade > 0 }.map(\.institution))
    }
}

extension YearStay: Readable {
    package init(row: inout Row) throws {
        pupil = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        programme = try row.next()
        from = try row.next()
        let end: Day = try row.next()
        to = end.number == 0 ? nil : end
        reasonOut = try row.next()
    }
}
