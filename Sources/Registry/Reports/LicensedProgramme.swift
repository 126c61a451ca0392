import Frame
import Kernel
import Storage

/// A programme as its licence describes it.
struct LicensedProgramme: Readable {
    let id: ProgrammeID
    let institution: InstitutionID
    let code: String
    let name: String
    let sortKey: [UInt8]
    let licence: String
    let day: Day?
    /// Where it is carried out at the end of the year.
    private(set) var addresses: [String] = []

    init(row: inout Row) throws {
        id = try row.next()
        institution = try row.next()
        code = try row.next()
        name = try row.next()
        sortKey = try row.next()
        licence = try row.next()
        let licensed: Day = try row.next()
        day = licensed.number == 0 ? nil : licensed
    }

    /// Programmes that the year and institution asked for have, by id.
    static func load(_ question: Question) throws -> [ProgrammeID: LicensedProgramme] {
        let selection = question.selection
        let all: [LicensedProgramme] = try question.connection.rows(
            """
            SELECT id, institution_id, code, name, sort_key, licence_no, licence_day FROM programme
            WHERE tenant_id = \(question.tenant) AND from_day <= \(selection.year.last)
                AND (to_day = 0 OR to_day >= \(selection.year.first))
            ORDER BY id
            """
        )
        let places = try DatedPlaces.load(question.tenant, question.connection).programmes
        let end = PupilCounts.end(of: selection.year)
        let reached = all.filter { programme in
            (selection.institution == nil || selection.institution == programme.institution)
                && (selection.reach.everything
                    || selection.reach.institutions.contains(programme.institution))
        }
        let placed = reached.map { programme in
            var programme = programme
            programme.addresses = places[programme.id]?.on(end) ?? []
            return programme
        }
        return Dictionary(placed.map { ($0.id, $0) }) { first, _ in first }
    }
}
