import Frame
import Kernel
import Storage

// What Sekme's own numbers name besides people: rows that a name or code leads to as well. A new name or code of one
// must not be another one's already; then the row that the number names takes it over.
extension DirectoryRun {
    /// The institution of a number, with the registration number that the line has.
    func institution(
        _ number: SekmeText,
        name: String,
        regNo: String,
        year: SchoolYear?,
        at place: SourcePlace
    ) throws -> Numbered<InstitutionID> {
        let day = (year ?? SchoolYear(containing: run.today)).first
        let search = self.search(name)
        let coded = regNo.isEmpty ? nil : directory.institutions.find(regNo: regNo)
        let said = numbered(number, .institution) { (id: InstitutionID) -> Problem? in
            guard let entry = directory.institutions.entries[id] else {
                return NumberProblem.noRow(number.text)
            }
            if let coded, coded != id { return NumberProblem.conflict(number.text) }
            if search.isEmpty || entry.knows(search) || coded == id { return nil }
            guard regNo.isEmpty || !entry.isNumbered else { return NumberProblem.stranger(number.text) }
            guard case .none = directory.institutions.find(search: search, on: day, territory: nil) else {
                return NumberProblem.conflict(number.text)
            }
            doubt(.renamed, name, at: number.place)
            return nil
        }
        if case .one(let id) = said, coded == nil { _ = try matched(id, regNo, at: place) }
        return said
    }

    /// The class of a number in an institution and year; another name becomes its name.
    func classGroup(
        _ number: SekmeText,
        _ at: (institution: InstitutionID, year: SchoolYear),
        name: String,
        at place: SourcePlace
    ) throws -> Numbered<ClassID> {
        try named(number, .classGroup, .classGroups, in: \.classNames, at, name, place)
    }

    /// The teaching group of a number in an institution and year; another name becomes its name.
    func group(
        _ number: SekmeText,
        _ at: (institution: InstitutionID, year: SchoolYear),
        name: String,
        at place: SourcePlace
    ) throws -> Numbered<GroupID> {
        try named(number, .group, .teachingGroups, in: \.groupNames, at, name, place)
    }

    private func named<ID: IntegerID>(
        _ number: SekmeText,
        _ kind: SourcedKind,
        _ table: RegisterTable,
        in names: WritableKeyPath<Directory, ClassIndex<ID>>,
        _ at: (institution: InstitutionID, year: SchoolYear),
        _ name: String,
        _ place: SourcePlace
    ) throws -> Numbered<ID> {
        let key = Directory.ClassKey(institution: at.institution, year: at.year, name: classKey(name))
        let said = numbered(number, kind) { (id: ID) -> Problem? in
            guard let known = directory[keyPath: names][id], known.institution == key.institution,
                known.year == key.year
            else { return NumberProblem.noRow(number.text) }
            let isTaken = known != key && directory[keyPath: names].find(key) != nil
            return isTaken ? NumberProblem.conflict(number.text) : nil
        }
        if case .one(let id) = said, directory[keyPath: names][id] != key, !key.name.isEmpty {
            let columns = labelled(name, at.institution, at.year)
            try run.staging.register(table, key: [id.rawValue], columns, at: place)
            directory[keyPath: names].add(id, key)
        }
        return said
    }

    /// The subject of a number; it is found by the line's name and code from then on, and no more by its former ones.
    func subject(_ number: SekmeText, name: String, code: String) -> Numbered<SubjectID> {
        let search = self.search(name)
        let said = numbered(number, .subject) { (id: SubjectID) -> Problem? in
            guard let known = directory.subjects[id] else { return NumberProblem.noRow(number.text) }
            let isTaken =
                (code != known.code && directory.subjectByCode[code] != nil)
                || (search != known.search && directory.subjectByName[search] != nil)
            if isTaken { return NumberProblem.conflict(number.text) }
            if !search.isEmpty, search != known.search, code.isEmpty || code != known.code {
                doubt(.renamed, name, at: number.place)
            }
            return nil
        }
        guard case .one(let id) = said, let known = directory.subjects[id] else { return said }
        if !search.isEmpty, search != known.search {
            if directory.subjectByName[known.search] == id { directory.subjectByName[known.search] = nil }
            subjectByText = [:]
            directory.subjectByName[search] = id
            directory.subjects[id]?.search = search
        }
        if !code.isEmpty, code != known.code {
            if directory.subjectByCode[known.code] == id { directory.subjectByCode[known.code] = nil }
            directory.subjectByCode[code] = id
            directory.subjects[id]?.code = code
        }
        return said
    }

    /// The education programme of a number in an institution; another code or licence becomes its own.
    func programme(
        _ number: SekmeText,
        _ institution: InstitutionID,
        code: String,
        licence: String
    ) -> Numbered<ProgrammeID> {
        let said = numbered(number, .programme) { (id: ProgrammeID) -> Problem? in
            guard let known = directory.programmeKeys[id], known.institution == institution else {
                return NumberProblem.noRow(number.text)
            }
            let key = known.changed(code, licence)
            return key != known && directory.programmes[key] != nil
                ? NumberProblem.conflict(number.text) : nil
        }
        guard case .one(let id) = said, let known = directory.programmeKeys[id] else { return said }
        let key = known.changed(code, licence)
        if key != known {
            if directory.programmes[known] == id { directory.programmes[known] = nil }
            directory.programmes[key] = id
            directory.programmeKeys[id] = key
        }
        return said
    }
}

extension Directory.ProgrammeKey {
    /// The key with what a line has of it.
    func changed(_ code: String, _ licence: String) -> Directory.ProgrammeKey {
        Directory.ProgrammeKey(
            institution: institution,
            code: code.isEmpty ? self.code : code,
            licence: licence.isEmpty ? self.licence : licence
        )
    }
}
