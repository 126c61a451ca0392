import Frame
import Kernel
import Pages

/// The saved mappings: the board's own, those that were removed, those that Sekme brings.
struct MappingsPage: Page {
    let method = PageMethod.get
    let path = "/imports/mappings"
    let permission = Permission.importData
    let scope = PageScope.tenant

    static let title = Text(lv: "Saglabātie kartējumi", en: "Saved mappings")
    static let crumb = PageContent.Crumb(title, "/imports/mappings")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let mappings = Mappings(desk)
        let own = try await mappings.kept().map(\.mapping)
        let names = Set(own.map(\.name))
        let shipped = try await SavedColumns(desk: desk).choices().filter { !names.contains($0.name) }
        let lede = Text(
            lv: "Kartējums nosaka, kā nolasīt failu: ko satur katra kolonna un kādu ziņu failā nav.",
            en:
                "A mapping says how a file is read: which column is what, and what the file itself does not say."
        )
        let removed = MappingsPage.removed(try await mappings.removed(), request)
        let body: HTML = """
            \(PageHead(MappingsPage.title[language], lede: lede[language]))\
            \(table(own, desk, language))\(removed)\(shippedTable(shipped, desk, language))
            """
        return .page(PageContent(MappingsPage.title, body, crumbs: [ImportPageWords.crumb]))
    }

    private func table(_ own: [Mapping], _ desk: Desk, _ language: Language) -> DataTable {
        let sorted = own.map { (key: LatvianKey.sort($0.titleLv), mapping: $0) }
            .sorted { left, right in
                left.key == right.key
                    ? left.mapping.name < right.mapping.name : left.key.lexicographicallyPrecedes(right.key)
            }
            .map(\.mapping)
        var table = MappingsPage.table(
            "mappings",
            Text(lv: "Pašu veidotie", en: "Your own"),
            sorted,
            desk,
            language
        ) { "/imports/mappings/\($0)" }
        table.empty = EmptyState(
            Text(lv: "Pašu veidotu kartējumu vēl nav", en: "There are no mappings of your own yet")[language],
            advice: Text(
                lv: "Importējiet failu un otrajā solī ierakstiet nosaukumu, ar kuru izvēli saglabāt.",
                en: "Import a file, and in the second step give a name under which the choice is saved."
            )[language],
            link: Link(Text(lv: "Importēt failu", en: "Import a file")[language], "/imports/new")
        )
        return table
    }

    private func shippedTable(_ shipped: [Mapping], _ desk: Desk, _ language: Language) -> DataTable? {
        guard !shipped.isEmpty else { return nil }
        return MappingsPage.table(
            "shipped",
            Text(lv: "Sekmes kartējumi", en: "Mappings of Sekme"),
            shipped,
            desk,
            language
        ) { _ in nil }
    }

    private static func table(
        _ id: String,
        _ caption: Text,
        _ mappings: [Mapping],
        _ desk: Desk,
        _ language: Language,
        _ address: (String) -> Address?
    ) -> DataTable {
        let headings = [
            Text(lv: "Nosaukums", en: "Name"), Text(lv: "Faila veids", en: "Kind of file"),
            Text(lv: "Kods komandrindā", en: "Code on the command line"),
        ]
        return DataTable(
            id: id,
            language,
            caption: caption[language],
            columns: headings.map { DataTable.Column($0[language]) },
            rows: mappings.map { mapping in
                DataTable.Row(
                    [
                        .words(mapping.title[language]),
                        .words(desk.house.title(ofFormat: mapping.format)[language]), .words(mapping.name),
                    ],
                    address: address(mapping.name)
                )
            }
        )
    }

    /// Those that can be put back, folded as other removed things are.
    private static func removed(_ removed: [KeptMapping], _ request: PageRequest) -> HTML? {
        guard !removed.isEmpty else { return nil }
        let language = request.language
        let lines: [HTML] = removed.map { kept in
            let name = kept.mapping.title[language]
            let button = PostButton(
                Text(lv: "Atjaunot „\(name)”", en: "Put back “\(name)”")[language],
                action: "/imports/mappings/\(kept.mapping.name)/restore",
                csrf: request.formToken,
                look: .small
            )
            return "<li>\(button)</li>"
        }
        let words = Text(
            lv: "Noņemtie (atjauno \(KeptMapping.days) dienu laikā)",
            en: "Removed (can be put back for \(KeptMapping.days) days)"
        )
        return """
            <details class="screen-only"><summary>\(words, language)</summary>\
            <ul class="index tight">\(lines)</ul></details>
            """
    }
}
