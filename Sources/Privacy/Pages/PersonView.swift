internal import Access
internal import Frame
internal import Kernel
internal import Pages

/// All that is kept of a person, table after table, for reading and for paper.
struct PersonView {
    let records: PersonRecords
    let language: Language
    let today: Day

    private var format: Format { Format(language) }

    /// So many rows of a table are shown; the file has all.
    private static let most = 200

    var title: Text {
        Text(same: "\(records.name): ") + Text(lv: "visi glabātie dati", en: "all data that are kept")
    }

    var html: HTML {
        let head = PageHead(
            title[language],
            lede: Text(
                lv:
                    "Sagatavots \(Format(.lv).day(today)) Citu datu par personu nav, izņemot tos, kas nosaukti sadaļās par neizsniegtajiem un neparādītajiem datiem; garāku tabulu visas rindas ir datu failā.",
                en:
                    "Prepared on \(Format(.en).day(today)). Nothing else is kept of the person but what the sections on data withheld and not shown name; longer tables are whole in the file."
            )[language]
        )
        let tables = records.sections.map { section($0) }
        return "\(head)\(contents)\(tables)\(withheldSection)\(asideSection)\(looksSection)\(deedsSection)"
    }

    /// What there is, with numbers of rows.
    private var contents: HTML {
        var table = DataTable(
            id: "contents",
            language,
            caption: Text(lv: "Saturs", en: "Contents")[language],
            columns: [
                DataTable.Column(Text(lv: "Dati", en: "Data")[language]),
                DataTable.Column(Text(lv: "Rindas", en: "Rows")[language], .number),
            ],
            rows: records.sections.map { section in
                DataTable.Row(
                    [.words(section.title[language]), .words(format.integer(section.rows.count))],
                    address: Address("#\(section.name)")
                )
            }
        )
        table.hidesCaption = true
        return table.html
    }

    private func section(_ section: PersonRecords.Section) -> HTML {
        var table = DataTable(
            id: "table-\(section.name)",
            language,
            caption: section.title[language],
            columns: section.columns.map { DataTable.Column($0.words[language]) },
            rows: section.rows.prefix(PersonView.most).map { row in
                DataTable.Row(row.map { .words($0.words[language]) })
            }
        )
        table.hidesCaption = true
        table.isWide = section.columns.count > 7
        if section.rows.count > PersonView.most {
            table.notes = [
                Text(
                    lv:
                        "Redzamas pirmās \(PersonView.most) rindas no \(section.rows.count); visas ir datu failā.",
                    en:
                        "The first \(PersonView.most) rows of \(section.rows.count) are shown; the file has all."
                )[language]
            ]
        }
        return Section(section.title[language], id: section.name, table.html).html
    }

    /// What is kept and not given out, and why.
    private var withheldSection: HTML? {
        guard !records.withheld.isEmpty else { return nil }
        let title = Text(lv: "Kas nav izsniegts", en: "What is withheld")
        var table = DataTable(
            id: "withheld",
            language,
            caption: title[language],
            columns: [
                DataTable.Column(Text(lv: "Dati", en: "Data")[language]),
                DataTable.Column(Text(lv: "Rindas", en: "Rows")[language], .number),
                DataTable.Column(Text(lv: "Kāpēc", en: "Why")[language], width: .broad),
            ],
            rows: records.withheld.map { part in
                DataTable.Row([
                    .words(part.title[language]), .words(part.rows.map { format.integer($0) } ?? "–"),
                    .words(part.reason[language]),
                ])
            }
        )
        table.hidesCaption = true
        return Section(title[language], id: "withheld-list", table.html).html
    }

    private var asideSection: HTML? {
        guard !records.isOfStaff else { return nil }
        let reasons = Dictionary(grouping: PersonTables.aside.sorted { $0.key < $1.key }, by: \.value.lv)
        let lines: [HTML] = reasons.sorted { $0.key < $1.key }.compactMap { group in
            group.value.first.map { "<li>\($0.value, language)</li>" }
        }
        let title = Text(lv: "Kas šeit nav parādīts", en: "What is not shown here")
        return Section(title[language], "<ul>\(lines)</ul>").html
    }

    /// Who looked at the person's data.
    private var looksSection: HTML {
        let notes =
            records.isOfStaff
            ? [
                Text(
                    lv: """
                        Redzams, kas atvēris lapas ar personas datiem vai saglabājis visus tās datus failā. Par saglabātiem \
                        atskaišu failiem žurnālā ir tikai darbinieku skaits, ne kurš tajos ir.
                        """,
                    en: """
                        Shown is who opened pages with the person's data or saved all of it as a file. Of files of reports \
                        the trail has the number of staff only, not who is in them.
                        """
                )[language]
            ] : []
        return section(
            "access",
            Text(lv: "Kas skatīja datus", en: "Who saw the data"),
            records.looks,
            notes
        )
    }

    private var deedsSection: HTML? {
        guard records.isOfStaff else { return nil }
        return section(
            "deeds",
            Text(lv: "Ko persona darījusi sistēmā", en: "What the person did in the system"),
            records.deeds,
            []
        )
    }

    private func section(
        _ id: String,
        _ title: Text,
        _ accesses: [PersonRecords.Access],
        _ notes: [String]
    ) -> HTML {
        var table = DataTable(
            id: id,
            language,
            caption: title[language],
            columns: [
                DataTable.Column(Text(lv: "Kad", en: "When")[language]),
                DataTable.Column(Text(lv: "Kas", en: "Who")[language]),
                DataTable.Column(Text(lv: "Darbība", en: "Deed")[language]),
                DataTable.Column(Text(lv: "Kur", en: "Where")[language]),
            ],
            rows: accesses.prefix(PersonView.most).map { access in
                DataTable.Row([
                    .words(format.moment(access.record.at)), .words(access.who),
                    .words(access.record.kindWords[language]), .words(access.place[language]),
                ])
            }
        )
        table.hidesCaption = true
        table.notes = notes
        table.empty = EmptyState(
            Text(lv: "Ierakstu vēl nav", en: "There are no records yet")[language],
            advice: Text(
                lv: "Šeit tiks pierakstīta katra datu skatīšana un darbība.",
                en: "Each time the data are seen and each action will be written down here."
            )[language]
        )
        return Section(title[language], id: "\(id)-list", table.html).html
    }
}
