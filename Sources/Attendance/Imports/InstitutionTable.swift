internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Totals of past years without pupils: institutions by kinds or by school years, either way round.
///
/// The mapping says which measure they are of, and the year and term where the table does not. Totals are checked
/// and not kept; a blank stays apart from zero.
enum InstitutionTable: ImportFormat {
    struct Known: Sendable {
        let directory: Directory
        let kept: KeptFigures.Known
    }

    static let name = "institution-table"
    static let title = Text(lv: "Iestāžu kopskaitu tabula", en: "Table of totals by institution")
    static let card = DataFlowCard(
        touches: Text(
            lv: "Kopsavilkuma skaitļi pa iestādēm, bez ziņām par personām",
            en: "Totals by institution, without persons"
        ),
        origin: Text(
            lv: "Pārvaldes vai publicēta dokumenta tabula: iestādes pa veidiem vai pa mācību gadiem.",
            en: "A table of the board or of a published document: institutions by kinds or by school years."
        ),
        owner: Text(lv: "Izglītības pārvalde", en: "The education board"),
        rhythm: Text(lv: "Reizi semestrī vai gadā", en: "Once a term or a year"),
        policy: Text(
            lv: "Skaitlis aizstāj to pašu iestādes, perioda un veida skaitli; tukša šūna neko nemaina.",
            en: "A number replaces that of the same institution, period and kind; a blank changes nothing."
        )
    )
    static let fields: [ImportField] = []
    static let settings = [AbsenceSettings.measure, AbsenceSettings.kinds]
    static let layout = ImportLayout.raw

    static func recognise(_ sample: SheetSample) -> Int {
        let rows = sample.rows.map { MappedLine(place: SourcePlace(line: $0.line), cells: $0.cells) }
        guard let table = TotalsTable(rows, kinds: KindWords(nil)) else { return 0 }
        return table.institutions.isEmpty || table.labels.isEmpty ? 0 : 40
    }

    static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            kept: try KeptFigures.known(tenant, connection)
        )
    }

    static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        guard let measure = run.mapping.constants["measure"] else {
            throw Refusal(
                .usage,
                Text(
                    lv: "Nav zināms, kura rādītāja skaitļi ir tabulā.",
                    en: "The table’s measure is not known."
                ),
                advice: Text(
                    lv: "Norādiet rādītāju vai saglabātu kartējumu, piemēram, --mapping absence-by-kind.",
                    en: "Say the measure, or choose a saved mapping, such as --mapping absence-by-kind."
                )
            )
        }
        return InstitutionTableReader(known, run, measure: measure)
    }
}
