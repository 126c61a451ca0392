import Frame
import Kernel
import Pages

/// One import that was saved: its files, what it changed, and the way to take it back.
struct BatchPage: Page {
    let method = PageMethod.get
    let path = "/imports/batches/:batch"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = BatchID(rawValue: try request.number("batch"))
        let importer = Importer(desk)
        let batch = try await importer.batch(id)
        let tables = try await importer.tables(of: id)
        let place = try await ImportPlaces.names(batch.institution.map { [$0] } ?? [], desk).values.first
        let language = request.language
        let title = Text(lv: "Imports Nr. \(id.rawValue)", en: "Import no. \(id.rawValue)")
        let body: HTML = """
            \(ImportPageWords.steps(4, language))\
            \(PageHead(title[language], lede: batch.files.map(\.name).joined(separator: ", ")))\
            \(facts(batch, place, desk, language))\(changes(tables, desk, language))\(undo(batch, request))
            """
        return .page(PageContent(title, body, crumbs: [ImportPageWords.crumb]))
    }

    private func facts(
        _ batch: BatchSummary,
        _ place: Text?,
        _ desk: Desk,
        _ language: Language
    ) -> DefinitionList {
        let format = Format(language)
        func name(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var facts: [(name: String, value: HTML)] = [
            (name("Stāvoklis", "State"), ImportPageWords.state(batch, language).html),
            (name("Saglabāja", "Saved by"), "\(batch.account), \(format.moment(batch.appliedAt))"),
            (name("Veids", "Kind"), "\(desk.house.title(ofFormat: batch.format)[language])"),
            (name("Nolasītas rindas", "Lines read"), "\(format.integer(batch.lines))"),
        ]
        if let place { facts.append((name("Iestāde", "Institution"), "\(place, language)")) }
        if !batch.year.isEmpty {
            facts.append((name("Mācību gads", "School year"), "\(format.said(batch.year))"))
        }
        if batch.term > 0 { facts.append((name("Semestris", "Term"), "\(batch.term)")) }
        if batch.notTaken > 0 {
            facts.append((name("Nav pārņemts", "Not taken over"), refused(batch, desk, language)))
        }
        for file in batch.files {
            facts.append((file.name, "\(size(file.bytes, format)), SHA-256 <code>\(file.sha256)</code>"))
        }
        return DefinitionList(facts)
    }

    /// How much was not taken over, and the way to it for as long as it is kept.
    private func refused(_ batch: BatchSummary, _ desk: Desk, _ language: Language) -> HTML {
        let count = Format(language).integer(batch.notTaken)
        guard Tidying.keeps(batch.appliedAt, at: desk.clock()) else {
            let gone = Text(lv: "rindas vairs netiek glabātas", en: "the lines are not kept any more")
            return "\(count), \(gone, language)"
        }
        let link = Link(
            Text(lv: "lejupielādēt", en: "download")[language],
            "/imports/plans/\(batch.importID.rawValue)/rejected"
        )
        return "\(count), \(link)"
    }

    /// A size as people read it; the digest beside it is exact.
    private func size(_ bytes: Int, _ format: Format) -> String {
        switch bytes {
        case ..<1_000: "\(format.integer(bytes))\u{a0}B"
        case ..<1_000_000: "\(format.decimal(bytes / 100, 1))\u{a0}kB"
        default: "\(format.decimal(bytes / 100_000, 1))\u{a0}MB"
        }
    }

    private func changes(_ tables: [TableCounts], _ desk: Desk, _ language: Language) -> DataTable {
        let format = Format(language)
        let headings = [
            Text(lv: "jauni", en: "new"), Text(lv: "mainīti", en: "changed"),
            Text(lv: "bez izmaiņām", en: "unchanged"), Text(lv: "izdzēsti", en: "removed"),
        ]
        return DataTable(
            id: "changes",
            language,
            caption: Text(lv: "Ko imports mainīja", en: "What the import changed")[language],
            columns: [DataTable.Column(Text(lv: "Dati", en: "Data")[language])]
                + headings.map { DataTable.Column($0[language], .number) },
            rows: tables.map { table in
                let counts = [table.added, table.changed, table.unchanged, table.removed]
                return DataTable.Row(
                    [.words(desk.house.words(table.table)[language])]
                        + counts.map { .words(format.integer($0)) }
                )
            }
        )
    }

    /// The way to take it back, or why there is none any more.
    private func undo(_ batch: BatchSummary, _ request: PageRequest) -> HTML? {
        if let ended = batch.undoEnded { return Notice.undoEnded(ended, request.language).html }
        guard batch.canBeUndone else { return nil }
        let words = Text(lv: "Atsaukt importu", en: "Undo the import")[request.language]
        let form = Form(
            id: "undo",
            request.language,
            action: "/imports/batches/\(batch.id.rawValue)/undo",
            csrf: request.formToken,
            parts: [],
            buttons: [Button(words, .warning)]
        )
        return form.html
    }
}

extension Notice {
    /// An import is there for good.
    fileprivate static func undoEnded(_ day: Day, _ language: Language) -> Notice {
        let shown = Format(language).day(day)
        return Notice(
            .info,
            language,
            Text(lv: "Šo importu vairs nevar atsaukt", en: "This import cannot be undone any more")[language],
            more: Text(
                lv:
                    "Kopš \(shown) dati, kurus šis imports aizstāja, vairs netiek glabāti. Kļūdas labo, importējot labotu failu.",
                en: "What it replaced is not kept since \(shown). Import a corrected file to mend errors."
            )[language]
        )
    }
}

/// The step before an import is taken back, and the taking back.
struct UndoAction: Page {
    let method = PageMethod.post
    let path = "/imports/batches/:batch/undo"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = BatchID(rawValue: try request.number("batch"))
        let batch = try await Importer(desk).batch(id)
        guard batch.undoEnded == nil else { throw Refusal.undoEnded }
        guard request.field("sure") == "yes" else { return .page(question(batch, request)) }
        let job = try await JobQueue(desk).undo(id)
        return .redirect("/imports/jobs/\(job)")
    }

    private func question(_ batch: BatchSummary, _ request: PageRequest) -> PageContent {
        let language = request.language
        let format = Format(language)
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let question = words(
            "Atsaukt importu Nr. \(batch.id.rawValue)?",
            "Undo import no. \(batch.id.rawValue)?"
        )
        let confirm = Confirm(
            question,
            lede: words(
                "Dati kļūs tādi, kādi bija pirms tā. Atsaukšanu nevar atcelt, bet failu var importēt vēlreiz.",
                "The data become what they were before it. The file can be imported again afterwards."
            ),
            facts: DefinitionList([
                (words("Tiks izņemti", "Rows taken out"), "\(format.integer(batch.added))"),
                (
                    words("Tiks atjaunoti", "Rows restored"),
                    "\(format.integer(batch.changed + batch.removed))"
                ),
            ]),
            form: Form(
                id: "undo",
                language,
                action: "/imports/batches/\(batch.id.rawValue)/undo",
                csrf: request.formToken,
                parts: [.hidden(name: "sure", value: "yes")],
                buttons: [Button(words("Atsaukt importu", "Undo the import"), .warning)],
                cancel: "/imports/batches/\(batch.id.rawValue)"
            )
        )
        return PageContent(
            Text(lv: "Atsaukt importu", en: "Undo the import"),
            "\(confirm)",
            crumbs: [
                ImportPageWords.crumb
            ]
        )
    }
}
