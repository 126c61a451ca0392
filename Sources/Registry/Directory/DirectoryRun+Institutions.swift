package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// The institution of a registration number, else of a name: past, present or alias, folded, quotation
    /// marks left out.
    ///
    /// A master's unknown institution is added; `isReference` marks one that is not the tenant's own.
    ///
    /// The year says which of several names held; without it the present one counts.
    package func institution(
        name: String,
        regNo: String = "",
        year: SchoolYear? = nil,
        territory: TerritoryID? = nil,
        isReference: Bool = false,
        at place: SourcePlace
    ) throws -> InstitutionID? {
        if !regNo.isEmpty, let id = directory.institutions.find(regNo: regNo) { return id }
        let text = InstitutionText(name: name, year: year, territory: territory)
        if regNo.isEmpty, let id = institutionByText[text] { return id }
        let day = (year ?? SchoolYear(containing: run.today)).first
        let search = LatvianKey.search(name)
        // Who brings a number that nobody has is a namesake of those who have one.
        let found = directory.institutions.find(search: search, on: day, territory: territory) { entry in
            regNo.isEmpty || !isMaster || !entry.isNumbered
        }
        if !search.isEmpty {
            switch found {
            case .one(let id):
                if regNo.isEmpty { institutionByText[text] = id }
                return try matched(id, regNo, at: place)
            case .several:
                unmatched(.severalInstitutions, name, at: place)
                return nil
            case .none: break
            }
        }
        guard !search.isEmpty else {
            if regNo.isEmpty {
                missing(Text(lv: "iestāde", en: "institution"), "institution", at: place)
            } else {
                unmatched(.institution, regNo, at: place)
            }
            return nil
        }
        guard isMaster else {
            unmatched(.institution, name, at: place)
            return nil
        }
        return try add(name, regNo: regNo, from: year?.first.number ?? 0, isReference: isReference, at: place)
    }

    /// Takes over the number of an institution that was known by its name only.
    func matched(_ id: InstitutionID, _ regNo: String, at place: SourcePlace) throws -> InstitutionID {
        guard isMaster, !regNo.isEmpty else { return id }
        let regNo = InstitutionIndex.regNo(regNo)
        institutionByText = [:]
        try run.staging.register(.institutions, key: [id.rawValue], [("reg_no", .text(regNo))], at: place)
        directory.institutions.number(id, regNo)
        return id
    }

    private func add(
        _ name: String,
        regNo: String,
        from: Int,
        isReference: Bool,
        at place: SourcePlace
    ) throws -> InstitutionID {
        let id = InstitutionID(rawValue: try run.staging.newID("institution"))
        let regNo = InstitutionIndex.regNo(regNo)
        let search = LatvianKey.search(name)
        try run.staging.register(
            .institutions,
            key: [id.rawValue],
            [("reg_no", .text(regNo)), ("is_reference", isReference.sqlValue)] + DirectoryRun.named(name),
            at: place
        )
        let entry = InstitutionIndex.Entry(id: id, search: search, isReference: isReference, isClosed: false)
        directory.institutions.add(entry, regNo: regNo)
        try stageName(name, of: id, from: from, at: place)
        return id
    }

    /// The columns of a name with its keys.
    static func named(_ name: String) -> [(Name, Value)] {
        [
            ("name", .text(name)), ("sort_key", .blob(LatvianKey.sort(name))),
            ("search_key", .text(LatvianKey.search(name))),
        ]
    }

    private func stageName(_ name: String, of id: InstitutionID, from: Int, at place: SourcePlace) throws {
        let search = LatvianKey.search(name)
        institutionByText = [:]
        try run.staging.register(
            .institutionNames,
            key: [id.rawValue, from, 0],
            [("is_alias", .integer(0))] + DirectoryRun.named(name),
            at: place
        )
        directory.institutions.addName(search, of: id, from: from, isAlias: false)
    }

    /// Keeps the official name that a register gives from a day on; it becomes the present one unless a later one
    /// is known.
    package func rename(
        _ id: InstitutionID,
        to name: String,
        from day: Day,
        at place: SourcePlace
    ) throws {
        guard let entry = directory.institutions.entries[id], !name.isEmpty else { return }
        let search = LatvianKey.search(name)
        guard (entry.name(on: day) ?? entry.search) != search else { return }
        try stageName(name, of: id, from: day.number, at: place)
        guard entry.names.allSatisfy({ $0.from <= day.number }) else { return }
        try run.staging.register(.institutions, key: [id.rawValue], DirectoryRun.named(name), at: place)
        directory.institutions.rename(id, to: search)
    }

    /// Adds another name that an institution is found by.
    package func addAlias(_ name: String, of id: InstitutionID, at place: SourcePlace) throws {
        let search = LatvianKey.search(name)
        let day = SchoolYear(containing: run.today).first
        let known = directory.institutions.find(search: search, on: day, territory: nil)
        guard !search.isEmpty, known != .one(id), let entry = directory.institutions.entries[id],
            !entry.aliasTexts.contains(search)
        else { return }
        institutionByText = [:]
        try run.staging.register(
            .institutionNames,
            key: [id.rawValue, 0, entry.aliases + 1],
            [("is_alias", .integer(1))] + DirectoryRun.named(name),
            at: place
        )
        directory.institutions.addName(search, of: id, from: 0, isAlias: true)
    }
}

/// An institution as a line without a registration number names it.
struct InstitutionText: Hashable {
    let name: String
    let year: SchoolYear?
    let territory: TerritoryID?
}
