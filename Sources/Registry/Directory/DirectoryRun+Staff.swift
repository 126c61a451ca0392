package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// A member of staff by personal code, else by external code within the institution, else by folded name
    /// within it.
    ///
    /// A master's unknown one is added, with a post as a teacher.
    package func staff(
        personalCode: PersonalCode? = nil,
        externalCode: String = "",
        surname: String = "",
        forename: String = "",
        institution: InstitutionID,
        at place: SourcePlace
    ) throws -> StaffID? {
        let index = try personalCode.map {
            try run.staging.blindIndex($0.normal, purpose: PersonalCodeIndex.staff)
        }
        if case .blob(let bytes) = index, let id = directory.staff.find(code: bytes) { return id }
        if !externalCode.isEmpty,
            let id = directory.staff.find(external: externalCode, in: institution.rawValue)
        {
            return id
        }
        let search = LatvianKey.search("\(surname) \(forename)")
        let name = "\(surname) \(forename)".trimmed
        switch named(search, institution, hasCode: personalCode != nil, externalCode) {
        case .one(let id): return id
        case .several:
            unmatched(.severalStaff, name, at: place)
            return nil
        case .none: break
        }
        guard isMaster, !search.isEmpty || !externalCode.isEmpty else {
            unmatched(.staff, name.isEmpty ? externalCode : name, at: place)
            return nil
        }
        let id = StaffID(rawValue: try run.staging.newID("staff"))
        var columns = DirectoryRun.person(surname, forename) + [("external_code", .text(externalCode))]
        if let personalCode, let index {
            columns += [("code_index", index), ("code_sealed", try seal(personalCode, .staff, id.rawValue))]
        }
        try run.staging.register(.staff, key: [id.rawValue], columns, at: place)
        let bytes: [UInt8]? = if case .blob(let bytes) = index { bytes } else { nil }
        directory.staff.add(
            id,
            .init(search: search, external: externalCode, hasCode: personalCode != nil),
            code: bytes
        )
        directory.staff.place(id, in: institution.rawValue)
        directory.staff.placeExternal(id, in: institution.rawValue)
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
        let asWritten = named(LatvianKey.search(fullName), institution, hasCode: false, "")
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

    private func named(
        _ search: String,
        _ institution: InstitutionID,
        hasCode: Bool,
        _ externalCode: String
    ) -> Found<StaffID> {
        guard !search.isEmpty else { return .none }
        return directory.staff.find(search: search, in: institution.rawValue) { person in
            !(hasCode && person.hasCode)
                && (externalCode.isEmpty || person.external.isEmpty || person.external == externalCode)
        }
    }

    /// Keeps a post of a member of staff.
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
