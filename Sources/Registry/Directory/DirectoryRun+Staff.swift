package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// A member of staff by personal code, else by external code within the institution, else by folded name
    /// within it.
    ///
    /// A master's unknown one is added, with a post as a teacher since nobody knows when, by which the next file finds
    /// them again; `makesPost` is false where the caller knows the post.
    package func staff(
        personalCode: PersonalCode? = nil,
        externalCode: String = "",
        surname: String = "",
        forename: String = "",
        institution: InstitutionID,
        makesPost: Bool = true,
        at place: SourcePlace
    ) throws -> StaffID? {
        if let personalCode, let id = staffByCode[personalCode] { return id }
        let index = try personalCode.map { try codeIndex($0, PersonalCodeIndex.staff) } ?? nil
        if let index, let id = directory.staff.find(code: index) {
            if let personalCode { staffByCode[personalCode] = id }
            return id
        }
        let line = PersonLine(
            personalCode,
            index,
            externalCode,
            surname,
            forename,
            place,
            search: search("\(surname) \(forename)")
        )
        if !externalCode.isEmpty,
            let id = directory.staff.find(external: externalCode, in: institution.rawValue)
        {
            return try matched(id, line, institution)
        }
        switch directory.staff.find(search: line.search, in: institution.rawValue, where: line.mayBe) {
        case .one(let id): return try matched(id, line, institution)
        case .several:
            unmatched(.severalStaff, line.name, at: place)
            return nil
        case .none: break
        }
        guard isMaster, line.isIdentified || !line.search.isEmpty else {
            unmatched(.staff, line.name.isEmpty ? externalCode : line.name, at: place)
            return nil
        }
        let id = StaffID(rawValue: try run.staging.newID("staff"))
        let columns = try line.columns(.staff, id.rawValue, run.staging)
        try run.staging.register(.staff, key: [id.rawValue], columns, at: place)
        directory.staff.add(id, line.person, code: index)
        directory.staff.place(id, in: institution.rawValue)
        directory.staff.placeExternal(id, in: institution.rawValue)
        if makesPost { try presume(id, institution, at: place) }
        return id
    }

    /// Keeps that somebody teaches in an institution since nobody knows when.
    private func presume(_ id: StaffID, _ institution: InstitutionID, at place: SourcePlace) throws {
        try run.staging.register(
            .staffPosts,
            key: [id.rawValue, institution.rawValue, StaffRole.teacher.rawValue, 0],
            [("to_day", .integer(0))],
            at: place
        )
        directory.presumedPosts.insert(Directory.PostKey(staff: id, institution: institution))
    }

    /// Takes over the codes of a line whose person was found by something else.
    func matched(
        _ id: StaffID,
        _ line: PersonLine,
        _ institution: InstitutionID
    ) throws -> StaffID {
        if isMaster { try directory.staff.complete(id, line, .staff, of: institution, run.staging) }
        return id
    }

    /// A member of staff by a name in one piece, as journals have it: "Forename Surname" or the other way round.
    ///
    /// A new one's last word is taken for the surname.
    package func staff(
        fullName: String,
        institution: InstitutionID,
        at place: SourcePlace
    ) throws -> StaffID? {
        let key = PlacedText(group: institution.rawValue, text: fullName)
        if let id = staffByName[key] { return id }
        let words = fullName.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let surname = words.last else {
            missing(Text(lv: "pedagogs", en: "teacher"), "staff", at: place)
            return nil
        }
        let asWritten = directory.staff.find(search: LatvianKey.search(fullName), in: institution.rawValue)
        let id: StaffID?
        if case .one(let known) = asWritten {
            id = known
        } else {
            let forename = words.dropLast().joined(separator: " ")
            id = try staff(surname: surname, forename: forename, institution: institution, at: place)
        }
        if let id { staffByName[key] = id }
        return id
    }

    /// Keeps a post of a member of staff; one as a teacher that was only presumed ends before it.
    package func post(
        _ staff: StaffID,
        institution: InstitutionID,
        role: StaffRole,
        from: Day,
        to: Day? = nil,
        loadHundredths: Int? = nil,
        contactLessons: Int? = nil,
        at place: SourcePlace
    ) throws {
        guard isMaster else { return }
        let presumed = Directory.PostKey(staff: staff, institution: institution)
        if role == .teacher, from.number > 0, directory.presumedPosts.remove(presumed) != nil {
            try run.staging.register(
                .staffPosts,
                key: [staff.rawValue, institution.rawValue, role.rawValue, 0],
                [("to_day", (from - 1).sqlValue)],
                at: place
            )
        }
        var columns: [(Name, Value)] = [("to_day", (to?.number ?? 0).sqlValue)]
        if let loadHundredths { columns.append(("load_hundredths", loadHundredths.sqlValue)) }
        if let contactLessons { columns.append(("contact_lessons", contactLessons.sqlValue)) }
        try run.staging.register(
            .staffPosts,
            key: [staff.rawValue, institution.rawValue, role.rawValue, from.number],
            columns,
            at: place
        )
        directory.staff.place(staff, in: institution.rawValue)
        directory.staff.placeExternal(staff, in: institution.rawValue)
    }
}
