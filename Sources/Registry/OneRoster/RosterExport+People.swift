import Frame
import Kernel
import Storage
import Tabular

extension RosterExport {
    /// Pupils with a stay in the year and staff with a post in it; their places and posts are roles.
    func users() throws {
        var users: [String: [TableCell]] = [:]
        var roles: [[TableCell]] = []
        var about: [[TableCell]] = []
        for row in try pupilRows() {
            let scope = Scope(institution: row.institution, classGroup: row.classGroup, pupil: row.pupil)
            guard places[row.institution] != nil, own.may(scope) else { continue }
            let name = names.name(.pupil, row.pupil.rawValue)
            if row.classGroup.rawValue == 0 {
                written.leftOut += 1
            } else {
                let stay = RosterStay(
                    pupil: row.pupil,
                    institution: row.institution,
                    from: row.from,
                    to: row.to
                )
                stays[row.classGroup, default: []].append(stay)
            }
            written.persons.pupils.insert(row.pupil)
            let role = "\(name):student:\(names.name(.institution, row.institution.rawValue))"
            if pupils.updateValue(name, forKey: row.pupil) == nil {
                users[name] = try user(name, row.person, .pupils, scope, row.institution)
                let sex: TableCell = row.sex == 1 ? .text("male") : row.sex == 2 ? .text("female") : .blank
                if row.birth != nil || row.sex != 0 {
                    about.append([.text(name), row.birth.map { .day($0) } ?? .blank, sex])
                }
            }
            roles.append(roleRow(role, name, "student", row.institution))
        }
        for row in try postRows() where places[row.institution] != nil {
            guard staffPass.reaches(Scope(institution: row.institution)) else { continue }
            let id = StaffID(rawValue: row.person.id)
            let name = names.name(.staff, row.person.id)
            written.persons.staff.insert(id)
            if staff.insert(id).inserted, users[name] == nil {
                let scope = Scope(institution: row.institution)
                users[name] = try user(name, row.person, .staff, scope, row.institution)
            }
            let from = row.post.from.number == 0 ? "-" : row.post.from.description
            let org = names.name(.institution, row.institution.rawValue)
            roles.append(
                roleRow(
                    "\(name):\(row.post.role.code):\(org):\(from)",
                    name,
                    RosterExport.role(row.post.role),
                    row.institution,
                    row.post
                )
            )
        }
        try write(users: Array(users.values), roles: roles, about: about)
    }

    private func write(users: [[TableCell]], roles: [[TableCell]], about: [[TableCell]]) throws {
        var seen: Set<String> = []
        let roles = sorted(roles.filter { seen.insert(RosterExport.text($0)).inserted })
        var users = users
        if edition == .first {
            let byUser = Dictionary(grouping: roles) { RosterExport.text([$0[1]]) }
            users = users.map { withRole($0, byUser[RosterExport.text($0)] ?? []) }
        }
        try table(
            .users,
            [
                "enabledUser", "orgSourcedIds", "role", "username", "userIds", "givenName", "familyName",
                "middleName", "identifier",
                "email", "sms", "phone", "agentSourcedIds", "grades", "password", "userMasterIdentifier",
                "preferredGivenName", "preferredMiddleName", "preferredFamilyName", "primaryOrgSourcedId",
                "pronouns",
            ] + RosterEdition.ownOfUsers,
            users
        )
        if edition == .second {
            try table(
                .roles,
                [
                    "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId",
                    "userProfileSourcedId", "metadata.sekmeRole", "metadata.sekmeLoad",
                    "metadata.sekmeLessons",
                ],
                roles
            )
        }
        try table(.demographics, ["birthDate", "sex"], about)
    }

    private func user(
        _ name: String,
        _ person: WrittenPerson,
        _ table: RegisterTable,
        _ scope: Scope,
        _ institution: InstitutionID
    ) throws -> [TableCell] {
        guard case .text(let code) = try own.person(person, of: table, in: scope)[0] else {
            return userRow(name, person, .blank, institution)
        }
        return userRow(name, person, .text("{LV_PK:\(code)}"), institution)
    }

