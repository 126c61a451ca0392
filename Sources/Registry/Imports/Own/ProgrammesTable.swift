package import Frame
package import Kernel
import Storage

/// Education programmes with their licences.
package enum ProgrammesTable: OwnTable {
    package static let name = "programmes"
    package static let title = Text(
        lv: "Izglītības programmas (Sekmes tabula)",
        en: "Education programmes (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Izglītības programmas", en: "Education programmes"),
        Text(lv: "Licencēto izglītības programmu saraksts", en: "List of licensed education programmes")
    )

    enum Field: Int, CaseIterable {
        case sekme, institution, regNo, code, name, licence, licenceDay, address, from, to, addressFrom
    }

    package static let fields: [ImportField] = [
        .sekme(.programme), .institution, .regNo,
        ImportField(
            "code",
            Text(lv: "Programmas kods", en: "Programme code"),
            ["izglītības programmas kods"],
            required: true,
            example: "21011111"
        ),
        ImportField(
            "name",
            Text(lv: "Programmas nosaukums", en: "Programme"),
            ["izglītības programmas nosaukums", "izglītības programma"],
            required: true,
            example: "Pamatizglītības programma"
        ),
        ImportField(
            "licence_no",
            Text(lv: "Licences Nr.", en: "Licence number"),
            ["licence nr."],
            example: "V_1001"
        ),
        ImportField(
            "licence_day",
            Text(lv: "Licencēšanas datums", en: "Licensed on"),
            ["licences datums"],
            example: "30.07.2020."
        ),
        ImportField(
            "address",
            Text(lv: "Īstenošanas vietas adrese", en: "Address"),
            ["adrese"],
            example: "Ābeļu iela 1, Bērzi; Liepu iela 2, Bērzi"
        ),
        .from, .to,
        ImportField(
            "address_from",
            Text(lv: "Adreses spēkā no", en: "Addresses since"),
            example: "01.09.2025."
        ),
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        let institution = try table.directory.institution(
            name: values.text(.institution),
            regNo: values.text(.regNo),
            at: values.place(of: .institution)
        )
        guard let institution else { return }
        guard let id = try programme(values, table, institution) else { return }
        var columns = table.columns([("code", values.text(.code)), ("licence_no", values.text(.licence))])
        if !values.text(.name).isEmpty { columns += DirectoryRun.named(values.text(.name)) }
        if let day = values.day(.licenceDay) { columns.append(("licence_day", day.sqlValue)) }
        if let day = values.day(.from) { columns.append(("from_day", day.sqlValue)) }
        if let day = values.day(.to) { columns.append(("to_day", day.sqlValue)) }
        try table.stage(.programmes, [id.rawValue], columns, at: values.place)
        try table.directory.locate(
            id,
            at: values.text(.address),
            from: values.day(.addressFrom),
            at: values.place(of: .address)
        )
    }

    /// The programme of a line; one that cannot be is reported.
    private static func programme(
        _ values: LineValues<Field>,
        _ table: OwnRun,
        _ institution: InstitutionID
    ) throws -> ProgrammeID? {
        let (code, licence) = (values.text(.code), values.text(.licence))
        let number = values.number(.sekme)
        let key = Directory.ProgrammeKey(institution: institution, code: code, licence: licence)
        let numbered = SekmeNumber(number.text).flatMap {
            table.directory.directory.programmeKeys[ProgrammeID(rawValue: $0.id)]
        }
        // A code that the register has came from a state register and is no slip of the pen.
        let isKnown = table.directory.directory.programmes[key] != nil || numbered?.code == code
        guard isKnown || EducationProgrammeCode.isPlausible(code) || (code.isEmpty && numbered != nil) else {
            table.run.staging.reject(EducationProgrammeCode.problem(code), at: values.place(of: .code))
            return nil
        }
        let named = table.directory.programme(number, institution, code: code, licence: licence)
        return try table.directory.row(named, number, .programme, of: institution) {
            try table.directory.programme(
                institution: institution,
                code: code,
                licence: licence,
                name: values.text(.name),
                at: values.place
            )
        }
    }
}

/// The code of an education programme: eight digits of the classification of Latvian education.
enum EducationProgrammeCode {
    static func isPlausible(_ code: String) -> Bool {
        code.utf8.count == 8 && code.utf8.allSatisfy { (48...57).contains($0) }
    }

    static func problem(_ value: String) -> Problem {
        Problem(
            "programme.code",
            value: value,
            Text(
                lv: "Izglītības programmas kodā jābūt astoņiem cipariem.",
                en: "A programme code has eight digits."
            ),
            advice: Text(lv: "Salīdziniet kodu ar licenci.", en: "Compare the code with the licence.")
        )
    }
}
