package import Frame
package import Kernel
package import Storage
internal import Tabular

/// The journal export of e-klase: a workbook with one sheet a class, pupils in columns, rows by subject and day.
package enum EklaseJournal: ImportFormat {
    package static let name = "eklase-journal"
    package static let title = Text(lv: "E-klases žurnālu eksports", en: "Journal export of e-klase")
    package static let card = DataFlowCard(
        touches: Text(lv: "Vērtējumi un stundu ieraksti", en: "Marks and lesson records"),
        origin: Text(
            lv: "E-klase: žurnālu eksports XLSX failā, viena lapa katrai klasei vai grupai.",
            en: "E-klase: the journal export as XLSX, one sheet a class or group."
        ),
        owner: Text(
            lv: "Izglītības iestāde; par ierakstiem atbild priekšmeta pedagogs.",
            en: "The institution; the subject's teacher answers for the entries."
        ),
        rhythm: Text(
            lv: "Semestra un gada beigās, kavējumu uzskaitei – biežāk.",
            en: "At the end of each term and year, for absences more often."
        ),
        policy: Text(
            lv: """
                Mainīti vērtējumi tiek laboti, nemainīti paliek; no faila izņemtie paliek, ja vien kartējums \
                neļauj tos dzēst. Kavējumi (n, ns, nc, nn) kļūst par ierakstiem par stundām; ko nozīmē „n”, nosaka \
                kartējums vai prasību saraksts. Iestādi norāda kartējumā.
                """,
            en: """
                Changed marks are changed, others stay; those the file no longer has stay unless the mapping says \
                otherwise. Absences (n, ns, nc, nn) become lesson records; what “n” means the mapping or the list of \
                rules says. The mapping says which institution it is.
                """
        )
    )
    package static let fields: [ImportField] = []
    package static let settings: [ImportSetting] = [
        .institution.required, MarkSettings.sheets, .scale.folded, MarkSettings.absence, .blank,
    ]
    package static let layout = ImportLayout.raw

    package static func recognise(_ sample: SheetSample) -> Int {
        guard !JournalSheet.isSkipped(sample.sheet) else { return 0 }
        let codes = sample.rows.first { $0.line == JournalSheet.headLines }?.cells.dropFirst(
            JournalSheet.firstPupil
        )
        let hasCodes = codes?.contains { JournalSheet.isPersonalCode($0.text) } ?? false
        let below = sample.rows.filter { $0.line > JournalSheet.headLines }
        let hasRows = below.contains { HeadingMatch.normal($0[0].text) == JournalRow.marker }
        switch (hasCodes, hasRows) {
        case (true, true): return 98
        case (true, false): return below.isEmpty ? 70 : 40
        case (false, true): return 60
        case (false, false): return 0
        }
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> MarkKnown {
        try MarkKnown(tenant, connection)
    }

    package static func reader(_ known: MarkKnown, _ run: ImportRun) throws -> any LineReader {
        try JournalReader(known, run)
    }
}
