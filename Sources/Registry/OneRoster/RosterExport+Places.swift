import Frame
import Kernel
import Storage
package import Tabular

extension RosterExport {
    func loadGroups() throws {
        let rows: [(GroupID, InstitutionID, String, ClassID, SubjectID)] = try connection.rows(
            """
            SELECT id, institution_id, name, class_id, subject_id FROM teaching_group
            WHERE tenant_id = \(order.tenant) AND year = \(order.year.start) ORDER BY id
            """,
            GroupID.self,
            InstitutionID.self,
            String.self,
            ClassID.self,
            SubjectID.self
        )
        for row in rows {
            groups[row.0] = RosterGroup(institution: row.1, name: row.2, classGroup: row.3, subject: row.4)
        }
    }

    /// What is taught to whom, and groups that have a subject.
    func units() throws -> Set<RosterUnit> {
        let taught: [RosterUnit] = try connection.rows(
            """
            SELECT DISTINCT institution_id, class_id, group_id, subject_id FROM teaching
            WHERE tenant_id = \(order.tenant) AND year = \(order.year.start)
            ORDER BY institution_id, class_id, group_id, subject_id
            """,
            as: RosterUnit.self
        )
        let own = groups.filter { $0.value.subject.rawValue != 0 }.map { id, group in
            RosterUnit(
                institution: group.institution,
                classGroup: ClassID(rawValue: 0),
                group: id,
                subject: group.subject
            )
        }
        let known = Set(taught).union(own)
        let alone = groups.keys.filter { id in
            places[groups[id]?.institution ?? InstitutionID(rawValue: 0)] != nil
                && !known.contains { $0.group == id }
        }
        written.leftOut += alone.count
        return known
    }

    func orgs() throws {
        let rows: [[TableCell]] = places.map { id, place in
            [org(id), .text(place.name), .text("school"), PersonKeys.cell(place.regNo), .blank]
        }
        try table(.orgs, ["name", "type", "identifier", "parentSourcedId"], rows)
    }

    func org(_ id: InstitutionID) -> TableCell { .text(names.name(.institution, id.rawValue)) }

    /// What a year or a term is called.
    package func session(_ term: Int) -> String { names.name(.session, order.year.start * 4 + term) }

    func sessions() throws {
        let years = try Years.load(order.tenant, connection)
        let year = order.year
        var rows: [[TableCell]] = [
            [
                .text(session(0)), .text(year.description), .text("schoolYear"), .day(year.first),
                .day(year.last), .blank, .text(String(year.start + 1)), .blank,
            ]
        ]
        for term in [Term.first, .second] {
            let days = years.days(of: term, in: year)
            let isKept = years.kept(term.rawValue, in: year) != nil
            rows.append([
                .text(session(term.rawValue)), .text("\(year.description), \(term.rawValue)"),
                .text("semester"), .day(days.lowerBound), .day(days.upperBound), .text(session(0)),
                .text(String(year.start + 1)), isKept ? .blank : .text("1"),
            ])
        }
        let headings = [
            "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear",
            "metadata.sekmePresumed",
        ]
        try table(.academicSessions, headings, rows)
    }

    /// What the course of a subject is called at a school.
    func course(_ unit: RosterUnit) -> String {
        "\(names.name(.institution, unit.institution.rawValue)):\(names.name(.subject, unit.subject.rawValue))"
    }

    func courses(_ units: Set<RosterUnit>) throws {
        let subjects = try connection.rows(
            "SELECT id, name, code, area FROM subject WHERE tenant_id = \(order.tenant) ORDER BY id",
            SubjectID.self,
            String.self,
            String.self,
            Int.self
        )
        let known = Dictionary(subjects.map { ($0.0, $0) }) { first, _ in first }
        var rows: [String: [TableCell]] = [:]
        for unit in units {
            guard let subject = known[unit.subject] else { continue }
            rows[course(unit)] = [
                .text(course(unit)), .text(session(0)), .text(subject.1), PersonKeys.cell(subject.2), .blank,
                org(unit.institution), .text(subject.1), PersonKeys.cell(subject.2),
                .text(names.name(.subject, unit.subject.rawValue)), OwnExport.count(subject.3),
            ]
        }
        let headings = [
            "schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects",
            "subjectCodes",
            "metadata.sekmeSubject", "metadata.sekmeArea",
        ]
        try table(.courses, headings, Array(rows.values))
    }

    func classes(_ units: Set<RosterUnit>) throws {
        let headings = [
            "title", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId",
            "termSourcedIds", "subjects", "subjectCodes", "periods", "metadata.sekmeClass",
            "metadata.sekmeGroup", "metadata.sekmeName", "metadata.sekmeSubjects", "metadata.sekmeOfClass",
        ]
        let rows: [(ClassID, InstitutionID, String, Int)] = try connection.rows(
            """
            SELECT id, institution_id, name, grade FROM class_group
            WHERE tenant_id = \(order.tenant) AND year = \(order.year.start) ORDER BY id
            """,
            ClassID.self,
            InstitutionID.self,
            String.self,
            Int.self
        )
        try begin(.classes, headings)
        var titles: [ClassID: String] = [:]
        let homes: [[TableCell]] = rows.filter { places[$0.1] != nil }.map { row in
            homerooms.insert(row.0)
            titles[row.0] = row.2
            let grade: TableCell = row.3 == 0 ? .blank : .text(row.3 < 10 ? "0\(row.3)" : String(row.3))
            return [
                .text(names.name(.classGroup, row.0.rawValue)), .text(row.2), grade, .blank, .blank,
                .text("homeroom"), .blank, org(row.1), .text(session(0)), .blank, .blank, .blank, .blank,
                .blank,
                .blank, .blank, .blank,
            ]
        }
        // Classes that pupils belong to come first: the others refer to them.
        for row in sorted(homes) { try self.row(row) }
        for row in sorted(units.map { unitRow($0, titles) }) { try self.row(row) }
    }

    private func unitRow(_ unit: RosterUnit, _ titles: [ClassID: String]) -> [TableCell] {
        let group = groups[unit.group]
        let title = group?.name ?? titles[unit.classGroup] ?? ""
        let of = unit.classGroup.rawValue == 0 ? group?.classGroup ?? unit.classGroup : unit.classGroup
        let whole: TableCell =
            unit.classGroup.rawValue == 0 ? .blank : .text(names.name(.classGroup, unit.classGroup.rawValue))
        let ofClass: TableCell =
            group == nil || of.rawValue == 0 ? .blank : .text(names.name(.classGroup, of.rawValue))
        return [
            .text(name(unit)), .text(title), .blank, .text(course(unit)), .blank, .text("scheduled"), .blank,
            org(unit.institution), .text(session(0)), .blank, .blank, .blank, whole,
            group == nil ? .blank : .text(names.name(.group, unit.group.rawValue)),
            group.map { .text($0.name) } ?? .blank,
            group.map { $0.subject == unit.subject } == false ? .text("several") : .blank, ofClass,
        ]
    }

    /// Rows in the order of their identifiers.
    package func sorted(_ rows: [[TableCell]]) -> [[TableCell]] {
        rows.sorted { RosterExport.text($0) < RosterExport.text($1) }
    }
}
