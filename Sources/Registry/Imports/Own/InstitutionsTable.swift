package import Frame
package import Kernel
import Storage

/// Institutions, the tenant's own and others.
package enum InstitutionsTable: OwnTable {
    package static let name = "institutions"
    package static let title = Text(
        lv: "Izglītības iestādes (Sekmes tabula)",
        en: "Institutions (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(
            lv: "Iestādes ar nosaukumiem un pašvaldībām",
            en: "Institutions with their names and municipalities"
        ),
        Text(lv: "Iestāžu saraksts", en: "List of institutions")
    )

    enum Field: Int, CaseIterable {
        case sekme, regNo, name, kind, type, founder, subordination, address, territory, aliases, reference
        case closed, from
    }

    package static let fields: [ImportField] = [
        .sekme(.institution), .regNo,
        ImportField(
            "name",
            Text(lv: "Iestādes nosaukums", en: "Name of the institution"),
            ["nosaukums"],
            required: true,
            example: "Bērzu pamatskola"
        ),
        ImportField(
            "kind",
            Text(lv: "Iestādes veids", en: "Kind"),
            ["veids"],
            example: "Vispārējās izglītības iestāde"
        ),
        ImportField(
            "type",
            Text(lv: "Iestādes tips", en: "Type"),
            ["tips"],
            required: true,
            example: "Vispārizglītojošā pamatskola"
        ),
        ImportField("founder", Text(lv: "Dibinātājs", en: "Founder"), example: "Bērzu novada pašvaldība"),
        ImportField("subordination", Text(lv: "Pakļautība", en: "Subordination"), example: "Pašvaldība"),
        ImportField(
            "address",
            Text(lv: "Adrese", en: "Address"),
            example: "Ābeļu iela 1, Bērzi, LV-5600; Liepu iela 2, Bērzi, LV-5600"
        ),
        ImportField(
            "territory",
            Text(lv: "Pašvaldība", en: "Municipality"),
            ["novads"],
            example: "Bērzu novads"
        ),
        ImportField(
            "aliases",
            Text(lv: "Citi nosaukumi", en: "Other names"),
            example: "Bērzu psk.; Bērzu skola"
        ),
        ImportField("reference", Text(lv: "Salīdzināšanai", en: "For comparison"), example: "nē"),
        ImportField("closed", Text(lv: "Slēgta", en: "Closed on"), example: "31.08.2026."),
        .from,
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        let directory = table.directory
        let day = values.day(.from)
        let year = day.map { SchoolYear(containing: $0) }
        let isReference = values.flag(.reference)
        let number = values.number(.sekme)
        let (name, regNo) = (values.text(.name), values.text(.regNo))
        let named = try directory.institution(number, name: name, regNo: regNo, year: year, at: values.place)
        let id = try directory.row(named, number, .institution, of: nil) {
            try directory.institution(
                name: name,
                regNo: regNo,
                year: year,
                isReference: isReference ?? false,
                at: values.place
            )
        }
        guard let id else { return }
        var columns = table.columns([
            ("reg_no", InstitutionIndex.regNo(values.text(.regNo))), ("kind", values.text(.kind)),
            ("type", values.text(.type)), ("subordination", values.text(.subordination)),
        ])
        if let isReference { columns.append(("is_reference", isReference.sqlValue)) }
        if let closed = values.day(.closed) { columns.append(("closed_day", closed.sqlValue)) }
        try table.stage(.institutions, [id.rawValue], columns, at: values.place)
        try directory.locate(id, at: values.text(.address), from: year?.first, at: values.place(of: .address))
        try directory.found(id, by: values.text(.founder), from: year?.first, at: values.place(of: .founder))
        let start = (year ?? SchoolYear(containing: table.run.today)).first
        try directory.rename(id, to: values.text(.name), from: start, at: values.place)
        let territory = try directory.territory(
            name: values.text(.territory),
            year: SchoolYear(containing: start),
            at: values.place(of: .territory)
        )
        if let territory { try directory.settle(id, in: territory, from: start, at: values.place) }
        for alias in values.text(.aliases).split(separator: ";") {
            try directory.addAlias(String(alias).trimmed, of: id, at: values.place(of: .aliases))
        }
    }
}
