internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// What the tables of exchange say of one pupil: registers and facts, as files carry them and people read them.
struct OwnFormats {
    private let pupil: PupilID
    private let codes: CodeWords
    private let desk: Desk
    private let connection: Connection

    /// The stored tables whose rows these formats write.
    static let covered: Set<String> = [
        "pupil", "enrolment", "group_member", "mark", "lesson_record", "absence_count", "assessment_result",
        "behaviour_entry", "behaviour_text",
    ]

    init(_ pupil: PupilID, _ codes: CodeWords, _ desk: Desk, _ connection: Connection) {
        self.pupil = pupil
        self.codes = codes
        self.desk = desk
        self.connection = connection
    }

    func sections() throws -> [PersonRecords.Section] {
        let years = try years()
        return try desk.house.formats.compactMap { $0 as? any ExportFormat.Type }
            .filter { OwnFormats.permissions.contains($0.exportPermission) }
            .compactMap { try section($0, years) }
    }

    private func section<F: ExportFormat>(
        _ format: F.Type,
        _ years: [SchoolYear]
    ) throws -> PersonRecords.Section? {
        var rows: [[TableCell]] = []
        for year in years {
            let order = ExportOrder(tenant: desk.tenant, year: year, asker: asker, today: desk.today)
            try format.export(order, connection) { row in
                if row.pupil == pupil, rows.last != row.cells { rows.append(row.cells) }
            }
        }
        guard !rows.isEmpty else { return nil }
        // A column that says nothing of this pupil is left out.
        let fields = format.exportedFields
        let used = fields.indices.filter { index in
            rows.contains { $0.indices.contains(index) && $0[index] != .blank }
        }
        return PersonRecords.Section(
            name: format.name,
            title: ColumnWords.formats[format.name] ?? format.title,
            columns: used.map { index in
                let field = fields[index]
                let words = ColumnWords.fields["\(format.name).\(field.code)"] ?? field.title
                return (name: field.code, words: words)
            },
            rows: rows.map { row in used.map { value(row[$0], fields[$0].code, format.name) } }
        )
    }

    private func value(_ cell: TableCell, _ field: String, _ format: String) -> PersonValue {
        if field == "year", case .text(let text) = cell, let year = SchoolYear(text) {
            return PersonValue(year)
        }
        return codes.value(cell, in: field, of: format) ?? PersonValue(cell)
    }

    /// What whoever reads these formats of a person may see.
    static let permissions: Set<Permission> = [
        .readPupils, .readHealth, .readPupilStatus, .readBehaviour, .exportPersons,
    ]

    /// Somebody who reaches this pupil and nobody else.
    private var asker: Asker {
        let grant = Grant(
            role: Permission.handlePrivacy.name,
            roleWords: Permission.handlePrivacy.words,
            permissions: OwnFormats.permissions,
            scope: Scope(pupil: pupil),
            from: desk.today,
            to: desk.today
        )
        return Asker(
            account: desk.asker.account,
            name: desk.asker.name,
            language: desk.asker.language,
            grants: [grant]
        )
    }

    /// The school years in which the pupil was enrolled anywhere.
    private func years() throws -> [SchoolYear] {
        try YearStays.years(of: [pupil], until: desk.today, desk.tenant, connection)
    }
}

extension PersonValue {
    /// A cell of a file in words.
    init(_ cell: TableCell) {
        switch cell {
        case .blank: self.init(Text(same: ""))
        case .text(let text): self.init(Text(same: text))
        case .integer(let number): self.init(Text(same: String(number)))
        case .decimal(let number, let decimals):
            self.init(
                Text(lv: Format(.lv).decimal(number, decimals), en: Format(.en).decimal(number, decimals)),
                plain: Format(.en).decimal(number, decimals)
            )
        case .percent(let number, let decimals):
            self.init(
                Text(
                    lv: Format(.lv).decimal(number, decimals) + " %",
                    en: Format(.en).decimal(number, decimals) + "%"
                ),
                plain: Format(.en).decimal(number, decimals)
            )
        case .day(let day):
            self.init(Text(lv: Format(.lv).day(day), en: Format(.en).day(day)), plain: day.description)
        }
    }
}
