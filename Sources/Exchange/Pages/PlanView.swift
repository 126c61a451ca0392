import Frame
import Kernel
import Pages

/// The words, numbers and samples of a plan.
struct PlanView {
    let staged: StagedImport
    let house: HouseBook
    let language: Language
    /// The samples in words.
    var words = SampleLines()

    private var plan: ImportPlan { staged.plan }

    var title: String {
        if let other = staged.state.headline { return other[language] }
        guard plan.changes > 0 else {
            return Text(lv: "Fails neko nemainīs", en: "The file would change nothing")[language]
        }
        let noun = Noun(lv: "ieraksts", "ieraksti", en: "row", "rows").counted(plan.changes)
        return Text(
            lv: "Ja apstiprināsiet, mainīsies \(noun.lv)",
            en: "If you confirm, \(noun.en) will change"
        )[language]
    }

    var lede: String {
        let files = staged.files.map(\.name).joined(separator: ", ")
        let unsaved = Text(lv: " Vēl nekas nav saglabāts.", en: " Nothing is saved yet.")
        let rest = staged.state == .planned ? unsaved[language] : ""
        return "\(files) · \(house.title(ofFormat: staged.format)[language]).\(rest)"
    }

    var counts: Counts {
        let format = Format(language)
        func item(_ count: Int, _ words: Text, attention: Bool = false) -> Counts.Item? {
            count == 0 ? nil : Counts.Item(format.integer(count), words[language], needsAttention: attention)
        }
        var items: [Counts.Item?] = []
        for table in plan.tables {
            let name = house.words(table.table)
            items += [
                item(table.added, name + Text(lv: ": pievienos", en: ": new")),
                item(table.changed, name + Text(lv: ": mainīs", en: ": changed")),
                item(table.removed, name + Text(lv: ": izdzēsīs", en: ": removed"), attention: true),
                item(table.superseded, name + Text(lv: ": atkārtojumi failā", en: ": repeated in the file")),
            ]
        }
        items += [
            item(plan.unchanged, Text(lv: "bez izmaiņām", en: "unchanged")),
            item(
                plan.unmatched,
                Text(lv: "nav atrasti reģistros", en: "not in the registers"),
                attention: true
            ),
            item(
                plan.idle,
                Text(
                    lv: "rindas, kas nav pārņemtas tā paša iemesla dēļ",
                    en: "lines not taken for the same reason"
                ),
                attention: true
            ),
            item(plan.rejected, Text(lv: "noraidītas rindas", en: "rejected lines"), attention: true),
            item(plan.doubts ?? 0, Text(lv: "jāpārbauda", en: "to be checked"), attention: true),
        ]
        return Counts(items.compactMap { $0 })
    }

    /// What is not taken over, and how to mend it.
    var notice: Notice? {
        let count = plan.rejected + plan.unmatched + plan.idle
        guard count > 0 else { return nil }
        let lines = Noun(lv: "vietu", "vietas", en: "place", "places").counted(count)
        return Notice(
            .attention,
            language,
            Text(lv: "\(lines.lv) nevar pārņemt.", en: "\(lines.en) cannot be taken over.")[language],
            more: (plan.changes > 0 ? PlanView.rest : PlanView.nothing)[language],
            link: Link(
                Text(lv: "Lejupielādēt noraidītās rindas", en: "Download the rejected lines")[language],
                "/imports/plans/\(staged.id.rawValue)/rejected"
            )
        )
    }

    private static let rest = Text(
        lv: "Pārējo var saglabāt tūlīt; noraidīto lejupielādējiet, izlabojiet un importējiet vēlreiz.",
        en: "The rest can be saved now; download what was rejected, mend it and import it again."
    )
    private static let nothing = Text(
        lv: "Lejupielādējiet noraidīto, izlabojiet un importējiet vēlreiz.",
        en: "Download what was rejected, mend it and import it again."
    )

    /// How the text was read, where that was not as usual.
    var readings: Notice? {
        var words: [String] = []
        if let encodings = plan.encodings, !encodings.isEmpty {
            let list = encodings.joined(separator: ", ")
            words.append(
                Text(lv: "Teksta kodējums: \(list).", en: "Encoding of the text: \(list).")[language]
            )
        }
        if plan.isMended == true {
            words.append(
                Text(lv: "Sabojātie burti ir izlaboti.", en: "Spoiled letters are mended.")[language]
            )
        }
        guard !words.isEmpty else { return nil }
        return Notice(
            .info,
            language,
            words.joined(separator: " "),
            more: Text(
                lv: "Pārbaudiet piemēros, vai burti ir pareizi.",
                en: "Check in the samples whether the letters are right."
            )[language]
        )
    }

