import Frame
import Kernel
import Registry
import Storage

/// Members of the registers as people name them: by id, registration number or name, with marks or without.
struct RegistryLookup {
    let tenant: TenantID
    let connection: Connection

    init(tenant: TenantID, _ connection: Connection) {
        self.tenant = tenant
        self.connection = connection
    }

    func institution(_ text: String) throws -> InstitutionID {
        let found = try connection.rows(
            """
            SELECT id FROM institution WHERE tenant_id = \(tenant)
            AND (id = \(number(text)) OR reg_no = \(text) OR search_key = \(LatvianKey.search(text)))
            ORDER BY id LIMIT 2
            """,
            InstitutionID.self
        )
        return try only(found, text, Text(lv: "iestādes", en: "institution"))
    }

    func classGroup(_ text: String, institution: InstitutionID?, year: SchoolYear) throws -> ClassID {
        let within: SQL = institution.map { "AND institution_id = \($0)" } ?? ""
        let found = try connection.rows(
            """
            SELECT id FROM class_group WHERE tenant_id = \(tenant)
            AND (id = \(number(text)) OR (year = \(year.start) AND name = \(text) \(within)))
            ORDER BY id LIMIT 2
            """,
            ClassID.self
        )
        return try only(found, text, Text(lv: "klases", en: "class"))
    }

    func subject(_ text: String) throws -> SubjectID {
        let found = try connection.rows(
            """
            SELECT id FROM subject WHERE tenant_id = \(tenant)
            AND (id = \(number(text)) OR search_key = \(LatvianKey.search(text))) ORDER BY id LIMIT 2
            """,
            SubjectID.self
        )
        return try only(found, text, Text(lv: "mācību priekšmeta", en: "subject"))
    }

    /// Institutions within a reach, in Latvian order.
    func institutions(_ reach: Reach) throws -> [(id: Int, name: String)] {
        let all = try connection.rows(
            "SELECT id, name FROM institution WHERE tenant_id = \(tenant) ORDER BY sort_key, id",
            Int.self,
            String.self
        )
        let seen = all.filter {
            reach.everything || reach.institutions.contains(InstitutionID(rawValue: $0.0))
        }
        return seen.map { (id: $0.0, name: $0.1) }
    }

    /// Classes of the chosen institution and year.
    func classes(_ selection: Selection) throws -> [(id: Int, name: String)] {
        guard let institution = selection.institution else { return [] }
        let all = try connection.rows(
            """
            SELECT id, name FROM class_group WHERE tenant_id = \(tenant) AND institution_id = \(institution)
            AND year = \(selection.year.start) ORDER BY sort_key, id
            """,
            Int.self,
            String.self
        )
        let reach = selection.reach
        let whole = reach.everything || reach.institutions.contains(institution)
        let seen = all.filter { whole || reach.classes.contains(ClassID(rawValue: $0.0)) }
        return seen.map { (id: $0.0, name: $0.1) }
    }

    /// Classes by id, with their institutions.
    func classes(_ ids: Set<ClassID>) throws -> [(id: Int, name: String)] {
        guard !ids.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT class_group.id, class_group.name, institution.name FROM class_group
            JOIN institution ON institution.tenant_id = class_group.tenant_id
            AND institution.id = class_group.institution_id
            WHERE class_group.tenant_id = \(tenant) AND class_group.id IN (\(list: ids.sorted()))
            ORDER BY institution.sort_key, class_group.sort_key, class_group.id
            """,
            Int.self,
            String.self,
            String.self
        ).map { (id: $0.0, name: "\($0.1), \($0.2)") }
    }

    /// All subjects, in Latvian order.
    func subjects() throws -> [(id: Int, name: String)] {
        try connection.rows(
            "SELECT id, name FROM subject WHERE tenant_id = \(tenant) ORDER BY sort_key, id",
            Int.self,
            String.self
        ).map { (id: $0.0, name: $0.1) }
    }

    private func number(_ text: String) -> Int { Int(text) ?? 0 }

    private func only<ID>(_ found: [ID], _ text: String, _ what: Text) throws(Refusal) -> ID {
        if found.count > 1 {
            throw Refusal(
                .usage,
                Text(lv: "Ar vārdu „\(text)” ir vairākas.", en: "There is more than one “\(text)”."),
                advice: Text(lv: "Norādiet precīzāk.", en: "Say it more precisely.")
            )
        }
        guard let only = found.first else {
            throw Refusal(
                .unknown,
                Text(lv: "Nav \(what.lv) „\(text)”.", en: "There is no \(what.en) “\(text)”."),
                advice: Text(lv: "Pārbaudiet nosaukumu.", en: "Check the name.")
            )
        }
        return only
    }
}
