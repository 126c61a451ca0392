import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes a line of `roles.csv`, which comes before the users.
    package func takeRole(_ row: RosterRow) throws {
        let days = try days(row, "beginDate", "endDate")
        let role = RosterPeople.Role(
            role: row.text("role").lowercased(),
            own: row.own("Role"),
            org: row.text("orgSourcedId"),
            from: days.from,
            to: days.to,
            load: Int(row.own("Load")),
            lessons: Int(row.own("Lessons")),
            place: row.place("orgSourcedId")
        )
        people.roles[row.key("userSourcedId"), default: []].append(role)
    }

    /// Takes a user: a pupil, a member of staff, or neither, which is told.
    package func takeUser(_ row: RosterRow) throws {
        let key = row.key("sourcedId")
        let roles = roles(row, key)
        guard !roles.isEmpty else { return reject(RosterProblem.word(row.text("role")), row, "role") }
        let known = roles.filter { RosterRun.isKnown($0.role) }
        for role in roles where !RosterRun.isKnown(role.role) {
            guard RosterRun.outside.contains(role.role) else {
                reject(RosterProblem.word(role.role), row, "role")
                continue
            }
            tell(role.role, row, "role")
        }
        guard !known.isEmpty else {
            people.others.insert(key)
            return
        }
        let person = try person(row)
        for role in known {
            guard let institution = institutions[RosterRow.key(role.org)] else {
                if otherOrgs.contains(RosterRow.key(role.org)) {
                    tell("\(role.role)@org", row, "role")
                } else {
                    run.staging.reject(RosterProblem.dangling(role.org, .orgs), at: role.place)
                }
                continue
            }
            if role.role == "student" {
                try pupil(key, person, institution, row.grade)
            } else {
                try staff(key, person, institution, role)
            }
        }
    }

    /// The roles of a user: of `roles.csv`, or of version 1.1 one for each organisation.
    private func roles(_ row: RosterRow, _ key: String) -> [RosterPeople.Role] {
        if let roles = people.roles.removeValue(forKey: key) { return roles }
        let orgs = row.list("orgSourcedIds") + row.list("orgSourcedId") + row.list("primaryOrgSourcedId")
        let role = row.text("role").lowercased()
        guard !role.isEmpty else { return [] }
        return orgs.map { org in
            RosterPeople.Role(
                role: role,
                own: row.own("Role"),
                org: org,
                from: try? Parse.day(row.own("From")),
                to: try? Parse.day(row.own("To")),
                load: Int(row.own("Load")),
                lessons: Int(row.own("Lessons")),
                place: row.place(
                    row.columns["orgsourcedids"] == nil ? "primaryOrgSourcedId" : "orgSourcedIds"
                )
            )
        }
    }

    /// The name and the codes of a user.
    ///
    /// A personal code is taken from `userIds` of a kind that says so, and from an identifier that is one; other
    /// kinds of `userIds` are told and not kept.
    private func person(_ row: RosterRow) throws -> RosterPeople.Named {
        var text = ""
        for item in row.text("userIds").split(separator: "}") {
            let parts = item.drop { $0 != "{" }.dropFirst().split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let kind = parts[0].lowercased()
            if RosterRun.codeKinds.contains(kind) {
                text = String(parts[1])
            } else {
                tell(kind, row, "userIds")
            }
        }
        var external = row.text("identifier")
        if text.isEmpty, (try? PersonalCode(external)) != nil { (text, external) = (external, "") }
        let code = directory.personalCode(text, at: row.place("userIds"))
        // Without the code that the line meant to give, the person might be made a second time.
        if code == nil, !text.isEmpty { throw RosterStop() }
        return RosterPeople.Named(
            text: row.text("sourcedId"),
            code: code,
            external: external,
            surname: row.text("familyName"),
            forename: [row.text("givenName"), row.text("middleName")].filter { !$0.isEmpty }
                .joined(separator: " "),
            place: row.place("familyName")
        )
    }

    private static let codeKinds: Set<String> = [
        "lv_pk", "pk", "personal_code", "personalcode", "personas kods",
    ]
    private static let outside: Set<String> = [
        "guardian", "parent", "relative", "systemadministrator", "proctor",
    ]

    private static func isKnown(_ role: String) -> Bool {
        role == "student" || posts[role] != nil
    }

    /// What the roles of OneRoster are in Sekme; 1.1 has fewer.
    private static let posts: [String: StaffRole] = [
        "teacher": .teacher, "principal": .head, "aide": .assistant, "administrator": .other,
        "siteadministrator": .other, "districtadministrator": .other, "counselor": .other,
    ]

    private func pupil(
        _ key: String,
        _ person: RosterPeople.Named,
        _ institution: InstitutionID,
        _ grade: Int?
    ) throws {
        if let known = ids.find(.pupil, key).map({ PupilID(rawValue: $0) }),
            directory.directory.pupils[known] != nil
        {
            people.pupils[key] = known
            return try rename(.pupils, known.rawValue, person)
        }
        if person.code != nil || isFound(person.external, institution) {
            try add(key, person, institution, nil)
        } else {
            people.waiting[key] = .init(person: person, institution: institution, grade: grade)
        }
    }

    private func isFound(_ external: String, _ institution: InstitutionID) -> Bool {
        !external.isEmpty
            && directory.directory.pupils.find(external: external, in: institution.rawValue) != nil
    }

    /// Finds or adds a pupil, by the class where it is known.
    @discardableResult
    func add(
        _ key: String,
        _ person: RosterPeople.Named,
        _ institution: InstitutionID,
        _ classID: ClassID?
    ) throws -> PupilID? {
        let isCoded = person.code != nil || !person.external.isEmpty || classID != nil
        let found = try directory.pupil(
            personalCode: person.code,
            externalCode: isCoded ? person.external : person.text,
            surname: person.surname,
            forename: person.forename,
            classID: classID,
            institution: institution,
            at: person.place
        )
        guard let found else { return nil }
        people.pupils[key] = found
        people.waiting[key] = nil
        if let about = people.about.removeValue(forKey: key), !about.isEmpty {
            try run.staging.register(.pupils, key: [found.rawValue], about, at: person.place)
        }
        try ids.keep(.pupil, person.text, is: found.rawValue, of: institution, at: person.place)
        return found
    }

    private func staff(
        _ key: String,
        _ person: RosterPeople.Named,
        _ institution: InstitutionID,
        _ role: RosterPeople.Role
    ) throws {
        let post = StaffRole(written: role.own) ?? RosterRun.posts[role.role] ?? .other
        let presumes = post == .teacher && role.from == nil && role.to == nil && role.load == nil
        if people.staff[key] == nil, let known = ids.find(.staff, key).map({ StaffID(rawValue: $0) }),
            directory.directory.staff[known] != nil
        {
            people.staff[key] = known
            try rename(.staff, known.rawValue, person)
        } else if people.staff[key] == nil {
            let found = try directory.staff(
                personalCode: person.code,
                externalCode: person.external,
                surname: person.surname,
                forename: person.forename,
                institution: institution,
                makesPost: presumes,
                at: person.place
            )
            guard let found else { return }
            people.staff[key] = found
            try ids.keep(.staff, person.text, is: found.rawValue, of: institution, at: person.place)
        }
        guard let id = people.staff[key] else { return }
        // A post without days is one that is held since nobody knows when; a known one with days goes before.
        let isPlaced = directory.directory.staff.isPlaced(id, in: institution.rawValue)
        if role.from == nil, role.to == nil, role.load == nil, post == .teacher, isPlaced { return }
        try directory.post(
            id,
            institution: institution,
            role: post,
            from: role.from ?? Day(number: 0),
            to: role.to,
            loadHundredths: role.load,
            contactLessons: role.lessons,
            at: role.place
        )
    }

    /// Takes over the name of somebody who is known by the identifier.
    private func rename(_ table: RegisterTable, _ id: Int, _ person: RosterPeople.Named) throws {
        guard !(person.surname + person.forename).isEmpty else { return }
        let columns = DirectoryRun.person(person.surname, person.forename)
        try run.staging.register(table, key: [id], columns, at: person.place)
    }
}