    private func userRow(
        _ name: String,
        _ person: WrittenPerson,
        _ code: TableCell,
        _ institution: InstitutionID
    ) -> [TableCell] {
        [
            .text(name), .text("true"), .blank, .blank, .text(name), code, .text(person.forename),
            .text(person.surname),
            .blank,
            PersonKeys.cell(person.external), .blank, .blank, .blank, .blank, .blank, .blank, .blank, .blank,
            .blank, .blank, org(institution), .blank, .blank, .blank, .blank, .blank, .blank,
        ]
    }

    /// A user with the one role that 1.1 has: of a pupil at all their schools, or of one post, a teacher's first.
    ///
    /// Other posts have no place.
    private func withRole(_ user: [TableCell], _ own: [[TableCell]]) -> [TableCell] {
        let isPupil = own.contains { RosterExport.text([$0[3]]) == "student" }
        let wanted = isPupil ? "student" : "teacher"
        let first = own.first { RosterExport.text([$0[3]]) == wanted } ?? own.first
        guard let first else { return user }
        let taken = isPupil ? own.filter { RosterExport.text([$0[3]]) == wanted } : [first]
        written.leftOut += own.count - taken.count
        var user = user
        user[2] = .text(taken.map { RosterExport.text([$0[6]]) }.joined(separator: ","))
        user[3] = .text(RosterEdition.firstRole(RosterExport.text([first[3]])))
        if !isPupil {
            user.replaceSubrange(
                (user.count - 5)...,
                with: [first[8], first[4], first[5], first[9], first[10]]
            )
        }
        return user
    }

    private func roleRow(
        _ id: String,
        _ user: String,
        _ role: String,
        _ institution: InstitutionID,
        _ post: WrittenPost? = nil
    ) -> [TableCell] {
        let days = [post?.from, post?.to].map { $0.map(OwnExport.day) ?? .blank }
        let own: [TableCell] =
            post.map { [.text($0.role.code), OwnExport.count($0.load), OwnExport.count($0.lessons)] }
            ?? [.blank, .blank, .blank]
        return [.text(id), .text(user), .text("primary"), .text(role)] + days + [org(institution), .blank]
            + own
    }

    /// The role of OneRoster that is nearest to a post.
    private static func role(_ role: StaffRole) -> String {
        switch role {
        case .teacher, .classTeacher, .specialTeacher: "teacher"
        case .head: "principal"
        case .assistant: "aide"
        case .careerCounsellor: "counselor"
        default: "siteAdministrator"
        }
    }

    private func pupilRows() throws -> [RosterPupil] {
        try connection.rows(
            """
            SELECT \(WrittenPerson.columns), p.birth_day, p.sex, e.institution_id, e.class_id, e.from_day, e.to_day
            FROM enrolment e JOIN pupil p ON p.tenant_id = e.tenant_id AND p.id = e.pupil_id
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(order.tenant) AND (c.year = \(order.year.start) OR (e.class_id = 0
                AND e.from_day <= \(order.year.last) AND (e.to_day = 0 OR e.to_day >= \(order.year.first))))
            ORDER BY e.pupil_id, e.institution_id, e.from_day
            """
        )
    }

    private func postRows() throws -> [RosterPost] {
        try connection.rows(
            """
            SELECT \(WrittenPerson.columns), o.institution_id, \(WrittenPost.columns)
            FROM staff_post o JOIN staff p ON p.tenant_id = o.tenant_id AND p.id = o.staff_id
            WHERE o.tenant_id = \(order.tenant) AND o.from_day <= \(order.year.last)
                AND (o.to_day = 0 OR o.to_day >= \(order.year.first))
            ORDER BY o.staff_id, o.institution_id, o.role, o.from_day
            """
        )
    }
}

/// A stored stay of a pupil to be written.
private struct RosterPupil: Readable {
    let person: WrittenPerson
    let birth: Day?
    let sex: Int
    let institution: InstitutionID
    let classGroup: ClassID
    let from: Day
    let to: Day

    init(row: inout Row) throws {
        person = try WrittenPerson(row: &row)
        birth = try row.next()
        sex = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        from = try row.next()
        to = try row.next()
    }

    var pupil: PupilID { PupilID(rawValue: person.id) }
}

/// A stored post to be written.
private struct RosterPost: Readable {
    let person: WrittenPerson
    let institution: InstitutionID
    let post: WrittenPost

    init(row: inout Row) throws {
        person = try WrittenPerson(row: &row)
        institution = try row.next()
        post = try WrittenPost(row: &row)
    }
}
