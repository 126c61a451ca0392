package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// Sekme's own table of action programmes: one table, whose column `row` says what each line is.
///
/// A line stands after the line that it is a part of: goals before activities, activities before tasks.
package enum ProgrammeTable: ImportFormat {
    /// What reading needs.
    package struct Known: Sendable {
        let directory: Directory
        let plans: [Plan]
    }

    enum Field: Int, CaseIterable {
        case sekme, programme, row, number, part, parent, name, aim, result, level, responsible, involved,
            years
        case from, to, term, doer, supervisor, person, state, human, support, finance, duration, source
        case unit, noun, base, baseWords, baseDue, origin, measure, year, way, amount, words
        case least, most, rhythm, inEach, spent, done, impact, factors, date, decision, protocolNumber, note
        case type, language, participants, sheet, body, institution, regNo
    }

    package static let name = "action-programmes"
    package static let title = Text(
        lv: "Rīcības programmas (Sekmes tabula)",
        en: "Action programmes (Sekme's table)"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Rīcības programmas ar mērķiem, pasākumiem, rādītājiem un budžetu",
            en: "Action programmes with goals, activities, indicators and budget"
        ),
        origin: Text(
            lv: """
                Apstiprināta rīcības programma vai iestādes prioritātes: mērķi, aktivitātes, darba uzdevumi, resursi, rādītāji, \
                budžets.
                """,
            en: """
                A programme that was decided, or the priorities of an institution: goals, activities, tasks, resources, \
                indicators, budget.
                """
        ),
        owner: Text(
            lv: "Izglītības pārvalde; savu plānu – izglītības iestāde.",
            en: "The education board; of its own plan the institution."
        ),
        rhythm: Text(
            lv: "Kad programma apstiprināta vai grozīta",
            en: "When a programme is decided or amended"
        ),
        policy: Text(
            lv: """
                Jaunas rindas pievieno, esošās papildina ar aizpildītajiem laukiem; neko nedzēš. Rindu meklē pēc Sekmes numura, \
                ja tas ir, citādi pēc dokumenta numura.
                """,
            en: """
                New rows are added, present ones take over the fields filled in; nothing is removed. A row is found by \
                Sekme's number where there is one, else by its number in the document.
                """
        )
    )
    package static let fields = ProgrammeFields.all

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            plans: try Plan.all(.all, tenant, connection)
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        ProgrammeReader(known, run)
    }
}
