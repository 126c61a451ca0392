internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Sekme's own table of absences, a line a lesson; or, without a date, a line a total of a term or year.
enum Absences: ImportFormat {
    struct Known: Sendable {
        let directory: Directory
        let years: Years
        let periods: AbsencePeriods
        /// The kinds that signs of e-klase mean.
        let tokens: @Sendable (Day) throws -> [String: Int]
        /// Why lessons are missed, as the tenant has the reasons.
        let reasons: AbsenceReasons
    }

    /// The fields by their place in ``fields``.
    enum Field: Int, CaseIterable {
        case institution, regNo, classGroup, grade, personalCode, pupilCode, surname, forename, date, lesson
        case subject, teacher, code, minutesLate, lessons, year, term, group, number, presence
        case reason
    }

    static let name = "absences"
    static let title = Text(lv: "Kavējumi", en: "Absences")
    static let card = DataFlowCard(
        touches: Text(
            lv:
                "Stundu ieraksti un kavējumu kopskaiti; ja fails ir pamatavots, arī izglītojamie, klases un priekšmeti",
            en: "Lesson records and totals of absence; of a master source pupils, classes and subjects too"
        ),
        origin: Text(
            lv: "Skolvadības sistēmas izraksts vai iestādes veidota tabula: rinda ir viena stunda.",
            en: "An extract of a school management system or a table of the institution: a line is a lesson."
        ),
        owner: Text(lv: "Izglītības iestāde", en: "The institution"),
        rhythm: Text(lv: "Reizi nedēļā vai mēnesī", en: "Weekly or monthly"),
        policy: Text(
            lv: """
                Rinda aizstāj tā paša izglītojamā, dienas un stundas ierakstu; pārējie ieraksti paliek, ja kartējums \
                nenosaka citādi.
                """,
            en: """
                A line replaces the record of the same pupil, day and lesson; other records stay unless the mapping \
                says otherwise.
                """
        )
    )
    static let fields: [ImportField] = AbsenceFields.all
    static let settings = AbsenceSettings.all

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        let regulations = try Regulations.load(tenant, connection)
        return Known(
            directory: try Directory.load(tenant, connection),
            years: try Years.load(tenant, connection),
            periods: try AbsencePeriods.load(tenant, connection),
            tokens: { day in try regulations.parameters(of: AbsenceTokens.self, on: day)?.kinds ?? [:] },
            reasons: AbsenceReasons(try CodeLists.load(tenant, connection))
        )
    }

    static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        try AbsenceReader(known, run)
    }
}