    /// Sheets that were not read.
    var skipped: Notice? {
        guard !plan.skippedSheets.isEmpty else { return nil }
        return Notice(
            .info,
            language,
            Text(lv: "Šīs lapas nav importētas:", en: "These sheets were not read:")[language] + " "
                + plan.skippedSheets.joined(separator: "; "),
            more: Text(
                lv: "Ja tajās ir dati, pārbaudiet, vai virsraksti ir tādi paši kā pārējās lapās.",
                en: "If they hold data, check that their headings are those of the other sheets."
            )[language]
        )
    }

    /// Some changes of each table.
    var samples: [HTML] {
        plan.tables.filter { !$0.samples.isEmpty }.map { table in
            let rows = zip(table.samples, words.lines(of: table))
                .sorted { $0.0.source < $1.0.source }
                .map { row($0, $1) }
            let name = house.words(table.table)[language]
            return DataTable(
                id: "sample-\(table.table)",
                language,
                caption: Text(lv: "Piemēri: \(name)", en: "Samples: \(name)")[language],
                columns: [
                    DataTable.Column(
                        Text(lv: "Rinda failā", en: "Line of the file")[language],
                        .number,
                        width: .narrow
                    ),
                    DataTable.Column(
                        Text(lv: "Kas notiks", en: "What will happen")[language],
                        width: .narrow
                    ),
                    DataTable.Column(Text(lv: "Vērtības", en: "Values")[language], width: .broad),
                ],
                rows: rows
            )
            .html
        }
    }

    private func row(_ sample: ChangeSample, _ words: String) -> DataTable.Row {
        let line = SourcePlace(packed: sample.source).line
        let kind: Text =
            switch sample.kind {
            case .added: Text(lv: "jauns", en: "new")
            case .changed: Text(lv: "mainīsies", en: "changes")
            case .removed: Text(lv: "izdzēsts", en: "removed")
            }
        return DataTable.Row([
            line > 0 ? .words(Format(language).integer(line)) : .notApplicable,
            .words(kind[language]),
            .words(words),
        ])
    }
}

/// What was not taken over, with its place and what to do.
struct FindingsTable {
    let findings: [Finding]
    let language: Language

    /// What is taken over, once a person has looked at it.
    var doubts: DataTable? {
        table(
            "doubts",
            Text(lv: "Kas jāpārbauda pirms saglabāšanas", en: "What to check before saving"),
            findings.filter { $0.kind == .doubtful }
        )
    }

    var table: DataTable? {
        table(
            "findings",
            Text(lv: "Kas nav pārņemts", en: "What was not taken over"),
            findings.filter { $0.kind != .doubtful }
        )
    }

    private func table(_ id: String, _ caption: Text, _ findings: [Finding]) -> DataTable? {
        guard !findings.isEmpty else { return nil }
        let headings = [
            Text(lv: "Vieta failā", en: "Place in the file"), Text(lv: "Vērtība", en: "Value"),
            Text(lv: "Kas nav kārtībā", en: "What is wrong"), Text(lv: "Ko darīt", en: "What to do"),
        ]
        return DataTable(
            id: id,
            language,
            caption: caption[language],
            columns: headings.map { DataTable.Column($0[language]) },
            rows: findings.map { finding in
                DataTable.Row([
                    .words(finding.problem.place?.words[language] ?? ""),
                    .words(finding.problem.value),
                    .words(finding.problem.message[language]),
                    .words(finding.problem.advice[language]),
                ])
            }
        )
    }
}

extension ImportState {
    /// What the page of a plan says where there is no decision to take.
    fileprivate var headline: Text? {
        switch self {
        case .planned, .applied: nil
        case .staging: Text(lv: "Failu vēl nolasa", en: "The file is still being read")
        case .applying: Text(lv: "Izmaiņas tiek saglabātas", en: "The changes are being saved")
        case .unchanged: Text(lv: "Fails neko nemainīja", en: "The file changed nothing")
        case .failed: Text(lv: "Failu neizdevās nolasīt", en: "The file could not be read")
        case .discarded: Text(lv: "Imports ir atmests", en: "The import was discarded")
        }
    }
}
