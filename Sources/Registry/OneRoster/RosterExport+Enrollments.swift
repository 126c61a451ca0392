import Frame
import Kernel
import Storage
import Tabular

extension RosterExport {
    /// Who belongs to which class and who learns and teaches where: places in classes first, as pupils are told by them.
    func enrollments(_ units: Set<RosterUnit>) throws {
        try begin(
            .enrollments,
            ["classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"]
        )
        var rows: [[TableCell]] = []
        for (id, list) in stays {
            let name = names.name(.classGroup, id.rawValue)
            for stay in list { rows.append(student(name, stay)) }
        }
        for row in sorted(rows) { try self.row(row) }
        rows = []
        for unit in units where unit.classGroup.rawValue != 0 {
            let name = name(unit)
            for stay in stays[unit.classGroup] ?? [] { rows.append(student(name, stay)) }
        }
        rows += try members(units) + teachers(units)
        for row in sorted(rows) { try self.row(row) }
    }

    private func student(_ place: String, _ stay: RosterStay) -> [TableCell] {
        row(
            place,
            stay.institution,
            names.name(.pupil, stay.pupil.rawValue),
            "student",
            stay.from,
            stay.to
        )
    }

    private func row(
        _ place: String,
        _ institution: InstitutionID,
        _ user: String,
        _ role: String,
        _ from: Day,
        _ to: Day
    ) -> [TableCell] {
        let begin = from.number == 0 ? "-" : from.description
        return [
            .text("\(place):\(user):\(role):\(begin)"), .text(place), org(institution), .text(user),
            .text(role),
            .text(role == "teacher" ? "true" : "false"), OwnExport.day(from), OwnExport.day(to),
        ]
    }

    private func members(_ units: Set<RosterUnit>) throws -> [[TableCell]] {
        let list = try connection.rows(
            """
            SELECT m.group_id, m.pupil_id, m.from_day, m.to_day FROM group_member m
            JOIN teaching_group g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
            WHERE m.tenant_id = \(order.tenant) AND g.year = \(order.year.start)
            ORDER BY m.group_id, m.pupil_id, m.from_day
            """,
            GroupID.self,
            PupilID.self,
            Day.self,
            Day.self
        )
        let byGroup = Dictionary(grouping: list) { $0.0 }
        return units.filter { $0.group.rawValue != 0 }.flatMap { unit in
            (byGroup[unit.group] ?? []).filter { pupils[$0.1] != nil }.map { member in
                row(
                    name(unit),
                    unit.institution,
                    names.name(.pupil, member.1.rawValue),
                    "student",
                    member.2,
                    member.3
                )
            }
        }
    }

    private func teachers(_ units: Set<RosterUnit>) throws -> [[TableCell]] {
        let list: [TeachingLine] = try connection.rows(
            """
            SELECT institution_id, class_id, group_id, subject_id, staff_id, from_day, to_day FROM teaching
            WHERE tenant_id = \(order.tenant) AND year = \(order.year.start) ORDER BY id
            """
        )
        return list.filter { units.contains($0.unit) }.compactMap { line in
            guard staff.contains(line.staff) else {
                written.leftOut += 1
                return nil
            }
            let user = names.name(.staff, line.staff.rawValue)
            return row(name(line.unit), line.unit.institution, user, "teacher", line.from, line.to)
        }
    }
}

/// A stored line of teaching to be written.
private struct TeachingLine: Readable {
    let unit: RosterUnit
    let staff: StaffID
    let from: Day
    let to: Day

    init(row: inout Row) throws {
        unit = try RosterUnit(row: &row)
        staff = try row.next()
        from = try row.next()
        to = try row.next()
    }
}
