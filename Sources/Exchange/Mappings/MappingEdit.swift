import Frame
import Kernel
import Pages

/// The form of a saved mapping.
struct MappingEdit: Sendable {
    private(set) var mapping: Mapping
    let version: Int
    private let format: (any ImportFormat.Type)?
    /// What is wrong with the name.
    private(set) var error: Text?

    private let settings: [ImportSetting]
    private var fields: [ImportField] { format?.layout == .table ? format?.fields ?? [] : [] }

    init(_ mapping: Mapping, version: Int, _ desk: Desk) {
        self.mapping = mapping
        self.version = version
        format = desk.house.formats.first { $0.name == mapping.format }
        settings = (format?.settings ?? []).filter { $0.concerns(mapping) }
    }

    /// Takes over what a form sent; constants that it does not ask for stay.
    mutating func take(_ request: PageRequest) {
        let name = MappingEdit.line(request.field("title"))
        let english = MappingEdit.line(request.field("title-en"))
        (mapping.titleLv, mapping.titleEn) = (name, english.isEmpty ? name : english)
        if LatvianKey.search(name).isEmpty { error = MappingEdit.noName }
        for field in fields {
            let heading = MappingEdit.line(request.field("column-\(field.code)"))
            // A field that nobody spoke of is found by its headings; one that was emptied is in no column.
            let isSilent = heading.isEmpty && mapping.columns[field.code] == nil
            if !isSilent { mapping.columns[field.code] = heading }
        }
        let constants = SettingFields.read(settings, request, mapping.constants)
        mapping.constants.merge(constants) { _, new in new }
        mapping.constants = mapping.constants.filter { !$0.value.isEmpty }
        if constants[Mapping.blankConstant] != nil { mapping.blankMeansNone = false }
        var changes = MappingChanges()
        SourceRules.read(request, settings, into: &changes)
        if !fields.isEmpty { changes.headingLine = Int(MappingEdit.line(request.field("heading"))) ?? 0 }
        changes.apply(to: &mapping, [])
        let sheet = MappingEdit.line(request.field("sheet"))
        mapping.sheet = sheet.isEmpty ? nil : sheet
    }

    func content(_ request: PageRequest, _ desk: Desk) async throws -> PageContent {
        let language = request.language
        let address = Address("/imports/mappings/\(mapping.name)")
        var values = mapping.constants
        if mapping.tellsPresence { values[Mapping.blankConstant] = Mapping.blankPresent }
        let fields = SettingFields(
            choices: try await SettingChoices.load(settings, desk),
            values: values,
            language: language
        )
        let asked = SettingParts(
            settings: settings,
            fields: fields,
            rules: SourceRules(mapping, settings, language),
            columns: Set(mapping.columns.filter { !$0.value.isEmpty }.keys)
        )
        var parts: [Form.Part] = [.hidden(name: "version", value: String(version))]
        parts += names(language)
        parts += columns(language)
        parts += asked.parts
        parts.append(place(language))
        let form = Form(
            id: "mapping",
            language,
            action: address,
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(Text(lv: "Saglabāt", en: "Save")[language])],
            cancel: "/imports/mappings"
        )
        let remove = PostButton(
            Text(lv: "Noņemt kartējumu", en: "Remove the mapping")[language],
            action: "/imports/mappings/\(mapping.name)/remove",
            csrf: request.formToken,
            look: .warning
        )
        let title = Text(lv: "Saglabāts kartējums", en: "Saved mapping")
        let lede = "\(desk.house.title(ofFormat: mapping.format)[language]) · \(mapping.name)"
        let body: HTML = """
            \(PageHead(title[language], lede: lede))\(form)<section class="apart">\(remove)</section>
            """
        return PageContent(
            title,
            body,
            crumbs: [ImportPageWords.crumb, MappingsPage.crumb],
            status: error == nil ? 200 : 422
        )
    }

    private func names(_ language: Language) -> [Form.Part] {
        let english = mapping.titleEn == mapping.titleLv ? "" : mapping.titleEn
        return [
            .field(
                Field(
                    "title",
                    Text(lv: "Nosaukums", en: "Name")[language],
                    .text(value: mapping.titleLv),
                    error: error?[language]
                )
            ),
            .field(
                Field(
                    "title-en",
                    Text(lv: "Nosaukums angliski", en: "Name in English")[language],
                    .text(value: english),
                    isOptional: true
                )
            ),
        ]
    }

    private func columns(_ language: Language) -> [Form.Part] {
        guard !fields.isEmpty else { return [] }
        let fields = fields.map { field in
            Field(
                "column-\(field.code)",
                field.title[language],
                .text(value: mapping.columns[field.code] ?? ""),
                isOptional: true
            )
        }
        return [
            .folded(
                summary: Text(lv: "Kolonnas", en: "Columns")[language],
                isOpen: false,
                [
                    .set(
                        legend: Text(lv: "Virsraksts failā", en: "Heading in the file")[language],
                        hint: Text(
                            lv: "Tāds, kāds tas ir failā; #3 ir trešā kolonna. Tukšs – kolonnas failā nav.",
                            en:
                                "As it stands in the file; #3 is the third column. Empty: the file has no such column."
                        )[language],
                        fields
                    )
                ]
            )
        ]
    }

    /// Where in the file the table stands.
    private func place(_ language: Language) -> Form.Part {
        let sheet = Field(
            "sheet",
            Text(lv: "Lapa darbgrāmatā", en: "Sheet of the workbook")[language],
            .text(value: mapping.sheet ?? ""),
            hint: Text(lv: "Tukšs – visas lapas, kas der.", en: "Empty: all sheets that fit.")[language],
            isOptional: true
        )
        let heading = Field(
            "heading",
            Text(lv: "Virsrakstu pēdējā rinda", en: "Last line of the headings")[language],
            .number(value: mapping.headingLine.map { String($0) } ?? ""),
            hint: Text(lv: "Tukšs – noteikt pēc faila.", en: "Empty: recognised from the file.")[language],
            isOptional: true
        )
        return .folded(
            summary: Text(lv: "Kur failā ir tabula", en: "Where the table is in the file")[language],
            isOpen: false,
            (fields.isEmpty ? [sheet] : [sheet, heading]).map { Form.Part.field($0) }
        )
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let noName = Text(
        lv: "Nosaukumā jābūt vismaz vienam burtam vai ciparam.",
        en: "The name needs a letter or a digit."
    )
}
