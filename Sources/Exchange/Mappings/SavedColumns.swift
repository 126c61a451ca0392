import Frame
import Kernel
import Tabular

/// A choice of columns that a person gives a name to, for the next file of the kind.
struct SavedColumns {
    let desk: Desk

    /// Whether the asker may keep mappings: they are the whole board's.
    var isOpen: Bool { ImportScope(desk).isWhole }

    /// Mappings to choose from: everything but those that formats have by themselves.
    func choices() async throws -> [Mapping] {
        let formats = Set(desk.house.formats.map { $0.name })
        return try await Mappings(desk).list().filter { !formats.contains($0.name) }
    }

    /// Keeps what was chosen in the wizard: columns by their headings where those are clear, what all lines share, how
    /// far the source may go.
    ///
    /// - Returns: the mapping's name.
    func save(_ title: String, _ look: FileLook, _ answers: ColumnAnswers) async throws -> String {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = LatvianKey.search(title).split(separator: " ").joined(separator: "-")
        guard var mapping = look.mapping, !name.isEmpty else { throw Refusal.noMappingName }
        let shipped = desk.house.rooms.flatMap(\.mappings).map(\.name)
        guard !shipped.contains(name) else { throw Refusal.mappingIsShipped(title) }
        mapping.name = name
        (mapping.titleLv, mapping.titleEn) = (title, title)
        mapping.columns = answers.columns.mapValues { SavedColumns.heading($0, look.guess?.headings ?? []) }
        mapping.constants.merge(answers.constants) { _, new in new }
        mapping.constants = mapping.constants.filter { !$0.value.isEmpty }
        // Where the table stands is in the mapping of the look already.
        answers.changes.withoutPlace.apply(to: &mapping, [])
        // Which year a file is of is said with each file.
        for field in ["year", "term"] { mapping.constants[field] = nil }
        try await Mappings(desk).save(mapping)
        return name
    }

    /// The heading of a column by number: the next file may have its columns in another order.
    private static func heading(_ column: String, _ headings: [String]) -> String {
        guard column.hasPrefix("#"), let number = Int(column.dropFirst()),
            headings.indices.contains(number - 1)
        else { return column }
        let heading = headings[number - 1]
        let same = headings.filter { HeadingMatch.normal($0) == HeadingMatch.normal(heading) }
        return heading.isEmpty || same.count > 1 ? column : heading
    }
}

extension Refusal {
    fileprivate static let noMappingName = Refusal(
        .invalid,
        Text(
            lv: "Nosaukumā jābūt vismaz vienam burtam vai ciparam.",
            en: "The name needs a letter or a digit."
        ),
        advice: Text(lv: "Piemēram: Žurnāla izraksts.", en: "For example: Extract of the journal.")
    )

    fileprivate static func mappingIsShipped(_ title: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Nosaukums „\(title)” jau ir Sekmes kartējumam.",
                en: "A mapping of Sekme is called “\(title)”."
            ),
            advice: Text(lv: "Izvēlieties citu nosaukumu.", en: "Choose another name.")
        )
    }
}
