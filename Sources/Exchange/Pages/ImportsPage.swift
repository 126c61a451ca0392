import Frame
import Kernel
import Pages

/// The history of imports, what waits for a person, and the way to a new one.
struct ImportsPage: Page {
    let method = PageMethod.get
    let path = "/imports"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    static let title = Text(lv: "Imports", en: "Import")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let importer = Importer(desk)
        let batches = try await importer.list()
        let pending = try await importer.pending()
        let places = try await ImportPlaces.names(batches.compactMap(\.institution), desk)
        let language = request.language
        let new = Text(lv: "Importēt failu", en: "Import a file")[language]
        var sources = [Link(HealthPage.title[language], "/imports/sources").html]
        // Saved mappings are of the whole board.
        if ImportScope(desk).isWhole {
            sources.insert(Link(MappingsPage.title[language], "/imports/mappings").html, at: 0)
        }
        let head = PageHead(
            Text(lv: "Importētie dati", en: "Imported data")[language],
            lede: Text(
                lv: "Katru importu var pilnībā atsaukt, kamēr tā rindas nav mainītas vēlāk.",
                en: "Every import can be undone completely, until its rows are changed later."
            )[language] + ended(batches, language),
            actions: [ButtonLink(new, "/imports/new").html] + sources
        )
        let body: HTML = """
            \(head)\(waiting(pending, desk, language))\(history(batches, places, desk, language))
            """
        return .page(PageContent(ImportsPage.title, body))
    }

    /// Says that old imports are there for good, where the board keeps what they replaced for a time only.
    private func ended(_ batches: [BatchSummary], _ language: Language) -> String {
        guard batches.contains(where: { $0.undoEnded != nil }) else { return "" }
        let words = Text(
            lv: " Vecāku importu atsaukšanas dati vairs netiek glabāti, un tos atsaukt nevar.",
            en: " What older imports replaced is not kept any more, and they cannot be undone."
        )
        return words[language]
    }

    private func waiting(_ pending: [StagedImport], _ desk: Desk, _ language: Language) -> HTML? {
        guard !pending.isEmpty else { return nil }
        let items = pending.map { staged in
            TodoList.Item(
                staged.state == .planned ? Format(language).integer(staged.plan.changes) : "…",
                staged.files.map(\.name).joined(separator: ", "),
                more: ImportsPage.wait(staged)[language],
                link: Link(
                    Text(lv: "Apskatīt", en: "Look")[language],
                    "/imports/plans/\(staged.id.rawValue)"
                )
            )
        }
        return Section(Text(lv: "Gaida jūsu lēmumu", en: "Waiting for you")[language], TodoList(items).html)
            .html
    }

    private static func wait(_ staged: StagedImport) -> Text {
        guard staged.state == .planned else {
            return Text(lv: "Tiek apstrādāts vai pārtrūka.", en: "Being worked on, or cut off.")
        }
        return staged.plan.changes > 0
            ? Text(lv: "Izmaiņas gaida apstiprinājumu.", en: "The changes wait to be confirmed.")
            : Text(
                lv: "Fails neko nemainītu; apskatiet, kas nav pārņemts, un atmetiet to.",
                en: "The file would change nothing; see what is not taken over, and discard it."
            )
    }

    private func history(
        _ batches: [BatchSummary],
        _ places: [InstitutionID: Text],
        _ desk: Desk,
        _ language: Language
    ) -> DataTable {
        let format = Format(language)
        func heading(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var table = DataTable(
            id: "batches",
            language,
            caption: heading("Importu vēsture", "History of imports"),
            columns: [
                DataTable.Column(heading("Nr.", "No."), width: .narrow),
                DataTable.Column(heading("Saglabāts", "Saved")),
                DataTable.Column(heading("Veids", "Kind"), isOptional: true),
                DataTable.Column(heading("Faili", "Files"), width: .broad),
                DataTable.Column(heading("Izmaiņas", "Changes"), .number),
                DataTable.Column(heading("Nav pārņemts", "Not taken over"), .number, isOptional: true),
                DataTable.Column(heading("Stāvoklis", "State")),
            ],
            rows: batches.map { batch in
                DataTable.Row(
                    [
                        .words(String(batch.id.rawValue)), .words(format.moment(batch.appliedAt)),
                        .words(desk.house.title(ofFormat: batch.format)[language]),
                        .words(
                            batch.files.map(\.name).joined(separator: ", "),
                            note: batch.institution.flatMap { places[$0]?[language] }
                        ),
                        .words(format.integer(batch.added + batch.changed + batch.removed)),
                        .words(format.integer(batch.notTaken), needsAttention: batch.notTaken > 0),
                        .markup(ImportPageWords.state(batch, language).html),
                    ],
                    address: "/imports/batches/\(batch.id.rawValue)"
                )
            }
        )
        table.empty = EmptyState(
            heading("Importu vēl nav", "There are no imports yet"),
            advice: heading(
                "Sāciet ar iestāžu un izglītojamo sarakstu; vērtējumus un kavējumus importējiet pēc tam.",
                "Begin with the lists of institutions and pupils; marks and absences come after them."
            ),
            link: Link(heading("Importēt failu", "Import a file"), "/imports/new")
        )
        return table
    }
}
