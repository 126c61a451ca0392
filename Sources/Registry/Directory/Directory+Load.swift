package import Frame
import Kernel
package import Storage

extension Directory {
    /// Loads the registers of a tenant: a few passes over tables in key order, no query a row.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> Directory {
        var directory = Directory()
        directory.territories = TerritoryIndex(try TerritoryReforms.load(tenant, connection))
        try directory.loadPlaces(tenant, connection)
        try directory.loadInstitutions(tenant, connection)
        directory.places = try DatedPlaces.load(tenant, connection)
        try directory.loadClasses(tenant, connection)
        try directory.loadPupils(tenant, connection)
        try directory.loadStaff(tenant, connection)
        try directory.loadTeaching(tenant, connection)
        return directory
    }

    private mutating func loadPlaces(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            "SELECT id, search_key, from_day, to_day FROM territory WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let id: TerritoryID = try row.next()
            let search: String = try row.next()
            territories.add(.init(id: id, from: try row.next(), to: try row.next()), search: search)
        }
    }

    private mutating func loadInstitutions(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            """
            SELECT id, search_key, is_reference, closed_day, reg_no FROM institution
            WHERE tenant_id = \(tenant) ORDER BY id
            """
        ) { row in
            let entry = InstitutionIndex.Entry(
                id: try row.next(),
                search: try row.next(),
                isReference: try row.next(),
                isClosed: try row.next(Int.self) != 0
            )
            institutions.add(entry, regNo: try row.next())
        }
        try connection.each(
            """
            SELECT institution_id, search_key, from_day, is_alias FROM institution_name
            WHERE tenant_id = \(tenant) ORDER BY institution_id, from_day, ordinal
            """
        ) { row in
            let id: InstitutionID = try row.next()
            let search: String = try row.next()
            institutions.addName(search, of: id, from: try row.next(), isAlias: try row.next())
        }
        try connection.each(
            """
            SELECT institution_id, territory_id, from_day FROM institution_territory
            WHERE tenant_id = \(tenant) ORDER BY institution_id, from_day
            """
        ) { row in
            let id: InstitutionID = try row.next()
            institutions.addTerritory(try row.next(), of: id, from: try row.next())
        }
    }

    private mutating func loadClasses(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            """
            SELECT id, institution_id, year, grade, search_key FROM class_group
            WHERE tenant_id = \(tenant) ORDER BY id
            """
        ) { row in
            let id: ClassID = try row.next()
            let entry = ClassEntry(
                institution: try row.next(),
                year: SchoolYear(try row.next(Int.self)),
                grade: try row.next()
            )
            add(id, entry, named: ClassName.joined(try row.next()))
        }
        try connection.each(
            """
            SELECT id, institution_id, year, search_key FROM teaching_group
            WHERE tenant_id = \(tenant) ORDER BY id
            """
        ) { row in
            let id: GroupID = try row.next()
            let institution: InstitutionID = try row.next()
            let year = SchoolYear(try row.next(Int.self))
            let name = ClassName.joined(try row.next())
            groupNames.add(id, ClassKey(institution: institution, year: year, name: name))
        }
        try connection.each(
            "SELECT group_id, pupil_id FROM group_member WHERE tenant_id = \(tenant) ORDER BY group_id, pupil_id"
        ) { row in
            members[try row.next(), default: []].insert(try row.next())
        }
    }

    /// Adds a class by what the ways of writing its name have in common.
    mutating func add(_ id: ClassID, _ entry: ClassEntry, named key: String) {
        classes[id] = entry
        classNames.add(id, ClassKey(institution: entry.institution, year: entry.year, name: key))
    }
}
