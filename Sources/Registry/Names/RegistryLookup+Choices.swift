package import Frame
package import Kernel
import Storage

extension RegistryLookup {
    /// Institutions within reach, those of the tenant before those kept for comparison, each in Latvian order.
    package func institutions(_ reach: Reach) throws -> [(id: Int, name: String)] {
        let among: SQL =
            reach.everything ? "1 = 1" : "id IN (\(list: try institutionIDs(reach)))"
        return try connection.rows(
            """
            SELECT id, name FROM institution WHERE tenant_id = \(tenant) AND \(among)
            ORDER BY is_reference, sort_key, id
            """,
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Classes of the year and institution chosen, within reach; without an institution none.
    package func classes(_ selection: Selection) throws -> [(id: Int, name: String)] {
        guard let institution = selection.institution else { return [] }
        let reach = selection.reach
        let everything = reach.everything || reach.institutions.contains(institution)
        let among: SQL = everything ? "1 = 1" : "id IN (\(list: reach.classes.sorted()))"
        return try connection.rows(
            """
            SELECT id, name FROM class_group
            WHERE tenant_id = \(tenant) AND year = \(selection.year.start)
                AND institution_id = \(institution) AND \(among)
            ORDER BY sort_key, id
            """,
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Classes of other institutions within reach, of the year and grade of the class chosen, each with its institution.
    package func classesElsewhere(
        _ selection: Selection
    ) throws -> [(id: Int, name: String, institution: String)] {
        guard let institution = selection.institution, let own = selection.classGroup else { return [] }
        let reach = selection.reach
        let among: SQL =
            reach.everything
            ? "1 = 1"
            : """
            (c.institution_id IN (\(list: reach.institutions.sorted()))
            OR c.id IN (\(list: reach.classes.sorted())))
            """
        return try connection.rows(
            """
            SELECT c.id, c.name, i.name FROM class_group c
            JOIN institution i ON i.tenant_id = c.tenant_id AND i.id = c.institution_id
            WHERE c.tenant_id = \(tenant) AND c.year = \(selection.year.start)
                AND c.institution_id <> \(institution) AND c.grade > 0 AND c.grade = (
                    SELECT o.grade FROM class_group o WHERE o.tenant_id = \(tenant) AND o.id = \(own)
                ) AND \(among)
            ORDER BY i.is_reference, i.sort_key, i.id, c.sort_key, c.id
            """,
            Int.self,
            String.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1, institution: $0.2) }
    }

    /// What a class of another year was or will be called in a year: the same letter, a grade more for each year; nil
    /// where there is no such class or it is of that year itself.
    package func classOfAnotherYear(_ id: Int, than year: SchoolYear) throws -> String? {
        let found = try connection.rows(
            "SELECT year, grade, name FROM class_group WHERE tenant_id = \(tenant) AND id = \(id)",
            Int.self,
            Int.self,
            String.self
        )
        guard let (own, grade, name) = found.first, own != year.start else { return nil }
        return "\(grade + year.start - own)" + name.drop { $0.isNumber }
    }

    /// Mark scales by code, with what people call them; the latest of those that share a code.
    package func markScales() throws -> [(code: String, words: Text)] {
        let rows = try connection.rows(
            "SELECT code, lv, en FROM mark_scale WHERE tenant_id = \(tenant) ORDER BY id",
            String.self,
            String.self,
            String.self
        )
        return rows.enumerated().compactMap { index, row in
            let isLatest = !rows[(index + 1)...].contains { $0.0 == row.0 }
            return isLatest ? (code: row.0, words: Text(lv: row.1, en: row.2)) : nil
        }
    }

    /// Subjects in Latvian order.
    package func subjects() throws -> [(id: Int, name: String)] {
        try connection.rows(
            "SELECT id, name FROM subject WHERE tenant_id = \(tenant) ORDER BY sort_key, id",
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Institutions reached as a whole or through a class of theirs.
    private func institutionIDs(_ reach: Reach) throws -> [Int] {
        let ofClasses = try connection.rows(
            """
            SELECT DISTINCT institution_id FROM class_group
            WHERE tenant_id = \(tenant) AND id IN (\(list: reach.classes.sorted()))
            ORDER BY institution_id
            """,
            Int.self
        )
        return (reach.institutions.map(\.rawValue) + ofClasses).sorted()
    }
}

extension RegistryLookup {
    /// Teachers who teach in the institution and year chosen, within a reach of figures about teachers, by name.
    package func teachers(_ selection: Selection, _ reach: Reach) throws -> [(id: Int, name: String)] {
        guard let institution = selection.institution else { return [] }
        guard reach.everything || reach.institutions.contains(institution) else { return [] }
        return try connection.rows(
            """
            SELECT id, surname, forename FROM staff
            WHERE tenant_id = \(tenant) AND id IN (
                SELECT staff_id FROM teaching WHERE tenant_id = \(tenant)
                    AND institution_id = \(institution) AND year = \(selection.year.start)
            )
            ORDER BY sort_key, id
            """,
            Int.self,
            String.self,
            String.self
        )
        .map { row in
            let name = "\(row.1) \(row.2)".trimmed
            return (id: row.0, name: name.isEmpty ? "#\(row.0)" : name)
        }
    }

    /// The pupils who were in a class of its year, by name.
    package func pupils(of classGroup: ClassID) throws -> [(id: Int, name: String)] {
        try connection.rows(
            """
            SELECT id, surname, forename, external_code FROM pupil p
            WHERE tenant_id = \(tenant) AND id IN (
                SELECT e.pupil_id FROM enrolment e WHERE e.tenant_id = \(tenant) AND e.class_id = \(classGroup)
            )
            ORDER BY sort_key, id
            """,
            Int.self,
            String.self,
            String.self,
            String.self
        )
        .map { row in
            let name = "\(row.1) \(row.2)".trimmed
            return (id: row.0, name: name.isEmpty ? row.3 : name)
        }
    }
}
