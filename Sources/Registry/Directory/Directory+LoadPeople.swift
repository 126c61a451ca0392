import Frame
import Kernel
import Storage

extension Directory {
    mutating func loadPupils(_ tenant: TenantID, _ connection: Connection) throws {
        // Files go on to name the old codes and names of pupils who turned out to be somebody else.
        for (alias, target) in try PupilAliases.load(tenant, connection).all {
            pupils.lead(alias, to: target)
        }
        // Persons without names are left out: no line of a file is about them but in the list that brought them.
        try connection.each(
            """
            SELECT id, search_key, external_code, code_index FROM pupil
            WHERE tenant_id = \(tenant) AND is_reference = 0 ORDER BY id
            """
        ) { row in
            let id: PupilID = try row.next()
            let (person, code) = try Directory.person(&row)
            pupils.add(id, person, code: code)
        }
        try connection.each(
            """
            SELECT pupil_id, institution_id, from_day, to_day, class_id, programme_id FROM enrolment
            WHERE tenant_id = \(tenant) ORDER BY pupil_id, institution_id, from_day
            """
        ) { row in
            let id: PupilID = try row.next()
            let institution: InstitutionID = try row.next()
            let from: Day = try row.next()
            let to: Day = try row.next()
            let stay = Enrolment(
                institution: institution,
                from: from,
                to: to.number == 0 ? nil : to,
                classGroup: try row.next(),
                programme: try row.next()
            )
            enrolments.load(id, stay)
            place(id, stay)
        }
    }

    /// Lets a pupil be found by external code in the institution and by name in the class.
    mutating func place(_ pupil: PupilID, _ stay: Enrolment) {
        pupils.placeExternal(pupil, in: stay.institution.rawValue)
        if stay.classGroup.rawValue != 0 { pupils.place(pupil, in: stay.classGroup.rawValue) }
    }

    mutating func loadStaff(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            "SELECT id, search_key, external_code, code_index FROM staff WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let id: StaffID = try row.next()
            let (person, code) = try Directory.person(&row)
            staff.add(id, person, code: code)
        }
        try connection.each(
            """
            SELECT staff_id, institution_id, role, from_day, to_day FROM staff_post
            WHERE tenant_id = \(tenant) ORDER BY staff_id, institution_id, role, from_day
            """
        ) { row in
            let id: StaffID = try row.next()
            let institution: InstitutionID = try row.next()
            staff.place(id, in: institution.rawValue)
            staff.placeExternal(id, in: institution.rawValue)
            let isTeacher = try row.next(Int.self) == StaffRole.teacher.rawValue
            let days = (try row.next(Int.self), try row.next(Int.self))
            guard isTeacher, days == (0, 0) else { return }
            presumedPosts.insert(PostKey(staff: id, institution: institution))
        }
    }

    mutating func loadTeaching(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.each(
            "SELECT id, code, search_key FROM subject WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let id: SubjectID = try row.next()
            let code: String = try row.next()
            let search: String = try row.next()
            subjects[id] = SubjectEntry(code: code, search: search)
            if !code.isEmpty { subjectByCode[code] = id }
            if subjectByName[search] == nil { subjectByName[search] = id }
        }
        try connection.each(
            """
            SELECT id, institution_id, code, licence_no FROM programme WHERE tenant_id = \(tenant)
            ORDER BY id
            """
        ) { row in
            let id: ProgrammeID = try row.next()
            let key = ProgrammeKey(
                institution: try row.next(),
                code: try row.next(),
                licence: try row.next()
            )
            programmes[key] = id
            programmeKeys[id] = key
        }
        try connection.each(
            """
            SELECT id, year, group_id, class_id, subject_id, staff_id, institution_id FROM teaching
            WHERE tenant_id = \(tenant) ORDER BY id
            """
        ) { row in
            let id: Int = try row.next()
            let key = TeachingKey(
                year: SchoolYear(try row.next(Int.self)),
                group: try row.next(),
                classGroup: try row.next(),
                subject: try row.next(),
                staff: try row.next()
            )
            teachings[key] = id
            taught.insert(PostKey(staff: key.staff, institution: try row.next()))
        }
    }

    private static func person(_ row: inout Row) throws -> (Person, [UInt8]?) {
        let search: String = try row.next()
        let external: String = try row.next()
        let code: [UInt8]? = try row.next()
        return (Person(search: search, external: external, hasCode: code != nil), code)
    }
}
