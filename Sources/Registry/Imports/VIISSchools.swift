import Evidence
package import Frame
package import Kernel
package import Storage

/// The state's yearly list of general-education institutions with their numbers of pupils.
package enum VIISSchools: ImportFormat {
    package static let name = "viis-schools"
    package static let title = Text(
        lv: "VIIS vispārējās izglītības iestāžu saraksts",
        en: "VIIS list of general-education institutions"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Iestādes, pašvaldības un izglītojamo skaits iestādē",
            en: "Institutions, municipalities and numbers of pupils by institution"
        ),
        origin: Text(
            lv: "Izglītības un zinātnes ministrijas gada saraksts ar izglītojamo skaitu",
            en: "The ministry's yearly list with numbers of pupils"
        ),
        owner: Text(lv: "Izglītības un zinātnes ministrija", en: "Ministry of Education and Science"),
        rhythm: Text(lv: "Reizi mācību gadā", en: "Once a school year"),
        policy: Text(
            lv: "Iestādes un pašvaldības papildina; gada skaitļus aizstāj ar jaunajiem.",
            en:
                "Institutions and municipalities are added to; the year's figures are replaced by the new ones."
        )
    )

    /// The state's list is a master source of institutions, and public.
    static let mapping = Mapping(name, title, format: name, isMaster: true, isPublic: true)

    /// Fields in the order of the list below.
    enum Field: Int, CaseIterable {
        case number, territory, regNo, name, subordination, kind, type, address, preschool, pupils, year
    }

    package static let fields: [ImportField] = [
        ImportField("number", Text(lv: "Nr. p. k.", en: "No."), example: "1"),
        ImportField(
            "territory",
            Text(lv: "Novads/republikas pilsēta", en: "Municipality"),
            ["novads/valstspilsēta", "pašvaldība", "novads"],
            required: true,
            example: "AGLONAS NOVADS"
        ),
        ImportField.regNo.needed,
        ImportField(
            "name",
            Text(lv: "Iestādes nosaukums", en: "Name of the institution"),
            required: true,
            example: "Bērzu pamatskola"
        ),
        ImportField("subordination", Text(lv: "Pakļautība", en: "Subordination"), example: "Pašvaldība"),
        ImportField("kind", Text(lv: "Iestādes veids", en: "Kind"), example: "Vispārējās izglītības iestāde"),
        ImportField("type", Text(lv: "Iestādes tips", en: "Type"), example: "Vispārizglītojošā vidusskola"),
        ImportField("address", Text(lv: "Adrese", en: "Address")),
        ImportField(
            "preschool",
            Text(lv: "Bērnu skaits pirmsskolas programmās", en: "Children in preschool programmes"),
            example: "17"
        ),
        ImportField(
            "pupils",
            Text(lv: "Izglītojamo skaits 1. - 12. klasē", en: "Pupils of grades 1 to 12"),
            required: true,
            example: "164"
        ),
        .year,
    ]

    /// Registers, and the measures that have reported figures.
    package struct Known: Sendable {
        let directory: Directory
        let measures: KeptFigures.Known
        /// The latest year that such a list was read for.
        let latest: Int?
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        let latest = try connection.value(
            """
            SELECT max(f.year) FROM kept_measure m
            JOIN kept_figure f ON f.tenant_id = m.tenant_id AND f.measure_id = m.id
            WHERE m.tenant_id = \(tenant) AND f.tenant_id = \(tenant) AND m.name = \(RegistryMeasures.pupilsReported)
            """,
            Int?.self
        )
        return Known(
            directory: try Directory.load(tenant, connection),
            measures: try KeptFigures.known(tenant, connection),
            latest: latest ?? nil
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        VIISSchoolsReader(known, run, year: try run.year())
    }
}

/// Reads one list.
private final class VIISSchoolsReader: LineReader {
    private let run: ImportRun
    private let directory: DirectoryRun
    private let figures: KeptFigures
    private let year: SchoolYear
    /// Whether no list of a later year was read: an older one does not overwrite the present address and type.
    private let isLatest: Bool

    init(_ known: VIISSchools.Known, _ run: ImportRun, year: SchoolYear) {
        self.run = run
        self.year = year
        directory = DirectoryRun(known.directory, run)
        figures = KeptFigures(known.measures)
        isLatest = year.start >= known.latest ?? year.start
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<VIISSchools.Field>(line: line, run: run)
        guard !values.text(.name).isEmpty || !values.text(.regNo).isEmpty else { return }
        let territory = try directory.territory(
            name: values.text(.territory),
            year: year,
            at: values.place(of: .territory)
        )
        let source = RegisterSource(directory: directory, day: year.first, isLatest: isLatest)
        guard
            let institution = try source.institution(
                name: values.text(.name),
                regNo: values.text(.regNo),
                territory: territory,
                [
                    ("kind", values.text(.kind)), ("type", values.text(.type)),
                    ("subordination", values.text(.subordination)), ("address", values.text(.address)),
                ],
                at: values.place
            )
        else { return }
        try keep(values, .pupils, RegistryMeasures.pupilsReported, institution)
        try keep(values, .preschool, RegistryMeasures.preschoolReported, institution)
    }

    /// Keeps a reported figure; a blank is not a zero.
    private func keep(
        _ values: LineValues<VIISSchools.Field>,
        _ field: VIISSchools.Field,
        _ measure: String,
        _ institution: InstitutionID
    ) throws {
        guard let count = values.count(field) else { return }
        try figures.stage(
            run,
            measure: measure,
            year: year,
            institution: institution,
            numerator: count,
            people: count,
            isPublic: true,
            at: values.place(of: field)
        )
    }
}
