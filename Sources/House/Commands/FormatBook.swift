package import Frame
package import Kernel
package import Tabular

/// The formats that Sekme reads, told to people: fields, headings, examples, and a file to begin with.
package struct FormatBook: Sendable {
    private let formats: [any ImportFormat.Type]
    private let language: Language

    /// The formats of a house.
    package init(_ house: HouseBook, _ language: Language) {
        formats = house.formats
        self.language = language
    }

    /// All formats, one a line.
    package var list: String {
        let width = formats.map { $0.name.count }.max() ?? 0
        return formats.map { format in
            format.name + String(repeating: " ", count: width - format.name.count + 2)
                + format.title[language]
        }.joined(separator: "\n")
    }

    /// All formats with their fields, in Markdown.
    package var markdown: String {
        let head = Text(
            lv: """
                # Failu formāti

                Šo lapu izdrukā `sekme import formats --markdown`. Kolonnu secība nav svarīga; virsraksts var būt \
                latviešu vai angļu valodā vai kods. Parauga failu izveido \
                `sekme import formats NOSAUKUMS --sample FAILS.xlsx`; visus var lejupielādēt lapā „Paraugu faili”.
                """,
            en: """
                # File formats

                `sekme import formats --markdown --lang en` prints this page. The order of columns does not \
                matter; a heading may be Latvian, English or the code. \
                `sekme import formats NAME --sample FILE.xlsx` makes a file to begin with; all can be downloaded on \
                the page “Sample files”.
                """
        )
        return ([head[language]] + formats.map { section($0) }).joined(separator: "\n\n") + "\n"
    }

    /// One format with its fields, in Markdown; a refusal where there is none of the name.
    package func markdown(_ name: String) throws(Refusal) -> String { section(try find(name)) }

    /// Writes the sample of a format to a file; the file's ending says of what kind.
    package func sample(_ name: String, to path: String) throws {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        guard let kind = TableFormat(rawValue: ending) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(path)” nav tabulas fails.", en: "“\(path)” is no file of a table."),
                advice: Text(
                    lv: "Faila nosaukumam jābeidzas ar .csv, .xlsx vai .ods.",
                    en: "End it with .csv, .xlsx or .ods."
                )
            )
        }
        let (format, sample) = try found(name)
        guard sample.kinds.contains(kind) else { throw FormatBook.otherKind(sample) }
        _ = try write(sample, format, kind.writer(path: path))
    }

    /// The sample of a format as a file of a kind.
    package func sample(_ name: String, _ kind: TableFormat) throws -> [UInt8] {
        let (format, sample) = try found(name)
        return try write(sample, format, kind.writer())
    }

    private static func otherKind(_ sample: FormatSample) -> Refusal {
        let kinds = sample.kinds.map { ".\($0.rawValue)" }.joined(separator: ", ")
        return Refusal(
            .usage,
            Text(lv: "Šāda veida fails ir tikai \(kinds).", en: "A file of this kind is \(kinds) only."),
            advice: Text(lv: "Norādiet failu ar šādu paplašinājumu.", en: "Name a file that ends so.")
        )
    }

    private func found(_ name: String) throws(Refusal) -> (any ImportFormat.Type, FormatSample) {
        let format = try find(name)
        if let sample = FormatSample.all.first(where: { $0.format == name }) { return (format, sample) }
        throw Refusal(
            .invalid,
            Text(
                lv: "Šāda faila parauga nav: tajā ir vairākas tabulas.",
                en: "There is no sample of it: such a file is several tables."
            ),
            advice: Text(
                lv: "Piemēru raksta „sekme export \(name) kopa.zip”.",
                en: "“sekme export \(name) set.zip” writes an example."
            )
        )
    }

    private func write(
        _ sample: FormatSample,
        _ format: any ImportFormat.Type,
        _ writer: any TableWriter
    ) throws -> [UInt8] {
        var rows = sample.rows
        var sheet = SheetLayout(name: rows[0][0])
        if format.layout == .table {
            let titles = Dictionary(format.fields.map { ($0.code, $0.title[language]) }) { first, _ in first }
            sheet = SheetLayout(
                name: format.title[language],
                headings: rows.removeFirst().map { titles[$0] ?? $0 }
            )
        }
        try writer.begin(sheet)
        for row in rows { try writer.row(row.map { $0.isEmpty ? .blank : .text($0) }) }
        return try writer.finish()
    }

    private func find(_ name: String) throws(Refusal) -> any ImportFormat.Type {
        guard let format = formats.first(where: { $0.name == name }) else {
            throw Refusal(
                .unknown,
                Text(lv: "Formāta „\(name)” nav.", en: "There is no format “\(name)”."),
                advice: Text(
                    lv: "Sarakstu rāda „sekme import formats”.",
                    en: "“sekme import formats” lists them."
                )
            )
        }
        return format
    }

    private func section(_ format: any ImportFormat.Type) -> String {
        let card = format.card
        let facts: [(Text, Text)] = [
            (Text(lv: "Maina", en: "Changes"), card.touches),
            (Text(lv: "Avots", en: "Origin"), card.origin), (Text(lv: "Atbild", en: "Owner"), card.owner),
            (Text(lv: "Cik bieži", en: "Rhythm"), card.rhythm),
            (Text(lv: "Kārtība", en: "Policy"), card.policy),
        ]
        var lines = ["## \(format.title[language]) (`\(format.name)`)", ""]
        lines += facts.map { "- **\($0[language])**: \($1[language])" }
        if let sample = FormatSample.all.first(where: { $0.format == format.name }) {
            let words = Text(lv: "Paraugs", en: "Sample")[language]
            let ending = (sample.kinds.first ?? .csv).rawValue
            let command = ["sekme import \(sample.format).\(ending)", sample.options].filter { !$0.isEmpty }
            lines.append("- **\(words)**: `\(command.joined(separator: " "))`")
        }
        guard !format.fields.isEmpty else { return lines.joined(separator: "\n") }
        let head = Text(lv: "Kolonna | Kods | Obligāta | Piemērs", en: "Column | Code | Required | Example")
        lines += ["", "| \(head[language]) |", "|---|---|---|---|"]
        let yes = Text(lv: "jā", en: "yes")[language]
        lines += format.fields.map { field in
            "| \(field.title[language]) | `\(field.code)` | \(field.isRequired ? yes : "") | \(field.example) |"
        }
        return lines.joined(separator: "\n")
    }
}
