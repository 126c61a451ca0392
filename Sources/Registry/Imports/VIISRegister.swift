package import Frame
package import Kernel
package import Storage

/// The state's register of educational institutions, as its search page exports it.
///
/// The raw export has two byte order marks, `|` between fields and one more after the last.
package enum VIISRegister: ImportFormat {
    package static let name = "viis-register"
    package static let title = Text(
        lv: "VIIS izglītības iestāžu reģistrs",
        en: "VIIS register of educational institutions"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv: "Iestādes ar nosaukumiem un adresēm",
            en: "Institutions with their names and addresses"
        ),
        origin: Text(
            lv: "Izglītības iestāžu reģistrs, „Meklēt un eksportēt uz CSV”",
            en: "The register of educational institutions, exported to CSV by its search page"
        ),
        owner: Text(lv: "Izglītības kvalitātes valsts dienests", en: "State Education Quality Service"),
        rhythm: Text(lv: "Pēc vajadzības", en: "As needed"),
        policy: Text(
            lv: "Iestādes pievieno un papildina; to, kuras sarakstā vairs nav, nemaina.",
            en: "Institutions are added and completed; those that the list no longer has are let be."
        )
    )

    /// The state's list is a master source of institutions, and public.
    static let mapping = Mapping(name, title, format: name, isMaster: true, isPublic: true)

    /// Fields in the order of the list below.
    enum Field: Int, CaseIterable {
        case name, regNo, legalStatus, branches, parts, kind, type, founder, declaredFounder, closed, address
        case phone, mail, site
    }

    package static let fields: [ImportField] = [
        ImportField("name", Text(lv: "Nosaukums", en: "Name"), required: true, example: "Bērzu pamatskola"),
        ImportField.regNo.needed,
        ImportField("legal_status", Text(lv: "Juridiskais status", en: "Legal status")),
        ImportField("branches", Text(lv: "Filiāļu skaits", en: "Branches")),
        ImportField(
            "parts",
            Text(lv: "Struktūrvienību skaits", en: "Structural units"),
            ["strukturvienību skaits"]
        ),
        ImportField(
            "kind",
            Text(lv: "Veids", en: "Kind"),
            required: true,
            example: "Vispārējās izglītības iestāde"
        ),
        ImportField("type", Text(lv: "Tips", en: "Type"), required: true, example: "Pamatskola"),
        ImportField("founder", Text(lv: "Faktiskais dibinātājs", en: "Founder")),
        ImportField("declared_founder", Text(lv: "Deklarētais dibinātājs", en: "Declared founder")),
        ImportField("closed", Text(lv: "Likvidēta", en: "Closed"), example: "Nē"),
        ImportField("address", Text(lv: "Adrese", en: "Address")),
        ImportField("phone", Text(lv: "Tālrunis", en: "Telephone"), ["telefons"]),
        ImportField("mail", Text(lv: "E-pasts", en: "E-mail")),
        ImportField("site", Text(lv: "Mājaslapa", en: "Website"), ["mājas lapa"]),
    ]

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Directory {
        try Directory.load(tenant, connection)
    }

    package static func reader(_ known: Directory, _ run: ImportRun) throws -> any LineReader {
        let year = try run.optionalYear() ?? SchoolYear(containing: run.today)
        return VIISRegisterReader(DirectoryRun(known, run), year)
    }
}

/// Reads one export.
private final class VIISRegisterReader: LineReader {
    private let directory: DirectoryRun
    private let year: SchoolYear

    init(_ directory: DirectoryRun, _ year: SchoolYear) {
        self.directory = directory
        self.year = year
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<VIISRegister.Field>(line: line, run: directory.run)
        guard !values.text(.name).isEmpty || !values.text(.regNo).isEmpty else { return }
        let address = values.text(.address)
        let territory = try directory.territory(
            name: TerritoryName.ofAddress(address),
            year: year,
            at: values.place(of: .address)
        )
        let founder = values.text(.founder)
        let source = RegisterSource(directory: directory, day: year.first, isLatest: true)
        let id = try source.institution(
            name: values.text(.name),
            regNo: values.text(.regNo),
            territory: territory,
            [
                ("kind", values.text(.kind)), ("type", values.text(.type)),
                ("founder", founder.isEmpty ? values.text(.declaredFounder) : founder), ("address", address),
            ],
            at: values.place
        )
        guard let id, directory.isMaster, values.flag(.closed) == true else { return }
        try close(id, at: values.place(of: .closed))
    }

    /// The register does not say since when an institution is closed: the day it is first seen so is kept.
    private func close(_ id: InstitutionID, at place: SourcePlace) throws {
        guard directory.directory.institutions.entries[id]?.isClosed == false else { return }
        try directory.run.staging.register(
            .institutions,
            key: [id.rawValue],
            [("closed_day", directory.run.today.sqlValue)],
            at: place
        )
    }
}
