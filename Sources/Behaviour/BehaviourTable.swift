package import Frame
package import Kernel
internal import Registry
package import Storage
internal import Tabular

/// Sekme's own table of behaviour: a line an entry.
package enum BehaviourTable: ImportFormat {
    /// What reading needs.
    package struct Known: Sendable {
        let directory: Directory
        let years: Years
        let seats: BehaviourSeats
    }

    /// The fields behind those of the pupil.
    enum Field: Int, CaseIterable {
        case day = 8
        case kind, text, number, author, authorCode
    }

    package static let name = "behaviour"
    package static let title = Text(
        lv: "Uzvedības ieraksti (Sekmes tabula)",
        en: "Behaviour entries (Sekme's table)"
    )
    package static let card = DataFlowCard(
        touches: Text(lv: "Uzvedības ieraksti", en: "Behaviour entries"),
        origin: Text(
            lv: "Skolvadības sistēmas uzvedības žurnāls: rinda ir viens ieraksts par izglītojamo.",
            en: "The journal of behaviour of a school management system: a line is an entry about a pupil."
        ),
        owner: Text(lv: "Izglītības iestāde", en: "The institution"),
        rhythm: Text(lv: "Reizi nedēļā vai mēnesī", en: "Weekly or monthly"),
        policy: Text(
            lv: """
                Ierakstu tekstus glabā šifrētus, un tos redz tikai tie, kuri ikdienā strādā ar izglītojamo. Ieraksts ar \
                to pašu izglītojamo, dienu un tekstu ir tas pats; pārējie paliek.
                """,
            en: """
                Texts are kept sealed and are seen only by those who work with the pupil from day to day. An entry of the \
                same pupil, day and text is the same one; others stay.
                """
        )
    )
    package static let fields: [ImportField] =
        PupilField.all + [
            ImportField(
                "date",
                Text(lv: "Datums", en: "Date"),
                ["Diena"],
                required: true,
                example: "12.01.2026."
            ),
            ImportField(
                "behaviour",
                Text(lv: "Ieraksta veids", en: "Kind of entry"),
                ["Uzvedības ieraksta veids", "Uzvedība"],
                required: true,
                example: "remark"
            ),
            ImportField(
                "text",
                Text(lv: "Ieraksta teksts", en: "Text of the entry"),
                ["Ieraksts", "Teksts"],
                example: "Palīdzēja klasesbiedram."
            ),
            ImportField("number", Text(lv: "Kārtas numurs", en: "Number"), ["Nr."], example: "1"),
            ImportField(
                "author",
                Text(lv: "Ieraksta autors", en: "Author of the entry"),
                ["Autors", "Pedagogs"],
                example: "Anna Liepa"
            ),
            ImportField(
                "author_code",
                Text(lv: "Autora kods avota sistēmā", en: "Author's code in the source system"),
                example: "S-12"
            ),
        ]

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        Known(
            directory: try Directory.load(tenant, connection),
            years: try Years.load(tenant, connection),
            seats: try BehaviourSeats.load(tenant, connection)
        )
    }

    package static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader {
        BehaviourReader(known, run)
    }
}

extension BehaviourTable: ExportFormat {
    /// Whoever may read the texts may have the entries.
    package static let exportPermission = Permission.readBehaviour

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let keys = PersonKeys(order, connection)
        let pass = order.pass(exportPermission)
        let selection = order.selection(exportPermission)
        for entry in try BehaviourEntries.of(selection, tenant: order.tenant, connection) {
            let text = try entry.text?.opened(pass, connection) ?? ""
            let cells =
                try keys.numbered(entry.pupil, entry.institution, entry.classGroup) + [
                    .day(entry.day), .text(entry.kind.code), PersonKeys.cell(text), .integer(entry.ordinal),
                ] + keys.teacher(entry.author)
            try take(ExportRow(cells, pupil: entry.pupil))
        }
    }
}
