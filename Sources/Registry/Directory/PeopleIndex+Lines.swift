import Frame
import Kernel
import Storage

// What lines of files say of people whom a register has, the same of pupils and of staff.
extension PeopleIndex {
    /// Why a number does not name somebody for a line; nil where it does.
    ///
    /// `isHere` says whether the line's institution knows them, `met` whom personal codes of earlier lines led to.
    func fault(
        _ id: ID,
        _ line: PersonLine,
        _ number: String,
        of institution: InstitutionID,
        isHere: Bool,
        met: [PersonalCode: ID]
    ) -> Problem? {
        let coded: ID? =
            line.personalCode.flatMap { met[$0] } ?? line.index.flatMap { find(code: $0) }
        guard let known = self[id], !known.isTakenAway, isHere || coded == id else {
            return NumberProblem.nobody(number)
        }
        if let coded, coded != id { return NumberProblem.conflict(number) }
        if line.externalCode != known.external,
            let other = find(external: line.externalCode, in: institution.rawValue),
            other != id
        {
            return NumberProblem.conflict(number)
        }
        return coded == id || line.resembles(known) ? nil : NumberProblem.stranger(number)
    }

    /// Gives somebody the codes of a line that the register lacks.
    mutating func complete(
        _ id: ID,
        _ line: PersonLine,
        _ table: RegisterTable,
        of institution: InstitutionID,
        _ staging: any Staging
    ) throws {
        guard let known = self[id] else { return }
        let columns = try line.newCodes(known, table, id.rawValue, staging)
        guard !columns.isEmpty else { return }
        try staging.register(table, key: [id.rawValue], columns, at: line.place)
        add(id, line.completed(known), code: line.index)
        placeExternal(id, in: institution.rawValue)
    }
}
