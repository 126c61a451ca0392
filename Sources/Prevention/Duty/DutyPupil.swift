internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Everything that the page of a pupil's duties shows.
struct DutyPupil: Sendable {
    let pupil: PupilID
    let name: String
    let className: String
    let institution: Text
    let scope: Scope
    let year: SchoolYear
    /// The term of today, by the days that the board keeps.
    let term: Int
    let cases: [DutyCase]
    let steps: [AbsenceDutyRule.Step]
    /// What was missed without excuse by term, of those terms that have any record.
    let missed: [Int: DutyAmount]
    let limits: [Int: DutyAmount]
    let entries: [DutyEntry]
    /// The notes that this reader may read, by the entry's id.
    let notes: [Int: DutyNote]
    let lists: CodeLists
    let today: Day
    /// Whether older entries are there that were not asked for.
    let hasOlder: Bool

    /// Everything, or of earlier years only the entries since a day: older notes are not opened at all.
    static func load(
        _ pupil: PupilID,
        since: Day = Day(number: 0),
        _ desk: Desk,
        _ connection: Connection
    ) throws -> DutyPupil? {
        let (tenant, measures) = (desk.tenant, desk.house.measures)
        let found = try ScopeFinder(tenant: tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope = found else { return nil }
        let year = SchoolYear(containing: desk.today)
        let names = RegistryNames(tenant: tenant, year: year, connection)
        let book = try DutyBook.load(
            DutyBook.Asked(year: year, pupil: pupil, reach: .all),
            measures,
            today: desk.today,
            tenant,
            connection
        )
        var selection = Selection(year: year)
        selection.pupil = pupil
        var missed: [Int: DutyAmount] = [:]
        var limits: [Int: DutyAmount] = [:]
        if measures.has(DutyBook.unexcused) {
            let regulations = try Regulations.load(tenant, connection)
            let counting = try DutyMissed(selection, of: [pupil], measures, regulations, tenant, connection)
            for term in 1...2 {
                (missed[term], limits[term]) = try counting.amount(
                    of: pupil,
                    term: term,
                    in: scope.institution
                )
            }
        }
        let all = try DutyEntry.all(of: pupil, tenant, connection)
        // What is done this year rests on all of its entries.
        let entries = all.filter { $0.year >= year || $0.day >= since }
        let pass = desk.pass(.readSignals)
        var notes: [Int: DutyNote] = [:]
        for entry in entries { notes[entry.id] = try entry.told(scope, tenant, pass, connection) }
        return DutyPupil(
            pupil: pupil,
            name: names.name(.pupil, pupil.rawValue).lv,
            className: scope.classGroup.map { names.name(.classGroup, $0.rawValue).lv } ?? "",
            institution: scope.institution.map { names.name(.institution, $0.rawValue) } ?? Text(same: ""),
            scope: scope,
            year: year,
            term: try Years.load(tenant, connection).term(on: desk.today).term.rawValue,
            cases: book.cases,
            steps: book.steps,
            missed: missed,
            limits: limits,
            entries: entries,
            notes: notes,
            lists: try CodeLists.load(tenant, connection),
            today: desk.today,
            hasOlder: entries.count < all.count
        )
    }

    /// The note of an entry with the reason of absence, where it found one out.
    func told(_ entry: DutyEntry, _ language: Language) -> String? {
        guard let note = notes[entry.id] else { return nil }
        let cause = note.cause.isEmpty ? "" : lists.words(CodeLists.absenceCauses, note.cause)[language]
        let parts = [cause, note.text].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// What was missed in a term: where the pupil is over the limit, at that place.
    func amount(_ term: Int) -> DutyAmount? { duty(term)?.missed ?? missed[term] }

    /// What may be missed in a term, counted as what was missed is.
    func limit(_ term: Int) -> DutyAmount? { duty(term)?.limit ?? limits[term] }

    /// The case of a term; the pupil may be over the limit in two institutions, the first of which is meant.
    func duty(_ term: Int) -> DutyCase? { cases.first { $0.term == term } }
}
